/** The closed session at the desk; what those outside and on the phone read stands in `room` and `phone`. */
export const closed = {
	begin: 'Họp nội bộ',
	beginTitle: 'Họp nội bộ',
	beginHint:
		'Đại biểu chờ bên ngoài không thấy và không đọc được gì cho đến khi kết thúc phần này; nội dung trong phần này về sau cũng không xem được. Màn hình lớn chỉ hiện tên cuộc họp.',
	stay: 'Ai được ở lại?',
	nobodyToKeep: 'Không có đại biểu nào trong cuộc họp.',
	beginNow: (outside: number) =>
		outside === 0 ? 'Bắt đầu họp nội bộ' : `Bắt đầu, ${outside} đại biểu chờ ngoài`,
	begun: 'Đã bắt đầu họp nội bộ',
	since: (time: string) => `Đang họp nội bộ từ ${time}.`,
	where: 'Ba văn bản tạm khóa, ghi chép vào trang “Phần nội bộ”.',
	outside: (names: string) => `Chờ bên ngoài: ${names}.`,
	end: 'Kết thúc họp nội bộ',
	endTitle: 'Kết thúc họp nội bộ?',
	endQuestion: 'Đại biểu được mời trở lại, ba văn bản mở lại. Phần ghi nội bộ được lưu riêng.',
	ended: 'Đã kết thúc họp nội bộ',
	waitTitle: 'Chi bộ đang họp nội bộ, mời đồng chí chờ',
	waitHint: 'Trang này tự mở lại khi phần họp nội bộ kết thúc. Đồng chí không cần bấm gì.'
};
