export const room = {
	now: 'Đang bàn',
	next: 'Tiếp theo',
	floor: 'Phát biểu',
	rollcall: 'Điểm danh',
	texts: 'Văn bản'
};

export type Room = typeof room;
