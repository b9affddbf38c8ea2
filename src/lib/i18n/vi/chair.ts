/** What leads the chair through the meeting: words to say, time, conclusions, keys, taking back, readiness. */
export const chair = {
	key: (key: string) => `phím ${key}`,
	say: {
		title: 'Lời gợi ý',
		steps: { open: 'Mở mục', discuss: 'Gợi thảo luận', vote: 'Biểu quyết', close: 'Khép mục' },
		none: 'Mục này chưa có lời gợi ý.'
	},
	pilot: {
		left: (time: string) => `còn ${time}`,
		waiting: (n: number, turn: string) => `${n} đồng chí đang chờ × ${turn}`,
		fits: 'kịp giờ',
		over: (minutes: number) => `quá ${minutes} phút`,
		end: 'Dự kiến xong',
		onTime: 'đúng chương trình',
		early: (minutes: number) => `sớm ${minutes} phút`,
		limit: (time: string) => `Giới hạn đến ${time}`,
		diffOver: (n: number) => `quá ${n} phút`,
		diffEarly: (n: number) => `sớm ${n} phút`
	},
	conclude: {
		button: 'Kết luận mục này',
		change: 'Sửa kết luận',
		title: 'Kết luận của chủ trì',
		of: (title: string) => `Kết luận: ${title}`,
		hint: 'Vào biên bản ngay dưới mục này; sửa được đến khi biên bản được biểu quyết.',
		text: 'Nội dung kết luận',
		pick: 'Chọn câu có sẵn',
		save: 'Ghi vào biên bản',
		saved: 'Đã ghi kết luận vào biên bản',
		now: 'Kết luận:'
	},
	order: {
		title: 'Thứ tự và thời gian',
		present: 'Mời trình bày',
		presentSaid: (name: string) => `Mời trình bày: ${name}`
	},
	undo: {
		word: 'Hoàn tác',
		undone: 'Đã hoàn tác',
		item: (n: number) => `Đã chuyển sang mục ${n}`,
		skipped: (n: number) => `Đã bỏ qua mục ${n}`,
		itemMoved: 'Đã đổi thứ tự mục',
		granted: (name: string) => `Đã mời ${name} phát biểu`,
		ended: 'Đã kết thúc lượt phát biểu',
		turn: 'Đã đổi giờ của lượt phát biểu',
		queue: 'Đã đổi danh sách chờ',
		attendance: (names: string) => `Đã ghi điểm danh ${names}`,
		many: (n: number) => `${n} người`,
		wall: 'Đã đổi màn hình lớn'
	}
};

export type ChairWords = typeof chair;
