import type { Observer } from '../../people/roster.ts';

/** Of the panels: the tablet at the door, the sheets of paper, what is done for somebody else, and the observers. */
export const beside = {
	checkin: {
		title: 'Điểm danh ở cửa',
		hint: 'Chạm vào tên đồng chí vừa đến.',
		present: (present: number, summoned: number) => `Có mặt ${present}/${summoned}`,
		members: 'Đảng viên',
		observers: 'Đại biểu, khách mời',
		here: (time: string) => `✓ ${time}`,
		arrived: (name: string) => `Có mặt: ${name}`,
		nobody: 'Không có tên nào như vậy.',
		notSummoned: 'không dự được',
		undo: 'Ghi nhầm, bỏ',
		undone: (name: string) => `Đã bỏ: ${name}`,
		toDesk: 'Về bàn điều hành',
		over: 'Cuộc họp đã bế mạc, không điểm danh được nữa.'
	},
	sheets: {
		title: 'Giấy in',
		agenda: 'Chương trình',
		roll: 'Danh sách ký tên',
		ballots: 'Phiếu biểu quyết',
		howMany: 'Số phiếu',
		question: 'Nội dung biểu quyết',
		make: 'Tạo phiếu'
	},
	behalf: {
		ask: 'Đăng ký phát biểu',
		askSaid: (name: string) => `Đăng ký phát biểu thay: ${name}`,
		asked: (name: string) => `Đã đăng ký phát biểu cho ${name}`,
		comment: 'Góp ý theo lời',
		commentSaid: (name: string) => `Góp ý theo lời: ${name}`
	},
	observers: {
		title: 'Đại biểu, khách mời',
		hint: 'Đại biểu vào họp bằng mã trên màn hình rồi nhận tên mình trong danh sách.',
		none: 'Chưa mời ai.',
		alone: 'Không theo đoàn',
		invite: 'Mời đại biểu',
		invited: (name: string) => `Đã mời ${name}`,
		change: 'Sửa',
		changeSaid: (name: string) => `Sửa: ${name}`,
		changed: (name: string) => `Đã sửa ${name}`,
		name: 'Họ và tên',
		position: 'Chức vụ',
		unit: 'Đơn vị',
		mode: { room: 'Dự tại phòng', remote: 'Dự từ xa' },
		delegation: 'Đoàn',
		delegationHint: 'Tên đoàn, giống nhau cho mọi người trong đoàn. Bỏ trống: không theo đoàn.',
		rank: 'Tư cách dự',
		ranks: {
			delegation_head: 'Trưởng đoàn',
			higher_level_delegate: 'Đại biểu cấp trên',
			guest_observer: 'Khách dự, học tập'
		} satisfies Record<Observer['rank'], string>,
		supervises: 'Cấp ủy viên theo dõi chi bộ này',
		supervisesHint: 'Thấy việc chuẩn bị còn thiếu gì trước khi khai mạc.',
		required: 'Số buổi phải dự trong năm',
		attendedBefore: 'Đã dự trước cuộc này',
		quota: (before: number, required: number) => `đã dự ${before}/${required}`,
		follows: 'theo dõi chi bộ',
		more: (n: number) => `và ${n} người nữa`
	}
};

export type Beside = typeof beside;
