export const record = {
	title: 'Hồ sơ cuộc họp',
	hash: 'Mã kiểm tra (SHA-256)',
	attendance: 'Điểm danh',
	speeches: 'Phát biểu',
	items: 'Nội dung'
};

export type RecordWords = typeof record;
