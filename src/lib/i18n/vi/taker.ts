/** What the taker of the minutes has at hand beside the text. */
export const taker = {
	at: (heading: string) => `Vào phần: ${heading}`,
	search: 'Tìm câu',
	searchHint: 'Gõ không dấu cũng được. Enter chèn câu đầu tiên, mũi tên lên xuống để chọn.',
	here: 'Câu cho phần này',
	usual: 'Câu thường dùng',
	live: 'Số liệu tự cập nhật',
	nothing: 'Không có câu nào như thế.',
	inserted: 'Đã chèn vào biên bản',
	people: 'Góp ý, ý kiến chưa có trong biên bản',
	comment: 'góp ý',
	opinion: 'ý kiến bằng văn bản',
	quote: 'Đưa vào biên bản',
	quoteOf: (kind: string, name: string) => `Đưa vào biên bản ${kind} của ${name}`,
	cell: 'Câu, trích dẫn của chi bộ',
	turn: {
		title: (name: string) => `Sửa lượt phát biểu của ${name}`,
		hint: 'Biên bản và số liệu đổi theo.',
		kind: 'Loại ý kiến',
		minutes: 'Phút',
		seconds: 'Giây',
		save: 'Sửa',
		done: 'Đã sửa lượt phát biểu'
	},
	changes: {
		hint: 'Sửa một số liệu thì mọi chỗ ghi trong biên bản, nghị quyết đổi theo. Mỗi lần sửa được ghi lại ở đây.',
		none: 'Chưa sửa số liệu nào.',
		fixed: 'Sửa',
		removed: 'Đã bỏ',
		failed: 'Chưa đọc được. Xin thử lại.'
	}
};

export type Taker = typeof taker;
