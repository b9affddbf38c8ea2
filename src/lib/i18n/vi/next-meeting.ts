export const nextMeeting = {
	make: 'Cuộc họp mới từ cuộc họp trước',
	about:
		'Chỉ cần chọn ngày, và loại sinh hoạt nếu khác. Mọi việc khác lấy từ cuộc họp trước, và sửa được ở bước chuẩn bị.',
	comesAlong: (month: string) => `Lấy từ cuộc họp tháng ${month}`,
	tasks: (n: number) => (n === 0 ? 'Không còn nhiệm vụ nào chưa xong' : `${n} nhiệm vụ cần kiểm điểm`),
	remedies: (n: number) => `trong đó ${n} việc bổ cứu sau rút kinh nghiệm`,
	comments: (n: number) =>
		n === 0 ? 'Không còn góp ý nào chưa giải quyết' : `${n} góp ý chưa giải quyết, đưa vào câu hỏi gợi ý`,
	people: (n: number) => `${n} đảng viên của chi bộ hiện nay`,
	chair: (name: string) => `Chủ trì: đồng chí ${name}`,
	facilitator: (name: string) => `Giúp điều hành: đồng chí ${name}`,
	number: (number: string) => `Nghị quyết: ${number}`,
	standing: (n: number) =>
		n === 0 ? 'Chi bộ chưa có mục thường xuyên riêng' : `${n} mục thường xuyên của chi bộ`,
	template: 'Chương trình mẫu theo loại sinh hoạt, với các nội dung cấp trên quy định',
	remarks: 'Ý kiến đại biểu kỳ trước chưa được giải quyết',
	remarksHint: 'Đưa vào làm câu hỏi gợi ý, không ghi tên người nói. Bỏ chọn ý kiến không cần đưa vào.',
	none: 'Chưa có cuộc họp nào đã bế mạc để lấy tiếp. Đồng chí tạo cuộc họp đầu tiên.'
};
