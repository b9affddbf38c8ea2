import type { Numbered } from '../../numbers/contract.ts';

/** The numbers of a cell's papers. */
export const numbers = {
	title: 'Số văn bản',
	intro:
		'Hệ thống cấp số khi văn bản được ban hành: chương trình lúc gửi giấy mời, nghị quyết, biên bản sinh hoạt và biên bản họp chi ủy lúc bế mạc. Mỗi loại đánh số liên tục trong một nhiệm kỳ; số đã cấp không đổi.',
	papers: {
		agenda: 'Chương trình',
		committee: 'Biên bản họp chi ủy',
		minutes: 'Biên bản',
		resolution: 'Nghị quyết',
		conclusion: 'Kết luận',
		debrief: 'Biên bản rút kinh nghiệm'
	} satisfies Record<Numbered, string>,
	now: (term: string | null) => (term === null ? 'Số tiếp theo' : `Số tiếp theo, nhiệm kỳ ${term}`),
	next: (words: string) => `Tiếp theo: ${words}`,
	last: (number: number) => `Đã cấp đến số ${String(number).padStart(2, '0')}`,
	none: 'Chưa cấp số nào',
	begin: 'Trước đây chi bộ đã đánh số?',
	beginHint: (paper: string) =>
		`${paper}: số cuối chi bộ đã dùng trong nhiệm kỳ này. Hệ thống cấp tiếp từ số sau đó.`,
	lastUsed: 'Số cuối đã dùng',
	beginSubmit: 'Đánh số tiếp',
	begun: 'Đã ghi. Số sau đánh tiếp từ đó.',
	taken: 'Hệ thống đã cấp số cho loại này, nên đánh tiếp từ số đã cấp.',
	termTitle: 'Sang nhiệm kỳ mới',
	term: 'Nhiệm kỳ của chi bộ',
	termHint: 'Ví dụ: 2025-2027. Từ lúc ghi nhiệm kỳ mới, mỗi loại đánh số lại từ 01.',
	termSubmit: 'Ghi nhiệm kỳ',
	termKept: 'Đã ghi nhiệm kỳ.',
	given: 'Số đã cấp',
	givenNone: 'Chưa văn bản nào được cấp số.',
	of: (paper: string, month: string, day: string) => `${paper}, kỳ sinh hoạt tháng ${month}, cấp ngày ${day}`
};

export type NumbersWords = typeof numbers;
