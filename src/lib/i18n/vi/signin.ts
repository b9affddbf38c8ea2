export const signin = {
	title: 'Đăng nhập',
	account: 'Tên tài khoản',
	password: 'Mật khẩu',
	submit: 'Đăng nhập',
	wrong: 'Tên tài khoản hoặc mật khẩu không đúng.',
	tooMany: 'Đã thử quá nhiều lần. Xin chờ ít phút rồi thử lại.',
	byCode: 'Đảng viên vào họp bằng mã'
};

export type Signin = typeof signin;
