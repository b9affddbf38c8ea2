export const meetings = {
	title: 'Cuộc họp',
	make: 'Tạo cuộc họp',
	upcoming: 'Sắp họp',
	past: 'Đã họp',
	empty: 'Chưa có cuộc họp nào.'
};

export type Meetings = typeof meetings;
