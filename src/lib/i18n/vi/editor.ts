/** The shared texts: who is here, what is saved, what was not accepted. */
export const editor = {
	label: (heading: string) => `Soạn: ${heading}`,
	here: 'Đang cùng soạn',
	others: (n: number) => `và ${n} người khác`,
	alone: 'Chưa có ai khác đang soạn',
	noteBy: (name: string) => `Ghi chú của ${name}`,
	loading: 'Đang mở văn bản…',
	readOnly: 'Văn bản chỉ để đọc.',
	frozen: 'Văn bản đã đóng băng, không ai sửa được.',
	offline: 'Mất kết nối. Đồng chí cứ soạn tiếp: chữ đang giữ trên máy này và sẽ gửi khi nối lại.',
	oldVersion: 'Trang này đã cũ nên chỉ đọc được. Xin tải lại để soạn.',
	signedOut: 'Đồng chí đã đăng xuất. Xin đăng nhập lại để mở văn bản.',
	notFound: 'Không mở được văn bản này.',
	blocked: 'Mạng này chặn kết nối soạn thảo: đọc được, chưa soạn được.',
	full: 'Văn bản quá lớn hoặc thao tác quá nhanh, nên máy chủ đã ngắt. Xin tải lại trang.',
	rightLost: 'Đồng chí không còn quyền soạn văn bản này.',
	unreceived: 'Chưa được nhận',
	unreceivedHint: 'Những chữ sau của đồng chí chưa vào văn bản. Có thể sao chép, hoặc gửi thành góp ý.',
	sendAsComment: 'Gửi thành góp ý',
	discard: 'Bỏ đi',
	keys: 'Ctrl+B đậm, Ctrl+I nghiêng, Ctrl+Z hoàn tác chữ của mình, Esc ra khỏi ô soạn.',
	bold: 'Đậm',
	italic: 'Nghiêng',
	empty: 'Chưa có nội dung',
	changes: 'Những chỗ đã sửa',
	insertTitle: 'Chèn vào biên bản',
	standing: {
		insert: 'Chèn câu có sẵn (Ctrl+/)',
		title: 'Câu, trích dẫn của chi bộ'
	}
};

export type Editor = typeof editor;
