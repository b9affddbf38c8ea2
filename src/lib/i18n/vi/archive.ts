export const archive = {
	title: 'Hồ sơ các kỳ sinh hoạt',
	about: 'Biên bản, nghị quyết của các cuộc họp mà đồng chí được xem.',
	open: 'Tìm trong hồ sơ',
	words: 'Tìm theo lời',
	wordsHint: 'Gõ có dấu hay không dấu đều được, ví dụ: nghi quyet, vệ sinh môi trường.',
	submit: 'Tìm',
	inTitle: 'Chỉ tìm trong tên và chủ đề',
	cell: 'Chi bộ',
	month: 'Tháng',
	type: 'Loại',
	any: 'Tất cả',
	model: 'Sinh hoạt điểm',
	reset: 'Xem lại tất cả',
	year: (year: string) => `Năm ${year}`,
	results: (words: string) => `Kết quả cho “${words}”`,
	chosen: 'Hồ sơ đã chọn',
	ended: (when: string) => `Bế mạc ${when}`,
	newer: 'Trang trước',
	older: 'Xem tiếp',
	none: 'Chưa có hồ sơ nào. Hồ sơ có ở đây ngay sau khi cuộc họp bế mạc.',
	retention: {
		title: 'Hết thời hạn lưu trữ',
		hint: 'Hệ thống không tự xóa hồ sơ nào. Đồng chí mở từng hồ sơ, xem lại và quyết định xóa hay giữ tiếp.',
		since: (day: string) => `hết hạn ngày ${day}`,
		until: (day: string, years: number) =>
			`Lưu trữ ${years} năm, đến ngày ${day}. Hệ thống không tự xóa hồ sơ nào.`,
		isOver: (day: string, years: number) =>
			`Thời hạn lưu trữ ${years} năm đã hết ngày ${day}. Hệ thống không tự xóa hồ sơ nào: đồng chí quyết định xóa hay giữ tiếp.`,
		reason: 'Hết thời hạn lưu trữ',
		setting: 'Thời hạn lưu trữ hồ sơ',
		settingHint:
			'Hết hạn thì bí thư, phó bí thư được nhắc ở trang hồ sơ; hệ thống không tự xóa hồ sơ nào. Để trống nếu chưa định thời hạn.',
		years: 'Số năm lưu trữ',
		save: 'Lưu thời hạn',
		saved: 'Đã lưu thời hạn lưu trữ.'
	},
	nothing: 'Không tìm thấy hồ sơ nào. Đồng chí thử bớt chữ, hoặc chọn tháng khác.'
};
