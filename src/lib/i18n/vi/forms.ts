/** What stands beside a field that was not accepted. */
export const forms = {
	look: 'Có chỗ cần sửa. Những gì đã nhập vẫn còn nguyên.',
	saved: 'Đã lưu.',
	problems: {
		required: 'Cần nhập.',
		'too-long': 'Quá dài.',
		'not-chosen': 'Cần chọn.',
		'bad-number': 'Số không hợp lệ.',
		'bad-year': 'Năm sinh gồm 4 chữ số, từ 1900 đến nay.',
		'bad-term': 'Nhiệm kỳ ghi bằng hai năm, ví dụ 2025-2027.',
		'bad-date': 'Ngày không hợp lệ. Ghi dạng ngày/tháng/năm, ví dụ 03/11/2026.',
		'bad-time': 'Giờ không hợp lệ. Ghi dạng giờ:phút, ví dụ 19:30.',
		'date-past': 'Thời điểm này đã qua quá một ngày.',
		'bad-code': 'Mã gồm 8 chữ số.',
		'password-short': 'Mật khẩu cần từ 8 ký tự.',
		'password-differs': 'Hai lần nhập không giống nhau.',
		'login-form': 'Từ 3 đến 60 ký tự: chữ, số, dấu chấm, gạch nối, không có dấu cách.',
		'login-taken': 'Tên tài khoản này đã có người dùng.',
		'last-secretary': 'Chi bộ phải có một bí thư. Hãy giao chức bí thư cho người khác trước.',
		unknown: 'Không còn mục này. Xin tải lại trang.',
		'link-dead': 'Liên kết này đã dùng rồi, đã thu hồi hoặc không đúng.',
		failed: 'Chưa làm được. Xin thử lại.'
	}
};

export type Forms = typeof forms;
