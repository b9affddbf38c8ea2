export const cells = {
	title: 'Chi bộ',
	people: 'Danh sách đảng viên',
	name: 'Tên chi bộ',
	upper: 'Đảng bộ cấp trên'
};

export type Cells = typeof cells;
