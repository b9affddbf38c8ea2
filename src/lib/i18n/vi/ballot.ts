import type { Ballot } from '../../vote/contract.ts';

/** What voters, tellers and everybody read of a vote; a phone fetches it when a question is put. */
export const ballot = {
	title: 'Biểu quyết',
	put: 'Sắp biểu quyết. Ai còn ý kiến, xin phát biểu.',
	voided: 'Lần bỏ phiếu trước mất hiệu lực vì máy chủ khởi động lại. Mọi người bỏ phiếu lại khi chủ trì mở.',
	needs: (base: number, present: number, needed: number) =>
		`Tổng số tính ${base}, có mặt lúc mở ${present}, cần ${needed} tán thành.`,
	ways: {
		open: 'Biểu quyết công khai',
		hands: 'Giơ tay',
		card: 'Giơ thẻ',
		'secret-app': 'Bỏ phiếu kín trên máy',
		'secret-paper': 'Bỏ phiếu kín bằng phiếu giấy'
	} satisfies Record<Ballot, string>,
	choose: 'Đồng chí chọn',
	cast: 'Bỏ phiếu',
	castAs: (choice: string) => `Bỏ phiếu: ${choice}`,
	final: 'Phiếu đã bỏ không đổi được.',
	wasCast: 'Đã nhận phiếu.',
	chose: (choice: string) => `Đồng chí đã chọn: ${choice}`,
	received: 'Phiếu kín của đồng chí đã được nhận. Máy này không giữ lựa chọn.',
	helping: (name: string) => `Phiếu của đồng chí ${name}`,
	chooseOf: (name: string) => `Đồng chí ${name} giơ tay`,
	record: (name: string) => `Ghi thay ${name}`,
	recordAs: (name: string, choice: string) => `Ghi thay ${name}: ${choice}`,
	wasRecorded: 'Đã ghi thay.',
	choseOf: (name: string, choice: string) => `Đã ghi đồng chí ${name}: ${choice}`,
	receivedOf: (name: string) => `Đồng chí ${name} đã bỏ phiếu kín.`,
	nobodyFor: (name: string) =>
		`Phiếu kín không ai bỏ thay được. Đồng chí ${name} tự bỏ trên máy dùng chung; chưa có máy thì báo chủ trì.`,
	onBehalf: (n: number) => `${n} phiếu được ghi thay`,
	offline: 'Mất kết nối nên chưa bỏ phiếu được. Phiếu không giữ lại để gửi sau; có mạng lại thì bỏ.',
	secret:
		'Phiếu kín: máy chủ chỉ ghi là đồng chí đã bỏ phiếu. Lựa chọn không ghi vào đâu; khi đóng chỉ còn ba con số.',
	limitsTitle: 'Kín đến đâu?',
	limits: [
		'Nếu mọi người chọn như nhau, hoặc chỉ một người bỏ phiếu, con số tự nói lên.',
		'Đang bỏ phiếu thì phải tin người giữ máy chủ và mạng của phòng họp.',
		'Người ngồi cạnh có thể nhìn màn hình; xin che khi chọn.',
		'Máy chủ khởi động lại giữa chừng thì phải bỏ phiếu lại. Cần đếm lại được thì dùng phiếu giấy.'
	],
	byPaper: 'Mời nhận phiếu giấy ở tổ kiểm phiếu.',
	byHands: 'Mời giơ tay trong phòng họp khi chủ trì hỏi.',
	byCard: 'Mời giơ thẻ trong phòng họp khi chủ trì hỏi.',
	voted: (n: number, roll: number) => `Đã biểu quyết ${n}/${roll}`,
	returned: (n: number, issued: number) => `Phát ra ${issued} phiếu, thu về ${n}`,
	totals: (agree: number, against: number, other: number) =>
		`Tán thành ${agree}, không tán thành ${against}, ý kiến khác ${other}.`,
	notVoting: (n: number) => `Không biểu quyết ${n}.`,
	papers: (issued: number, returned: number, invalid: number) =>
		`Phát ra ${issued} phiếu, thu về ${returned}, không hợp lệ ${invalid}.`,
	rate: (rate: string) => `Đạt ${rate} tổng số.`,
	passed: 'Được thông qua',
	failed: 'Không được thông qua',
	reserve: 'Bảo lưu ý kiến',
	reserveHint:
		'Ý kiến được ghi nguyên văn vào biên bản, cạnh kết quả, dưới tên đồng chí. Nghị quyết vẫn phải chấp hành.',
	reserveText: 'Ý kiến bảo lưu',
	reserveWho: 'Ghi cho',
	reserveSend: 'Ghi vào biên bản',
	wasReserved: 'Đã ghi ý kiến bảo lưu vào biên bản.',
	reserved: (name: string) => `${name} bảo lưu ý kiến:`,
	teller: 'Việc của tổ kiểm phiếu',
	issue: (n: number) => `Đã phát phiếu cho ${n} người`,
	issueTo: 'Phát phiếu cho',
	wasIssued: 'Đã ghi số phiếu phát ra.',
	allIssued: 'Đã phát đủ phiếu cho người có mặt lúc mở.',
	countPapers: 'Kiểm phiếu',
	returnedField: 'Số phiếu thu về',
	invalidField: 'Không hợp lệ',
	validIs: (n: number) => `Hợp lệ ${n}`,
	fits: 'Các con số khớp nhau.',
	moreThanIssued: (n: number) => `Thu về nhiều hơn phát ra ${n} phiếu.`,
	off: (n: number) =>
		n > 0 ? `Còn thiếu ${n} phiếu chưa xếp vào đâu.` : `Thừa ${-n} phiếu so với số thu về.`,
	enterCount: 'Ghi kết quả kiểm phiếu',
	wasEntered: 'Đã ghi.',
	hall: 'Cả hội trường',
	countApart: 'Hai người đếm độc lập; ghi đủ cả hai mới thấy số của nhau.',
	enterGroup: (group: string) => `Ghi số đếm: ${group}`,
	waitsForOther: 'Đã ghi, chờ người kia.',
	notCounted: 'Chưa đếm.',
	agreed: 'Hai người đếm khớp nhau.',
	differs: 'Lệch nhau, xin đếm lại:',
	entry: (name: string, agree: number, against: number, other: number) =>
		`${name}: ${agree} / ${against} / ${other}`
};

export type BallotWords = typeof ballot;
