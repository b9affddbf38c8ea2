import type { Missing } from '../../meeting/seal-ready.ts';

/** Sealing: the desk, the record's page, and the page that checks a dossier. */
export const seal = {
	seal: 'Niêm phong hồ sơ',
	title: 'Niêm phong hồ sơ cuộc họp',
	question:
		'Hồ sơ gồm mọi việc đến lúc này: cuộc họp, rút kinh nghiệm, chấm điểm. Niêm phong rồi thì không ai sửa, thêm hay rút được gì trong cuộc họp này nữa.',
	missingTitle: 'Còn chưa xong, mà niêm phong rồi thì không làm được nữa:',
	missing: {
		adoption: 'Chi bộ chưa thông qua biên bản.',
		'chair-signature': 'Chủ trì chưa ký biên bản.',
		'taker-signature': 'Thư ký chưa ký biên bản.',
		'self-score': 'Chi bộ chưa tự chấm điểm.',
		'supervisor-score': 'Cấp trên chưa xác nhận điểm.',
		debrief: 'Chưa rút kinh nghiệm với các đại biểu.',
		'debrief-open': 'Phần rút kinh nghiệm chưa kết thúc.'
	} satisfies Record<Missing, string>,
	afterwards: 'Nếu về sau thấy sai sót, đồng chí lập đính chính kèm theo; hồ sơ đã niêm phong giữ nguyên.',
	sealed: 'Đã niêm phong hồ sơ.',
	sealing: 'Đang niêm phong hồ sơ…',
	notSealed: 'Chưa niêm phong',
	notSealedHint: 'Hồ sơ này còn có thể thay đổi cho đến khi chủ trì niêm phong.',
	sealedAt: (when: string) => `Đã niêm phong lúc ${when}`,
	sealedBy: (name: string) => `Người niêm phong: ${name}`,
	fingerprint: 'Mã niêm phong',
	fingerprintHint: 'So mã này trên giấy, trên màn hình và ở trang kiểm tra: giống nhau là cùng một hồ sơ.',
	place: (number: number, cell: string) => `Số ${number} trong chuỗi hồ sơ niêm phong của ${cell}`,
	key: (id: string) => `Mã khóa: ${id}`,
	qr: 'Mã QR của niêm phong, dùng khi kiểm tra hồ sơ',
	line: 'Dòng kiểm tra (giữ trên giấy để phát hiện hồ sơ bị cắt bớt về sau)',
	dossier: 'Tải hồ sơ niêm phong',
	checkPage: 'Trang kiểm tra hồ sơ',
	corrections: 'Đính chính',
	correction: (number: number, when: string, name: string) => `Đính chính số ${number}, ${when}, ${name}`,
	addCorrection: 'Lập đính chính',
	correctionHint: 'Hồ sơ giữ nguyên; đính chính được niêm phong kèm theo và không xóa riêng được.',
	reason: 'Lý do',
	right: 'Nội dung đúng',
	correct: 'Niêm phong đính chính',
	remove: 'Xóa hồ sơ',
	removeHint:
		'Biên bản, nghị quyết, góp ý và mọi nội dung của cuộc họp bị xóa hẳn khỏi máy chủ, không lấy lại được. Dấu niêm phong và việc xóa vẫn ghi trong chuỗi hồ sơ của chi bộ. Bản đã tải về và bản sao lưu không bị xóa.',
	removeSure: 'Tôi hiểu rằng không lấy lại được',
	removed: 'Hồ sơ đã xóa',
	removedAt: (when: string, name: string) => `Nội dung hồ sơ được xóa lúc ${when}; người xóa: ${name}.`,
	stillInChain: (number: number) =>
		`Dấu niêm phong số ${number} vẫn còn trong chuỗi, nên các hồ sơ khác vẫn kiểm tra được.`,
	check: {
		title: 'Kiểm tra hồ sơ niêm phong',
		intro:
			'Chọn tệp hồ sơ đã tải về: tệp niêm phong, hoặc cả gói ZIP với mọi văn bản. Trang này kiểm tra ngay trên máy, không gửi gì đi đâu; không có mạng vẫn dùng được.',
		choose: 'Chọn tệp hồ sơ',
		compare: 'Mã niêm phong hoặc dòng kiểm tra trên giấy (nếu có)',
		language: 'English',
		waiting: 'Đang kiểm tra…',
		whole: 'Hồ sơ nguyên vẹn',
		wholeHint: 'Từng chữ giống như lúc niêm phong, và chữ ký là của máy chủ mà trang này được tải về từ đó.',
		wholeUnknown: 'Hồ sơ khớp với chữ ký',
		wholeUnknownHint:
			'Từng chữ giống như lúc niêm phong. Trang này chưa biết khóa đã ký: hãy so mã khóa hoặc mã niêm phong dưới đây với bản giấy.',
		broken: 'Hồ sơ không còn như lúc niêm phong',
		deleted: 'Nội dung hồ sơ đã được chi bộ xóa; dấu niêm phong vẫn đúng.',
		noDossier: 'Tệp này không phải là hồ sơ niêm phong',
		noDossierHint: 'Xin chọn tệp đã tải từ trang hồ sơ cuộc họp.',
		same: 'Trùng với mã trên giấy.',
		other: 'Không trùng với mã trên giấy.',
		unreadable: 'Mã trên giấy không đọc được. Xin gõ 16 chữ và số, hoặc cả dòng bắt đầu bằng HT1.',
		record: 'Trong hồ sơ này',
		cell: 'Chi bộ',
		meeting: 'Cuộc họp',
		ended: 'Bế mạc',
		sealedAt: 'Niêm phong',
		attendance: 'Có mặt',
		place: 'Số trong chuỗi',
		key: 'Mã khóa',
		chain: (count: number) => `Đã kiểm tra ${count} mục trong chuỗi của chi bộ.`,
		faults: {
			missing: 'thiếu mục này',
			extra: 'thừa một mục',
			changed: 'mục này, hoặc mục trước nó, đã bị sửa',
			misplaced: 'mục này ở nơi khác chuyển đến',
			unsigned: 'chữ ký không đúng',
			'unknown-key': 'ký bằng khóa lạ',
			'key-changed': 'khóa công khai đã bị sửa',
			'content-changed': 'nội dung đã bị sửa',
			'content-missing': 'thiếu nội dung đã niêm phong',
			'content-extra': 'có nội dung chưa từng niêm phong hoặc đã xóa',
			cut: 'phần cuối của chuỗi đã bị cắt',
			'unlike-checkpoint': 'khác với dòng kiểm tra trên giấy',
			'checkpoint-unsigned': 'dòng kiểm tra trên giấy không đúng'
		},
		at: (number: number, what: string) => `Mục ${number}: ${what}.`,
		filesWhole: (count: number) => `Cả ${count} tệp trong gói đúng như lúc máy chủ đóng gói.`,
		inFile: (file: string, what: string) => `Tệp ${file}: ${what}.`,
		fileFaults: {
			'file-changed': 'đã bị sửa',
			'file-missing': 'không còn trong gói',
			'file-extra': 'không có trong danh mục',
			'list-missing': 'Gói thiếu danh mục tệp, nên không kiểm tra được từng văn bản.',
			'list-unsigned': 'Danh mục tệp đã bị sửa, hoặc ký bằng khóa lạ.',
			'list-other': 'Danh mục tệp thuộc về một hồ sơ khác.'
		}
	}
};

export type SealWords = typeof seal;
