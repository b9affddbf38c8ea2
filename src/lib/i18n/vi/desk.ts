/** Beside the console: the tablet at the door, the sheets of paper, and what is done for somebody without a phone. */
export const desk = {
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
	}
};
