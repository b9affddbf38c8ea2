import type { PaperKind } from '../../official/layout.ts';

export const official = {
	title: 'Văn bản',
	papers: {
		minutes: 'Biên bản',
		resolution: 'Nghị quyết',
		conclusion: 'Kết luận',
		agenda: 'Chương trình',
		roll: 'Danh sách điểm danh',
		score: 'Biểu tự đánh giá chất lượng',
		remarks: 'Phiếu góp ý của đại biểu',
		debrief: 'Biên bản rút kinh nghiệm',
		committee: 'Biên bản họp chi ủy',
		extract: 'Trích biên bản'
	} satisfies Record<PaperKind, string>,
	word: 'Word',
	as: (paper: string, format: string) => `${paper}, tệp ${format}`,
	tables: 'Bảng tính (Excel)',
	rollTable: 'Điểm danh',
	taskTable: 'Nhiệm vụ',
	dossier: 'Toàn bộ hồ sơ trong một tệp',
	toRecord: 'Hồ sơ cuộc họp',
	extractTitle: 'Trích biên bản một nội dung',
	extractItem: 'Nội dung',
	showExtract: 'Xem trích biên bản',
	formTitle: 'Thể thức và cách ký',
	guide: 'Theo hướng dẫn',
	signedFor: 'Thay mặt',
	choose: 'Dùng thể thức này',
	problems: {
		signIn: 'Đồng chí cần đăng nhập rồi mở lại địa chỉ này.',
		notFound: 'Không có văn bản này, hoặc đồng chí không được xem.',
		malformed: 'Địa chỉ có phần chưa đúng. Đồng chí mở lại trang hồ sơ và chọn văn bản ở mục “Văn bản”.',
		busy: 'Nhiều văn bản đang được tạo cùng lúc. Đồng chí thử lại sau ít phút.',
		failed: 'Chưa tạo được văn bản. Đồng chí thử lại; nếu vẫn không được, hãy in trang hồ sơ.'
	}
};

export type OfficialWords = typeof official;
