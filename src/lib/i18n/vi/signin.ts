export const signin = {
	title: 'Đăng nhập',
	forWhom:
		'Dành cho bí thư, cấp ủy và quản trị. Đảng viên vào họp bằng mã trên màn hình, không cần tài khoản.',
	account: 'Tên tài khoản',
	password: 'Mật khẩu',
	submit: 'Đăng nhập',
	wrong: 'Tên tài khoản hoặc mật khẩu không đúng.',
	tooMany: (minutes: number) => `Đã thử quá nhiều lần. Xin chờ ${minutes} phút rồi thử lại.`,
	byCode: 'Đảng viên vào họp bằng mã',
	leaveDevice: 'Sau khi đăng xuất, máy này không còn mang tên đồng chí. Lần sau cần nhận tên lại.',
	signedOut: 'Máy này chưa đăng nhập.',
	setup: {
		title: 'Thiết lập lần đầu',
		intro: 'Máy chủ này chưa có chi bộ nào. Xin tạo chi bộ và tài khoản của bí thư, người quản trị đầu tiên.',
		cell: 'Chi bộ',
		upper: 'Đảng bộ, đảng ủy cấp trên',
		upperHint: 'Ví dụ: Đảng ủy phường Sông Trí',
		name: 'Tên chi bộ',
		nameHint: 'Ví dụ: Chi bộ Tổ dân phố 2',
		account: 'Tài khoản của bí thư',
		secretary: 'Họ và tên bí thư',
		login: 'Tên tài khoản',
		loginHint: 'Không có dấu cách, ví dụ: bithu.tdp2',
		password: 'Mật khẩu',
		passwordHint: 'Từ 8 ký tự. Nên là một câu dài dễ nhớ.',
		submit: 'Tạo chi bộ',
		noToken:
			'Liên kết thiết lập không đúng hoặc đã dùng. Xin mở đúng liên kết mà máy chủ in ra khi khởi động.',
		needsScript: 'Trang này cần JavaScript để đọc mã trong liên kết.'
	},
	hello: {
		title: 'Mở liên kết cá nhân',
		opening: 'Đang nhận tên đồng chí trên máy này…',
		replaces:
			'Máy này đang đăng nhập một tài khoản. Mở liên kết sẽ đăng xuất tài khoản đó và mang tên của người có liên kết.',
		open: 'Vào họp',
		dead: 'Liên kết này đã thu hồi hoặc không đúng. Xin bí thư cho liên kết mới, hoặc vào họp bằng mã trên màn hình.'
	}
};

export type Signin = typeof signin;
