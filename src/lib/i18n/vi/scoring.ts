import type { Fact } from '../../scoring/contract.ts';
import type { Finding } from '../../scoring/proposal.ts';
import { number } from '../format.ts';

/** What the room knows, in a few words; `holds` where it speaks for full points. */
type Say = (figures: readonly number[], holds: boolean) => string;

const fact: Readonly<Record<Fact, Say>> = {
	duration: ([minutes = 0, needed = 0]) => `Họp ${minutes} phút, quy định từ ${needed} phút`,
	'on-time': ([late = 0]) => (late === 0 ? 'Khai mạc đúng giờ' : `Khai mạc muộn ${late} phút`),
	rate: ([present = 0, summoned = 0, percent = 0, asked = 0]) =>
		`Có mặt ${present}/${summoned} (${number(percent, 'vi')}%), mức quy định ${number(asked, 'vi')}%`,
	unexcused: ([n = 0]) => (n === 0 ? 'Không ai vắng không lý do' : `${n} đồng chí vắng không có lý do`),
	'excused-in-a-row': () => 'Vắng có lý do liên tiếp: cần xem các kỳ trước',
	'agenda-whole': ([n = 0]) => `Chương trình có ${n} mục bắt buộc`,
	draft: ([n = 0]) => (n === 0 ? 'Chưa có dự thảo nghị quyết' : `Dự thảo nghị quyết có ${n} điểm`),
	questions: ([n = 0]) => (n === 0 ? 'Chưa có câu hỏi gợi ý' : `${n} câu hỏi gợi ý thảo luận`),
	'committee-met': (_, holds) => (holds ? 'Chi ủy đã họp, có biên bản' : 'Chưa có biên bản họp chi ủy'),
	notified: ([n = 0], holds) => (holds ? `Đã thông báo đến ${n} người` : 'Chưa gửi thông báo'),
	'posted-before': ([papers = 0, hours = 0, needed = 0]) =>
		papers === 0
			? 'Chưa đăng tài liệu trước cuộc họp'
			: `${papers} tài liệu, đăng trước ${hours} giờ (quy định ${needed} giờ)`,
	'posted-after': () => 'Đăng tài liệu hoàn thiện trong 02 ngày sau cuộc họp',
	'steps-done': ([done = 0, all = 0, missing = 0]) =>
		`Đã làm ${done}/${all} mục bắt buộc${missing > 0 ? `, thiếu ${missing}` : ''}`,
	'minutes-kept': ([kept = 0, all = 0]) => `Biên bản có ghi ${kept}/${all} mục đã bàn`,
	speakers: ([n = 0, all = 0, percent = 0]) =>
		`${n}/${all} người dự đã phát biểu (${number(percent, 'vi')}%)`,
	'members-reviewed': (_, holds) => (holds ? 'Đã đánh giá đảng viên' : 'Mục đánh giá đảng viên chưa diễn ra'),
	'self-criticism': (_, holds) =>
		holds ? 'Đã tự phê bình và phê bình' : 'Mục tự phê bình và phê bình chưa diễn ra',
	'ideology-minutes': ([minutes = 0]) => `Đánh giá tư tưởng, tự phê bình: ${minutes} phút (từ 15 phút)`,
	'previous-tasks': ([done = 0, all = 0, percent = 0]) =>
		all === 0
			? 'Không có nhiệm vụ từ kỳ trước'
			: `Nhiệm vụ kỳ trước: xong ${done}/${all}, bình quân đạt ${number(percent, 'vi')}%`,
	'resolution-voted': (_, holds) => (holds ? 'Đã thông qua nghị quyết' : 'Chưa thông qua nghị quyết'),
	'minutes-approved': (_, holds) => (holds ? 'Đã thông qua biên bản' : 'Chưa thông qua biên bản'),
	'tasks-whole': ([whole = 0, all = 0]) =>
		all === 0 ? 'Chưa giao nhiệm vụ' : `${whole}/${all} nhiệm vụ rõ người, rõ thời hạn`
};

/** The scores of a meeting: the cell's own, the observers', the supervisor's. */
export const scoring = {
	title: 'Chấm điểm',
	selfTitle: 'Chi bộ tự chấm',
	mineTitle: 'Phiếu chấm của tôi',
	hint: 'Máy chỉ đề xuất theo diễn biến cuộc họp. Điểm là do đồng chí quyết định.',
	selfHint: 'Chi ủy dự kiến, đảng viên góp ý, chi bộ biểu quyết; cấp trên xác nhận.',
	privateHint: 'Chi bộ chưa thấy phiếu này cho đến khi kết thúc rút kinh nghiệm hoặc niêm phong hồ sơ.',
	noFrame: 'Bộ quy tắc của cuộc họp này không kèm khung chấm điểm.',
	noPoints: 'Khung này chỉ có tiêu chí, không có thang điểm.',
	notYet: 'Chi bộ chưa tự chấm.',
	notMine: 'Đồng chí chưa chấm điểm.',
	joinFirst: 'Xin vào dự trước rồi chấm điểm.',
	begin: 'Chấm điểm',
	again: 'Chấm lại',
	close: 'Thôi',
	submit: 'Ghi điểm',
	submitted: 'Đã ghi điểm',
	points: 'Điểm',
	outOf: (most: string) => `tối đa ${most}`,
	wrong: (most: string) => `Từ 0 đến ${most}, lẻ đến một chữ số.`,
	choose: 'Chọn mức',
	option: (label: string, points: string) => `${points} điểm: ${label}`,
	proposed: (points: string) => `Đề xuất ${points}`,
	take: 'Lấy',
	takeOf: (points: string, title: string) => `Lấy ${points} điểm theo đề xuất: ${title}`,
	taken: 'theo đề xuất',
	takeAll: 'Lấy mọi đề xuất cho chỗ còn trống',
	provisional: 'tạm tính',
	provisionalHint: (titles: string) => `Tạm tính, vì còn chờ: ${titles}.`,
	judge: 'Người chấm tự đánh giá.',
	left: (n: number) => `Còn ${n} tiêu chí chưa có điểm`,
	note: 'Ghi chú',
	total: 'Tổng điểm',
	outOfTotal: (total: string, most: string) => `${total}/${most}`,
	grade: 'Xếp loại',
	putToVote: 'Đưa ra biểu quyết',
	putTitle: 'Đưa kết quả tự chấm ra biểu quyết?',
	putQuestion: 'Câu hỏi được nêu ra; mở biểu quyết ở phần Biểu quyết.',
	question: (total: string, grade: string) =>
		`Thông qua kết quả tự đánh giá ${total} điểm, xếp loại ${grade}`,
	wasPut: 'Đã đưa ra biểu quyết',
	voting: 'đang biểu quyết',
	voted: 'chi bộ đã thông qua',
	rejected: 'chi bộ không thông qua',
	observers: 'Phiếu của đại biểu',
	observersNone: 'Chưa có phiếu nào.',
	supervisor: 'Cấp trên xác nhận',
	supervises: 'cấp ủy viên theo dõi',
	notConfirmed: 'Cấp trên chưa xác nhận.',
	confirm: 'Xác nhận đúng điểm chi bộ tự chấm',
	confirmTitle: 'Xác nhận điểm chi bộ tự chấm?',
	confirmQuestion: (total: string, grade: string) =>
		`Phiếu của đồng chí sẽ ghi đúng từng điểm chi bộ tự chấm: ${total}, xếp loại ${grade}.`,
	confirmed: 'Đã xác nhận',
	average: (average: string) => `Trung bình các phiếu của đại biểu: ${average}`,
	criterion: 'Tiêu chí',
	cell: 'Chi bộ',
	mine: 'Của tôi',
	look: 'Xem',
	lookAt: (what: string) => `Xem: ${what}`,
	known: 'Phòng họp biết',
	state: {
		met: 'đạt',
		part: 'đạt một phần',
		unmet: 'chưa đạt',
		later: 'còn chờ',
		unknown: 'không có số liệu'
	} satisfies Record<Finding['state'], string>,
	fact
};

export type ScoringWords = typeof scoring;
