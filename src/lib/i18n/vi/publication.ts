import type { Extract } from '../../publication/extract.ts';

/** Publishing a sealed record as a model, and reading those of other cells. */
export const publication = {
	title: 'Công bố làm hồ sơ mẫu',
	publishAs: 'Công bố làm hồ sơ mẫu',
	model: 'Hồ sơ mẫu',
	kinds: 'Xem hồ sơ nào',
	own: 'Hồ sơ của chi bộ',
	models: 'Hồ sơ mẫu',
	modelsAbout: 'Hồ sơ sinh hoạt điểm mà các chi bộ trong cùng đảng bộ công bố để học tập.',
	noModels: 'Chưa có hồ sơ mẫu nào trong đảng bộ.',
	toModels: 'Các hồ sơ mẫu',
	toRecord: 'Về hồ sơ',
	about: (cells: number) =>
		`Đảng viên của ${cells} chi bộ khác trong cùng đảng bộ sẽ đọc được phần công bố. Đồng chí chọn phần cần lược bỏ, xem lại đúng bản sẽ công bố, rồi mới công bố.`,
	readBy: (cells: number) =>
		cells === 0
			? 'Trong đảng bộ chưa có chi bộ nào khác trên hệ thống này.'
			: `${cells} chi bộ khác trong cùng đảng bộ đọc được, không ai khác.`,
	closedParts: 'Luôn lược bỏ: phần họp nội bộ',
	closedHint: 'Những gì nói và ghi trong phần này không bao giờ được công bố.',
	never: 'Luôn lược bỏ',
	neverHint:
		'Lý do xin vắng, góp ý gửi riêng, nhận xét của đại biểu, ý kiến chuẩn bị chưa đọc, cam kết tu dưỡng của đảng viên.',
	leaveOut: 'Lược bỏ',
	itsWords: 'Xem nội dung',
	items: 'Mục trong chương trình và biên bản',
	clauses: 'Điểm của nghị quyết',
	comments: 'Góp ý bằng văn bản',
	people: 'Họ tên',
	peopleHint:
		'Tên được lược bỏ ở mọi chỗ ghi đủ họ tên. Chỗ chỉ gọi tên riêng thì ghi thêm vào ô “Từ ngữ khác”.',
	phrases: 'Từ ngữ khác',
	phrasesHint: 'Mỗi dòng một từ hoặc cụm từ; được lược bỏ ở mọi chỗ.',
	preview: 'Xem đúng bản sẽ công bố',
	readFirst: 'Đây là toàn bộ những gì sẽ công bố. Xin đọc lại trước khi công bố.',
	changed: 'Bản này khác với bản đồng chí vừa xem. Xin đọc lại rồi công bố.',
	publish: 'Công bố bản này',
	chooseAgain: 'Chọn lại phần lược bỏ',
	isPublished: 'Đang công bố',
	publishedAt: (when: string, name: string) => `Công bố lúc ${when}; người công bố: ${name}.`,
	takenBackAt: (when: string, name: string) => `Thu hồi lúc ${when}; người thu hồi: ${name}.`,
	look: 'Xem bản công bố',
	takeBack: 'Thu hồi bản công bố',
	takeBackHint: 'Thu hồi rồi thì không chi bộ nào đọc hay tìm thấy nữa. Bản đã in hoặc chép ra thì vẫn còn.',
	history: 'Các lần công bố trước',
	origin: 'Hồ sơ mẫu, trích để học tập trong đảng bộ',
	attended: (present: number, summoned: number, rate: string) =>
		`Có mặt ${present}/${summoned} đảng viên thuộc diện triệu tập${rate && ` (${rate})`}.`,
	lasted: (minutes: number) => `Kéo dài ${minutes} phút.`,
	took: (planned: number, actual: number) => `(dự kiến ${planned} phút, thực tế ${actual} phút)`,
	itemLeftOut: 'Một mục được lược bỏ.',
	clauseLeftOut: 'Được lược bỏ.',
	leftOut: ({ closedParts, items, clauses, comments, names }: Extract['leftOut']) => {
		const parts = [
			closedParts > 0 && `${closedParts} phần họp nội bộ`,
			items > 0 && `${items} mục`,
			clauses > 0 && `${clauses} điểm của nghị quyết`,
			comments > 0 && `${comments} góp ý`,
			names > 0 && `${names} họ tên`
		];
		return `Đã lược bỏ: ${parts.filter(Boolean).join(', ')}.`;
	},
	takenFrom: (number: number, cell: string, day: string) =>
		`Trích từ hồ sơ số ${number} của ${cell}, niêm phong ngày ${day}. Mã niêm phong của hồ sơ gốc:`,
	hash: 'Mã kiểm tra (SHA-256) của bản công bố:'
};

export type PublicationWords = typeof publication;
