import type { Size, Show, Wording } from '../../wall/contract.ts';

/** The desk's control of the big screens. */
export const hall = {
	title: 'Màn hình lớn',
	now: 'Đang chiếu',
	preview: 'Hình trên màn hình lớn',
	show: {
		item: 'Mục đang bàn',
		agenda: 'Chương trình',
		document: 'Văn bản',
		vote: 'Biểu quyết',
		speaker: 'Người phát biểu',
		table: 'Nhiệm vụ kỳ trước',
		join: 'Mã vào họp',
		message: 'Lời nhắn',
		break: 'Tạm nghỉ',
		title: 'Tên cuộc họp',
		blank: 'Màn trống'
	} satisfies Record<Show, string>,
	ofItem: (title: string) => `Mục: ${title}`,
	ofClause: (label: string) => `Nghị quyết, ${label}`,
	ofSection: (title: string) => `Biên bản: ${title}`,
	ofVote: (title: string) => `Biểu quyết: ${title}`,
	ofMessage: (message: string) => `Lời nhắn: ${message}`,
	ofBreak: (minutes: number) => `Tạm nghỉ ${minutes} phút`,
	until: (time: string) => `Tạm nghỉ đến ${time}`,
	whole: { agenda: 'Cả chương trình', minutes: 'Cả biên bản', resolution: 'Cả nghị quyết' },
	opening: 'Mở đầu',
	closing: 'Kết thúc',
	choose: 'Chiếu nội dung khác',
	what: 'Nội dung',
	which: 'Phần nào',
	clauses: 'Từng điều của nghị quyết',
	sections: 'Từng phần của biên bản',
	message: 'Lời nhắn',
	messageHint: 'Tối đa 200 chữ cái.',
	minutes: 'Nghỉ bao nhiêu phút',
	showNow: 'Chiếu ngay',
	enqueue: 'Để chiếu sau',
	shown: (what: string) => `Màn hình lớn: ${what}`,
	queued: (what: string) => `Đã xếp hàng: ${what}`,
	queue: 'Chờ chiếu',
	queueEmpty: 'Chưa có nội dung nào chờ chiếu.',
	next: 'Chiếu tiếp',
	back: 'Trở lại',
	follow: 'Theo mục đang bàn',
	up: 'Lên',
	down: 'Xuống',
	drop: 'Bỏ',
	earlier: (what: string) => `Lên trước: ${what}`,
	later: (what: string) => `Xuống sau: ${what}`,
	remove: (what: string) => `Bỏ: ${what}`,
	follows: 'Khi chuyển mục, màn hình tự chiếu mục mới.',
	page: (page: number, pages: number) => `Trang ${page}/${pages}`,
	previousPage: 'Trang trước',
	nextPage: 'Trang sau',
	wording: {
		title: 'Chữ đang soạn lên màn hình khi nào',
		choices: {
			settled: 'Khi viết xong câu',
			live: 'Từng chữ một',
			published: 'Chỉ khi bấm “Đưa lên màn hình”'
		} satisfies Record<Wording, string>,
		publish: 'Đưa lên màn hình',
		published: 'Chữ mới đã lên màn hình.',
		newer: 'Bản đang soạn mới hơn chữ trên màn hình.'
	},
	size: {
		title: 'Cỡ chữ',
		choices: { hall: 'Vừa', 'back-row': 'Lớn, cho hàng ghế cuối' } satisfies Record<Size, string>
	},
	screens: {
		title: 'Các màn hình đã nối',
		none: 'Chưa có màn hình nào được nối.',
		name: (number: number) => `Màn hình ${number}`,
		leads: 'chính',
		lead: 'Đặt làm màn hình chính',
		version: (seq: number, time: string) => `đang hiện bản ${seq}, lúc ${time}`,
		behind: 'chậm hơn phòng họp',
		waiting: 'chưa báo lại',
		pinned: (what: string) => `riêng: ${what}`,
		pin: 'Giữ nguyên nội dung này',
		letGo: 'Cho theo màn hình chung'
	},
	pairLabel: 'Nối thêm màn hình',
	pairHint: 'Mở địa chỉ /wall trên màn hình, rồi gõ 6 chữ số hiện ra.',
	pair: 'Nối màn hình',
	paired: 'Đã nối. Màn hình sẽ chiếu cuộc họp này.',
	wrongCode: 'Mã không đúng hoặc đã hết hạn. Xin xem lại mã trên màn hình.'
};

export type Hall = typeof hall;
