import type { Fault } from '../../people/paste.ts';
import type { Kind } from '../../standing/standing.ts';

export const cells = {
	title: 'Chi bộ',
	all: 'Các chi bộ',
	make: 'Tạo chi bộ',
	people: 'Danh sách đảng viên',
	count: (all: number, summoned: number) => `${all} đảng viên, ${summoned} thuộc diện triệu tập`,
	name: 'Tên chi bộ',
	nameHint: 'Ví dụ: Chi bộ Tổ dân phố 2',
	upper: 'Đảng bộ, đảng ủy cấp trên',
	upperNew: 'Cấp trên khác…',
	upperName: 'Tên đảng bộ, đảng ủy cấp trên',
	place: 'Địa bàn',
	meetingPlace: 'Nơi họp thường lệ',
	ruleProfile: 'Bộ quy tắc',
	secretary: 'Họ và tên bí thư',
	own: 'Tôi là bí thư của chi bộ này',
	secretaryAccount: 'Tài khoản của bí thư',
	standing: {
		title: 'Câu, trích dẫn dùng lại',
		hint: 'Soạn một lần, tháng nào cũng chèn được vào nghị quyết và biên bản bằng một lần chạm.',
		kinds: {
			citation: 'Căn cứ, trích dẫn',
			sentence: 'Câu thường dùng',
			item: 'Mục có trong mọi kỳ thường kỳ'
		} satisfies Record<Kind, string>,
		hints: {
			citation: 'Văn bản đang có hiệu lực mà nghị quyết, biên bản viện dẫn.',
			sentence: 'Lời mở, lời kết, câu ghi biên bản quen dùng.',
			item: 'Tự có trong chương trình của cuộc họp thường kỳ tạo sau này.'
		} satisfies Record<Kind, string>,
		titles: {
			citation: 'Tên văn bản (ví dụ: Hướng dẫn)',
			sentence: 'Tên gọi để tìm',
			item: 'Tên mục'
		} satisfies Record<Kind, string>,
		add: {
			citation: 'Thêm căn cứ',
			sentence: 'Thêm câu',
			item: 'Thêm mục'
		} satisfies Record<Kind, string>,
		number: 'Số, ký hiệu',
		issuedOn: 'Ngày ban hành',
		issuer: 'Cơ quan ban hành',
		about: 'Về việc gì',
		text: 'Nội dung câu',
		minutes: 'Số phút',
		from: 'Dùng từ ngày',
		fromHint: 'Ngày/tháng/năm. Cuộc họp dùng bản có hiệu lực vào ngày họp.',
		change: 'Lưu bản mới',
		newVersion: 'Sửa thành bản mới',
		newVersionOf: (title: string) => `Sửa thành bản mới: ${title}`,
		end: 'Thôi dùng',
		endOf: (title: string) => `Thôi dùng: ${title}`,
		endFrom: 'Thôi dùng từ ngày',
		endedOn: (day: string) => `Thôi dùng từ ${day}`,
		since: (day: string) => `Dùng từ ${day}`,
		lasts: (minutes: number) => `${minutes} phút`,
		history: (n: number) => `Các bản (${n})`,
		historyOf: (title: string) => `Các bản của ${title}`,
		none: 'Chưa có.',
		done: { kept: 'Đã lưu.', ended: 'Đã ghi ngày thôi dùng.' }
	},
	noMeetings: 'Quản trị giữ danh sách và tài khoản, không xem nội dung cuộc họp.',
	person: {
		name: 'Họ và tên',
		birthYear: 'Năm sinh',
		partyStatus: 'Đảng viên',
		office: 'Chức vụ trong chi bộ',
		secretaryMoves: 'Giao chức bí thư cho người này thì bí thư hiện nay trở thành đảng viên.',
		standing: 'Diện sinh hoạt',
		hasDevice: 'Có điện thoại vào họp',
		noDevice: 'Không có điện thoại',
		assistedBy: 'Người giúp thao tác',
		nobody: 'Không có ai',
		hasAccount: 'Có tài khoản'
	},
	add: 'Thêm một đảng viên',
	addSubmit: 'Thêm vào danh sách',
	added: (name: string) => `Đã thêm đồng chí ${name}.`,
	search: 'Tìm tên',
	empty: 'Chưa có ai trong danh sách.',
	nobodyFound: 'Không có tên nào như vậy.',
	open: 'Mở',
	paste: {
		title: 'Dán danh sách',
		intro:
			'Sao chép từ bảng tính rồi dán vào đây. Mỗi người một dòng: họ tên trước, các cột khác theo thứ tự nào cũng được.',
		columns:
			'Các cột: năm sinh; chính thức hoặc dự bị; bí thư, phó bí thư hoặc chi ủy viên; miễn, nhiệm vụ đặc thù, sinh hoạt nơi khác hoặc đình chỉ.',
		example: 'Nguyễn Văn An; 1962; chính thức; bí thư\nTrần Thị Bình; 1950; miễn\nLê Văn Cường; dự bị',
		list: 'Danh sách',
		check: 'Xem trước',
		preview: 'Xem trước',
		nothingYet: 'Chưa ghi gì cả. Xin xem lại rồi xác nhận.',
		row: 'Dòng',
		what: 'Sẽ làm',
		outcome: { new: 'Thêm mới', update: 'Cập nhật', same: 'Không đổi' },
		summary: (added: number, changed: number, same: number) =>
			`Thêm ${added}, cập nhật ${changed}, không đổi ${same}.`,
		faults: (n: number) => `${n} dòng chưa đúng, sẽ bỏ qua. Có thể sửa bên dưới rồi xem trước lại.`,
		fault: {
			'no-name': 'không có họ tên',
			'digits-in-name': 'tên lẫn chữ số',
			'name-too-long': 'tên dài quá 80 chữ',
			'unknown-word': 'không hiểu',
			'said-twice': 'ghi hai lần',
			'bad-year': 'năm sinh không hợp lệ',
			'same-person-twice': 'trùng dòng trước; thêm năm sinh để phân biệt',
			'which-of-two': 'có hai người cùng tên trong chi bộ; thêm năm sinh để phân biệt',
			'two-secretaries': 'chi bộ chỉ có một bí thư'
		} satisfies Record<Fault | 'which-of-two' | 'two-secretaries', string>,
		confirm: (n: number) => `Ghi ${n} người`,
		nothing: 'Không có gì để ghi.',
		again: 'Sửa danh sách',
		done: (added: number, changed: number) => `Đã ghi: thêm ${added}, cập nhật ${changed}.`
	},
	link: {
		title: 'Liên kết cá nhân',
		intro:
			'Mở một lần trên điện thoại của đồng chí này là vào họp được ngay, không cần mã. Ai có liên kết đều vào được bằng tên này, nên chỉ gửi riêng.',
		make: 'Tạo liên kết',
		shownOnce: 'Chỉ hiện một lần. Xin quét hoặc sao chép ngay.',
		qr: (name: string) => `Mã QR liên kết cá nhân của đồng chí ${name}`,
		revoke: 'Thu hồi mọi liên kết',
		revoked: 'Đã thu hồi mọi liên kết của đồng chí này.'
	},
	devices: {
		title: 'Máy đang mang tên này',
		lost: 'Mất máy? Thu hồi để máy đó không vào họp được nữa.',
		none: 'Chưa có máy nào.',
		staff: 'Máy đăng nhập bằng mật khẩu',
		device: 'Điện thoại, máy đã nhận tên',
		since: (when: string) => `từ ${when}`,
		thisOne: 'máy này',
		revoke: 'Thu hồi',
		revoked: 'Đã thu hồi máy.'
	},
	account: {
		title: 'Tài khoản có mật khẩu',
		intro: 'Cho người soạn tài liệu, điều hành: đăng nhập ở bất kỳ máy nào.',
		has: (login: string) => `Tên tài khoản: ${login}`,
		make: 'Tạo tài khoản',
		made: 'Đã tạo tài khoản. Xin trao mật khẩu tận tay.',
		setPassword: 'Đặt mật khẩu mới',
		passwordSet: 'Đã đặt mật khẩu mới; các máy khác phải đăng nhập lại.',
		newPassword: 'Mật khẩu mới'
	},
	removal: {
		title: 'Đưa ra khỏi danh sách',
		intro:
			'Đồng chí này vẫn còn trong hồ sơ các cuộc họp đã qua. Máy và liên kết mang tên này bị thu hồi ngay.',
		reason: 'Lý do',
		reasonHint: 'Ví dụ: chuyển sinh hoạt đảng chính thức, từ trần, nhập sai',
		submit: 'Đưa ra khỏi danh sách'
	}
};

export type Cells = typeof cells;
