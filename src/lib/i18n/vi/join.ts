export const join = {
	title: 'Vào họp',
	code: 'Mã trên màn hình',
	codeHint: '8 chữ số',
	pick: 'Đồng chí tên là gì?',
	waiting: 'Đang chờ bàn thư ký xác nhận'
};

export type Join = typeof join;
