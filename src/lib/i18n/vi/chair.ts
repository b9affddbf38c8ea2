import type { Check } from '../../readiness/readiness.ts';

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
		policy: 'Thứ tự mời',
		chosen: (policy: string) => `Thứ tự mời: ${policy}`,
		limits: 'Giới hạn thời gian',
		turn: 'Mỗi lượt phát biểu (phút)',
		turnHint: 'Mục nào có quy định riêng thì theo mục đó. Bỏ trống: không giới hạn.',
		item: 'Mục đang bàn: số phút dự kiến',
		total: 'Cả cuộc họp (phút)',
		totalHint: 'Tính từ lúc khai mạc. Bỏ trống: theo tổng chương trình.',
		save: 'Ghi giới hạn',
		saved: 'Đã ghi giới hạn thời gian',
		groups: 'Tổ đảng',
		groupsHint: 'Chọn tổ cho từng đảng viên; đại biểu tính theo đoàn.',
		group: (n: number) => `Tổ ${n}`,
		noGroup: 'Chưa xếp tổ',
		groupOf: (name: string) => `Tổ của ${name}`,
		saveGroups: 'Ghi các tổ',
		savedGroups: 'Đã ghi các tổ',
		moved: 'chủ trì xếp',
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
	},
	ready: {
		title: 'Kiểm tra trước khi khai mạc',
		all: 'Đã đủ mọi việc để khai mạc.',
		missing: (n: number) => `Còn ${n} việc chưa xong`,
		allowed: 'Thiếu việc nào vẫn khai mạc được; nên bổ sung trước.',
		state: { done: 'xong', missing: 'chưa có', later: 'làm sau khi khai mạc' },
		few: (n: number, of: number) => `mới có ${n}/${of}`,
		late: 'gửi muộn',
		check: {
			committee: 'Chi ủy đã hội ý',
			papers: 'Tài liệu đã gửi',
			'on-time': 'Tài liệu gửi trước đúng hạn',
			draft: 'Dự thảo nghị quyết',
			questions: 'Câu hỏi gợi ý thảo luận',
			opinions: 'Giao chuẩn bị ý kiến',
			prepared: 'Ý kiến đã chuẩn bị xong',
			summons: 'Giấy mời đã gửi',
			wall: 'Màn hình lớn đã nối',
			'minute-taker': 'Thư ký cuộc họp'
		} satisfies Record<Check, string>,
		mend: 'Đến chỗ làm',
		mendSaid: (what: string) => `Đến chỗ làm: ${what}`
	},
	keys: {
		title: 'Phím tắt',
		list: {
			N: 'Chuyển sang mục tiếp theo',
			S: 'Mời người tiếp theo phát biểu',
			E: 'Kết thúc lượt phát biểu',
			P: 'Tạm dừng hoặc tiếp tục lượt',
			T: 'Thêm 1 phút cho người đang phát biểu',
			K: 'Kết luận mục đang bàn',
			B: 'Tạm tắt hoặc bật lại màn hình lớn',
			U: 'Hoàn tác việc vừa làm (10 giây)',
			G: 'Mở hoặc gập lời gợi ý',
			Q: 'Thứ tự mời và giới hạn thời gian',
			V: 'Biểu quyết: nêu vấn đề, xem kết quả',
			W: 'Mở biểu quyết đã nêu',
			X: 'Công bố kết quả biểu quyết (hỏi lại trước)',
			O: 'Khai mạc hoặc bế mạc (hỏi lại trước)',
			M: 'Màn hình lớn',
			A: 'Quyền soạn',
			C: 'Phân công',
			'1–9': 'Mở các bảng bên phải theo thứ tự; Tab đi vào trong',
			'?': 'Xem các phím tắt',
			Esc: 'Đóng hộp đang mở, rời ô đang gõ'
		},
		remote: 'Dùng bút trình chiếu: PageDown chuyển mục, PageUp mời phát biểu',
		notWhileTyping: 'Phím tắt không tác dụng khi đang gõ chữ.'
	}
};

export type ChairWords = typeof chair;
