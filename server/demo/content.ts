/** What the demo cell is called, who is in it and what its resolution says. All of it is made up. */

export const COMMITTEE = { name: 'Đảng ủy phường Kim Thạch' };
export const CELL = {
	name: 'Chi bộ Tổ dân phố Bình Minh 2',
	place: 'Kim Thạch',
	meetingPlace: 'Nhà văn hóa Tổ dân phố Bình Minh 2'
};
export const OTHER_CELL = {
	name: 'Chi bộ Trường Tiểu học Bình Minh',
	place: 'Kim Thạch',
	meetingPlace: 'Phòng họp Trường Tiểu học Bình Minh'
};

const NAMED = [
	'Trịnh Đức Hòa',
	'Lê Thị Mai Sương',
	'Nguyễn Văn Khải',
	'Phạm Thu Ngân',
	'Đoàn Quang Lực',
	'Vũ Hoàng Yến',
	'Bùi Xuân Trường',
	'Hoàng Thị Lụa',
	'Đặng Minh Quân',
	'Trần Kim Oanh',
	'Ngô Bá Thịnh',
	'Lương Thị Tuyết',
	'Cao Văn Sáng',
	'Dương Khánh Linh',
	'Phan Đình Nghiêm',
	'Hà Thị Nhàn',
	'Tạ Hữu Bình',
	'Đinh Thị Hạnh',
	'Mai Trọng Tín',
	'Kiều Văn Dũng',
	'Lý Thu Hằng',
	'Trương Công Thành',
	'Nghiêm Thị Bích',
	'Chu Đức Toàn'
];
const FAMILY = [
	'Nguyễn',
	'Trần',
	'Lê',
	'Phạm',
	'Hoàng',
	'Huỳnh',
	'Phan',
	'Vũ',
	'Võ',
	'Đặng',
	'Bùi',
	'Đỗ',
	'Hồ',
	'Ngô',
	'Dương',
	'Lý'
];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Ngọc', 'Quang', 'Hữu', 'Thanh', 'Xuân', 'Hồng', 'Quốc'];
// Names that only their marks tell apart are common, and must stay apart.
const GIVEN = [
	'Hoa',
	'Hòa',
	'Hoà',
	'Hóa',
	'Sơn',
	'Son',
	'Lan',
	'Lân',
	'Dung',
	'Dũng',
	'Dụng',
	'An',
	'Ân',
	'Tú',
	'Tư',
	'Đạt',
	'Toàn',
	'Toán',
	'Mai',
	'Hải',
	'Hai'
];

/** The name of the n-th member, counted from 0; the same for the same n. */
export function memberName(n: number): string {
	return NAMED[n] ?? `${pick(FAMILY, n)} ${pick(MIDDLE, n * 5 + 1)} ${pick(GIVEN, n * 7 + 3)}`;
}

const GUESTS = [
	{
		name: 'Lâm Quốc Vinh',
		title: 'Phó Bí thư Thường trực Đảng ủy phường',
		organisation: 'Đảng ủy phường Kim Thạch'
	},
	{ name: 'Đỗ Thị Hồng Vân', title: 'Trưởng Ban Xây dựng Đảng', organisation: 'Đảng ủy phường Kim Thạch' },
	{
		name: 'Quách Thanh Phong',
		title: 'Phó Chủ nhiệm Ủy ban Kiểm tra',
		organisation: 'Ủy ban Kiểm tra Đảng ủy phường Kim Thạch'
	},
	{ name: 'Tống Thị Ái Liên', title: 'Bí thư chi bộ', organisation: 'Chi bộ Tổ dân phố Bình Minh 5' },
	{ name: 'Hồ Viết Nam', title: 'Bí thư chi bộ', organisation: 'Chi bộ Trường Tiểu học Bình Minh' }
];

export function guest(n: number): { name: string; title: string; organisation: string } {
	return (
		GUESTS[n] ?? { name: memberName(n + 60), title: 'Bí thư chi bộ', organisation: `Chi bộ số ${n + 1}` }
	);
}

export const CLAUSES: readonly (readonly [label: string, text: string])[] = [
	[
		'I.1',
		'Về công tác chính trị, tư tưởng: chi bộ phổ biến kịp thời thời sự và văn bản mới; đảng viên yên tâm, tin tưởng; nhân dân đồng thuận với chủ trương của phường.'
	],
	[
		'I.2',
		'Về lãnh đạo nhiệm vụ chính trị: duy trì hai buổi Chủ nhật xanh; rà soát xong 12 cơ sở nhà trọ; an ninh trật tự ổn định.'
	],
	['I.3', 'Hạn chế: chỉ tiêu phân loại rác chưa đạt. Nguyên nhân: vận động chưa đến từng hộ thuê trọ.'],
	[
		'II.1',
		'Tiếp tục học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; mỗi đảng viên đăng ký một việc làm cụ thể trong tháng.'
	],
	['II.2.a', 'Vận động 70% số hộ phân loại rác tại nguồn. Đồng chí Nguyễn Văn Khải chủ trì.'],
	['II.2.b', 'Tổ chức Ngày hội Đại đoàn kết toàn dân tộc. Đồng chí Đoàn Quang Lực chủ trì.'],
	['II.2.c', 'Đôn đốc 03 cơ sở nhà trọ bổ sung bình chữa cháy. Đồng chí Cao Văn Sáng chủ trì.'],
	['II.2.d', 'Hoàn thành lắp camera thứ tư tại ngõ 12 từ nguồn vận động. Đồng chí Nguyễn Văn Khải chủ trì.'],
	['II.2.đ', 'Hỗ trợ đảng viên lớn tuổi sử dụng ứng dụng số. Chi đoàn phối hợp thực hiện.'],
	['III.1', 'Chi ủy phân công từng đảng viên theo tổ tự quản, báo cáo tại kỳ sinh hoạt sau.']
];

function pick(from: readonly string[], n: number): string {
	return from[n % from.length] ?? '';
}

/** What the cell had to do since its last meeting; `owner` counts its members from 0. */
export const FORMER_TASKS: readonly {
	readonly task: string;
	readonly owner: number;
	readonly stateAtStart: string;
	readonly result: string;
	readonly status: 'done' | 'in-progress' | 'not-done';
	readonly percent: number;
	readonly cause?: string;
}[] = [
	{
		task: 'Vận động 70% số hộ phân loại rác tại nguồn',
		owner: 2,
		stateAtStart: 'Đang triển khai',
		result: 'Đạt 62% (186/300 hộ), chưa đạt chỉ tiêu',
		status: 'in-progress',
		percent: 88.6,
		cause: 'Vận động chưa đến từng hộ thuê trọ'
	},
	{
		task: 'Tổ chức 02 buổi Chủ nhật xanh',
		owner: 8,
		stateAtStart: 'Có mốc thời hạn',
		result: 'Hoàn thành 2/2 buổi, 140 lượt người tham gia',
		status: 'done',
		percent: 100
	},
	{
		task: 'Rà soát an toàn phòng cháy tại 12 cơ sở nhà trọ',
		owner: 12,
		stateAtStart: 'Có mốc thời hạn',
		result: 'Hoàn thành 12/12; kiến nghị 03 cơ sở bổ sung bình chữa cháy',
		status: 'done',
		percent: 100
	},
	{
		task: 'Lắp 04 camera an ninh',
		owner: 6,
		stateAtStart: 'Đang triển khai',
		result: '',
		status: 'in-progress',
		percent: 75
	}
];

/** The delegation of the first three observers. */
export const DELEGATION = 'Đoàn công tác của Ban Thường vụ Đảng ủy phường';
