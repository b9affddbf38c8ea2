import type { Outcome } from '../../amendments/contract.ts';
import type { Ballot } from '../../vote/contract.ts';

/** The big screen of the hall, and its pairing. */
export const wall = {
	present: (present: number, total: number) => `Có mặt ${present}/${total}`,
	join: 'Quét mã để vào họp',
	stale: 'Mất kết nối, đang hiện nội dung cuối cùng',
	staleSince: (time: string) => `Mất kết nối lúc ${time}, đang hiện nội dung cuối cùng`,
	titleOf: (type: string, month: string) => `${type} tháng ${month}`,
	mark: (operator: '>=' | '>', rate: string) => (operator === '>' ? `trên ${rate}` : `từ ${rate}`),
	state: { planned: 'chưa bàn', running: 'đang bàn', done: 'đã xong', skipped: 'bỏ qua', next: 'tiếp theo' },
	title: 'Màn hình lớn',
	presentWord: 'Có mặt',
	meets: (mark: string) => `Đạt ${mark}`,
	below: 'Chưa đạt',
	code: 'Mã',
	orCode: 'Hoặc mở địa chỉ',
	andType: 'và gõ mã',
	qr: 'Mã QR mở trang vào họp',
	item: (at: number, all: number) => `Mục ${at}/${all}`,
	time: (spent: string, minutes: number) => `${spent} / ${minutes} phút`,
	speaking: 'Phát biểu',
	over: 'quá giờ',
	left: 'còn',
	paused: 'tạm dừng',
	agenda: 'Chương trình',
	before: (time: string) => `Họp lúc ${time}`,
	ended: 'Cuộc họp đã bế mạc',
	sealed: 'Hồ sơ đã niêm phong, mã:',
	sealQr: 'Mã QR của niêm phong, dùng khi kiểm tra hồ sơ',
	closed: 'Chi bộ đang họp nội bộ',
	pause: 'Tạm nghỉ',
	opening: 'Mở đầu',
	closing: 'Kết thúc',
	resolutionTitle: 'Nghị quyết',
	clause: (label: string) => `Nghị quyết, ${label}`,
	minutes: 'Biên bản',
	whole: { agenda: 'Chương trình', minutes: 'Biên bản', resolution: 'Dự thảo nghị quyết' },
	page: (page: number, pages: number) => `Trang ${page}/${pages}`,
	backAt: (time: string) => `Họp tiếp lúc ${time}`,
	backNow: 'Mời vào họp',
	amendment: (label: string, name: string) => `Đề nghị sửa ${label} · ${name}`,
	amendmentState: {
		accepted: 'Đã tiếp thu',
		merged: 'Đã tiếp thu',
		adopted: 'Biểu quyết thông qua',
		rejected: 'Không được tiếp thu',
		withdrawn: 'Đã rút',
		lapsed: 'Chưa giải quyết'
	} satisfies Record<Outcome, string>,
	added: 'thêm:',
	removed: 'bỏ:',
	empty: 'Chưa có câu chữ',
	votePut: 'Mời cho ý kiến trước khi biểu quyết',
	voteOpen: {
		open: 'Mời các đồng chí biểu quyết',
		hands: 'Mời giơ tay biểu quyết',
		card: 'Mời giơ thẻ biểu quyết',
		'secret-app': 'Mời bỏ phiếu kín trên máy',
		'secret-paper': 'Mời bỏ phiếu giấy'
	} satisfies Record<Ballot, string>,
	voteVoided: 'Máy chủ khởi động lại: phiếu trước bỏ, xin bỏ phiếu lại',
	voted: (n: number, roll: number) => `Đã biểu quyết ${n}/${roll}`,
	voteNumbers: (base: number, present: number, needed: number) =>
		`Tổng số ${base} · có mặt ${present} · cần ${needed}`,
	passed: 'Được thông qua',
	failed: 'Không được thông qua',
	ballot: { for: 'Tán thành', against: 'Không tán thành', abstain: 'Ý kiến khác' },
	previousTasks: 'Nhiệm vụ kỳ trước',
	tasksDone: (done: number, total: number) => `Hoàn thành ${done}/${total}`,
	taskStatus: { done: 'hoàn thành', 'in-progress': 'đang làm', 'not-done': 'chưa làm' },
	pair: {
		title: 'Nối màn hình này với cuộc họp',
		how: 'Trên máy của bàn thư ký: Màn hình lớn → gõ mã này',
		newCode: 'Mã đổi sau mười phút.',
		lost: 'Mất kết nối với máy chủ, đang thử lại.',
		begin: 'Dùng máy này làm màn hình lớn',
		signedIn: 'Máy này đang đăng nhập. Dùng làm màn hình thì tài khoản trên trình duyệt này được đăng xuất.'
	}
};

export type Wall = typeof wall;
