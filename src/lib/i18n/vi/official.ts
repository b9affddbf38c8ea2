export const official = {
	title: 'Văn bản',
	papers: {
		minutes: 'Biên bản',
		resolution: 'Nghị quyết'
	},
	problems: {
		signIn: 'Đồng chí cần đăng nhập rồi mở lại địa chỉ này.',
		notFound: 'Không có văn bản này, hoặc đồng chí không được xem.',
		malformed: 'Địa chỉ có phần chưa đúng. Đồng chí mở lại trang hồ sơ và chọn văn bản ở mục “Văn bản”.',
		busy: 'Nhiều văn bản đang được tạo cùng lúc. Đồng chí thử lại sau ít phút.',
		failed: 'Chưa tạo được văn bản. Đồng chí thử lại; nếu vẫn không được, hãy in trang hồ sơ.'
	}
};

export type OfficialWords = typeof official;
