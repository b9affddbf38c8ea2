export const record = {
	title: 'Hồ sơ cuộc họp',
	minutes: 'Biên bản',
	resolution: 'Nghị quyết',
	closed: (from: string, to: string) => `Phần họp nội bộ (${from} – ${to})`,
	printMinutes: 'In biên bản',
	details: 'Chi tiết của hồ sơ',
	kind: (type: string, month: string) => `${type} tháng ${month}`,
	attendance: 'Điểm danh',
	rate: (present: number, summoned: number, rate: string) =>
		`Có mặt ${present}/${summoned} đảng viên thuộc diện triệu tập, đạt ${rate}.`,
	rule: (above: boolean, mark: string) =>
		above ? `Quy định: trên ${mark}.` : `Quy định: từ ${mark} trở lên.`,
	meets: 'Đạt yêu cầu.',
	misses: 'Chưa đạt yêu cầu.',
	number: 'TT',
	name: 'Họ và tên',
	state: 'Điểm danh',
	fromTo: 'Đến – về',
	observers: 'Đại biểu, khách mời',
	didNotCome: 'không dự',
	closedHint: 'Biên bản có phần họp nội bộ. Chỉ những đồng chí có mặt trong phần đó đọc được phần này.',
	votes: 'Biểu quyết',
	counts: (yes: number, no: number, other: number) =>
		`Tán thành ${yes}, không tán thành ${no}, ý kiến khác ${other}.`,
	base: (base: number, roll: number, needed: number) =>
		`Trên tổng số ${base} đảng viên chính thức, có mặt ${roll}; cần ${needed}.`,
	passed: 'Được thông qua.',
	notPassed: 'Không được thông qua.',
	version: (sha256: string) => `Văn bản được biểu quyết: SHA-256 ${sha256}`,
	items: 'Nội dung và thời gian',
	item: 'Nội dung',
	begun: 'Bắt đầu',
	plannedMinutes: 'Dự kiến',
	actual: 'Thực tế',
	skipped: 'Bỏ qua',
	duration: (minutes: number, minimum: number) =>
		`Cuộc họp kéo dài ${minutes} phút; quy định ít nhất ${minimum} phút.`,
	speeches: 'Phát biểu',
	spoke: (turns: number, speakers: number) => `${turns} lượt phát biểu của ${speakers} đảng viên.`,
	comments: 'Góp ý bằng văn bản',
	notHandled: 'Chưa giải quyết',
	adopted: {
		title: 'Thông qua biên bản',
		at: (when: string, version: number) => `Chi bộ thông qua lúc ${when}, bản số ${version}.`,
		hash: 'Mã kiểm tra (SHA-256) của lời văn đã thông qua:',
		later: 'Ghi hoặc sửa sau khi đưa ra thông qua:',
		by: (at: string, name: string, section: string) => `${at}, ${name}${section ? `, mục “${section}”` : ''}:`
	},
	hash: 'Mã kiểm tra (SHA-256) của toàn bộ hồ sơ',
	json: 'Tải hồ sơ dạng dữ liệu (JSON)'
};

export type RecordWords = typeof record;
