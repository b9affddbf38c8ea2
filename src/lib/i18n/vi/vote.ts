import type { Ballot, Subject } from '../../vote/contract.ts';

/** How the desk leads a vote. What voters, tellers and everybody read is in `ballot`. */
export const vote = {
	title: 'Biểu quyết',
	put: 'Nêu vấn đề biểu quyết',
	putNow: 'Nêu vấn đề',
	wasPut: 'Đã nêu vấn đề biểu quyết',
	subject: 'Biểu quyết về',
	kinds: {
		resolution: 'Nghị quyết',
		minutes: 'Biên bản',
		agenda: 'Chương trình',
		'minute-taker': 'Thư ký cuộc họp',
		person: 'Một đồng chí (kết nạp, chuyển chính thức …)',
		conclusion: 'Kết luận',
		'self-score': 'Kết quả tự đánh giá',
		amendment: 'Đề nghị sửa',
		other: 'Việc khác'
	} satisfies Record<Subject['kind'], string>,
	suggested: {
		resolution: 'Thông qua Nghị quyết',
		minutes: 'Thông qua Biên bản',
		agenda: 'Thông qua chương trình sinh hoạt',
		'self-score': 'Thông qua kết quả tự đánh giá'
	} as Partial<Record<Subject['kind'], string>>,
	question: 'Câu hỏi',
	way: 'Cách biểu quyết',
	ways: {
		open: 'Công khai, trên máy từng người',
		hands: 'Giơ tay, đếm',
		card: 'Giơ thẻ, đếm',
		'secret-app': 'Bỏ phiếu kín trên máy',
		'secret-paper': 'Bỏ phiếu kín bằng phiếu giấy'
	} satisfies Record<Ballot, string>,
	threshold: 'Cần',
	tellers: 'Tổ kiểm phiếu',
	tellersOfHands: 'Hai người đếm (để trống thì bàn thư ký đếm)',
	groups: 'Chia hội trường thành nhóm',
	groupsHint: 'Tên các nhóm, cách nhau bằng dấu phẩy. Để trống thì đếm chung.',
	freezes: 'Nghị quyết được giữ nguyên câu chữ từ lúc nêu đến khi có kết quả.',
	putNotOpen: 'Đã nêu, chưa mở. Đang hỏi ý kiến.',
	openNow: 'Đang biểu quyết.',
	enterCounts: 'Nhập số đếm, công bố kết quả',
	lookAt: 'Đến phần biểu quyết',
	restAgrees: (n: number) => `Số còn lại tán thành (${n})`,
	restIs: (roll: number, others: number, n: number) =>
		`Tán thành = ${roll} có mặt − ${others} = ${n}. Xem lại rồi bấm nút dưới đây mới ghi.`,
	floorOffered: 'Vấn đề đã nêu. Hỏi ý kiến trước khi biểu quyết.',
	wouldNeed: (base: number, present: number, needed: number) =>
		`Tổng số tính ${base}, có mặt ${present}, cần ${needed} tán thành`,
	cannotPass: (present: number, needed: number) =>
		`Có mặt ${present}, cần ${needed}: dù tất cả tán thành cũng không đủ để thông qua.`,
	voided: (time: string) =>
		`Lần bỏ phiếu trước mất hiệu lực lúc ${time} vì máy chủ khởi động lại. Mở lại để mọi người bỏ phiếu lại.`,
	open: 'Mở biểu quyết',
	wasOpened: 'Đã mở biểu quyết',
	cancel: 'Hủy biểu quyết',
	cancelTitle: 'Hủy biểu quyết này?',
	cancelQuestion: 'Không có kết quả nào được ghi. Có thể nêu lại sau.',
	show: 'Chiếu lên màn hình lớn',
	notYet: (n: number) => `Chưa biểu quyết: ${n} người`,
	everybody: 'Mọi người có mặt đã biểu quyết.',
	raised: 'Ghi tay giơ của người không dùng máy',
	others: 'Những người có máy',
	recordFor: (choice: string, name: string) => `${choice}: ${name}`,
	wasRecorded: (choice: string, name: string) => `Đã ghi ${name}: ${choice}`,
	mine: 'Phiếu của đồng chí',
	noTally: 'Phiếu kín: đến khi đóng mới cộng, không ai xem được trước.',
	waitForTellers: (names: string) => `Tổ kiểm phiếu: ${names}.`,
	rest: (n: number) => (n === 0 ? 'Đã đếm đủ mọi người có mặt.' : `Chưa đếm: ${n} người.`),
	tooMany: (n: number) => `Nhiều hơn số người có mặt ${n}.`,
	count: 'Ghi số đếm',
	wasCounted: 'Đã ghi số đếm',
	close: 'Công bố kết quả',
	closeTitle: 'Công bố kết quả?',
	closeSecret: (voted: number, roll: number) =>
		`Đã bỏ phiếu ${voted}/${roll}. Đóng rồi không mở lại được; ba con số được cộng và công bố ngay.`,
	closeMissing: (n: number) => `Còn ${n} người chưa biểu quyết.`,
	closeFinal: 'Đóng rồi không mở lại và không sửa được.',
	closeNow: 'Công bố',
	wasClosed: 'Đã công bố kết quả biểu quyết',
	wouldPass: (needed: number) => `Được thông qua (cần ${needed}).`,
	wouldFail: (needed: number) => `Không được thông qua (cần ${needed}).`,
	results: 'Kết quả',
	notNow: 'Chưa có biểu quyết nào. Chủ trì nêu vấn đề trong cuộc họp.'
};

export type VoteWords = typeof vote;
