/** Words that belong to no page: buttons, states of the link and of saving, the frame of every page. */
export const common = {
	product: 'Hội Trường',
	tagline: 'Phòng họp chi bộ',
	skip: 'Đến nội dung chính',
	otherLanguage: 'English',
	menu: 'Trang',
	home: 'Cuộc họp',
	signedInAs: (name: string) => `Đang dùng tên ${name}`,
	signIn: 'Đăng nhập',
	signOut: 'Đăng xuất',
	save: 'Lưu',
	send: 'Gửi',
	add: 'Thêm',
	change: 'Sửa',
	remove: 'Bỏ',
	cancel: 'Thôi',
	close: 'Đóng',
	confirm: 'Xác nhận',
	undo: 'Hoàn tác',
	back: 'Quay lại',
	next: 'Tiếp',
	copy: 'Sao chép',
	copied: 'Đã sao chép',
	print: 'In',
	record: 'Hồ sơ cuộc họp',
	search: 'Tìm',
	loading: 'Đang tải…',
	notLoaded: 'Chưa tải được phần này.',
	retry: 'Thử lại',
	onBehalf: (by: string, whom: string) => `${by} ghi thay ${whom}`,
	optional: 'không bắt buộc',
	failed: 'Chưa làm được. Xin thử lại.',
	/** Said without a link too, when nothing can be fetched. */
	unavailable: 'Máy chủ chưa lưu được. Xin thử lại sau ít giây.',
	none: 'Chưa có',
	yes: 'Có',
	no: 'Không',
	people: (n: number) => `${n} người`,
	members: (n: number) => `${n} đảng viên`,
	minutes: (n: number) => `${n} phút`,
	secureOnly:
		'Kết nối này chưa mã hóa, nên máy không giữ màn hình sáng và không sao chép được bằng một chạm. Mọi việc khác vẫn làm được.',
	saving: {
		saved: (time: string) => `Đã lưu lúc ${time}`,
		saving: 'Đang lưu…',
		kept: 'Mất kết nối, đang giữ trên máy này',
		nothingToSave: 'Chưa có gì cần lưu'
	},
	link: {
		offline: 'Mất kết nối. Màn hình có thể đã cũ; máy đang tự nối lại.',
		back: 'Đã nối lại.',
		old: 'Trang này đã cũ. Xin tải lại để tiếp tục.',
		reload: 'Tải lại trang'
	},
	countdown: { left: 'Còn', soon: 'Sắp hết giờ', over: 'Quá giờ', paused: 'Tạm dừng, còn' },
	textSize: {
		label: 'Cỡ chữ',
		steps: { '1': 'Chữ vừa', '2': 'Chữ to', '3': 'Chữ rất to' }
	},
	error: {
		notFound: 'Không tìm thấy trang này',
		notFoundHint: 'Có thể địa chỉ đã đổi, hoặc đồng chí không được mời vào trang này.',
		broken: 'Có lỗi xảy ra',
		brokenHint: 'Lỗi đã được ghi lại. Những gì đã lưu vẫn còn nguyên.',
		home: 'Về trang đầu'
	}
};

export type Common = typeof common;
