export const wall = {
	present: (present: number, total: number) => `Có mặt ${present}/${total}`,
	join: 'Quét mã để vào họp',
	stale: 'Mất kết nối, đang hiện nội dung cuối cùng'
};

export type Wall = typeof wall;
