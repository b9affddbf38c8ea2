export const nextMeeting = {
	make: 'Cuộc họp mới từ cuộc họp trước',
	about: 'Chỉ cần chọn ngày. Mọi việc khác lấy từ cuộc họp trước, và sửa được ở bước chuẩn bị.',
	comesAlong: (month: string) => `Lấy từ cuộc họp tháng ${month}`,
	tasks: (n: number) => (n === 0 ? 'Không còn nhiệm vụ nào chưa xong' : `${n} nhiệm vụ cần kiểm điểm`),
	remedies: (n: number) => `trong đó ${n} việc bổ cứu sau rút kinh nghiệm`,
	remarks: (n: number) =>
		n === 0 ? 'Không còn góp ý nào chưa giải quyết' : `${n} góp ý chưa giải quyết, đưa vào câu hỏi gợi ý`,
	people: (n: number) => `${n} đảng viên của chi bộ hiện nay`,
	chair: (name: string) => `Chủ trì: đồng chí ${name}`,
	facilitator: (name: string) => `Giúp điều hành: đồng chí ${name}`,
	number: (number: string) => `Nghị quyết: ${number}`,
	regular: 'Sinh hoạt thường kỳ, theo chương trình mẫu và các khối nội dung cấp trên quy định',
	none: 'Chưa có cuộc họp nào đã bế mạc để lấy tiếp. Đồng chí tạo cuộc họp đầu tiên.'
};
