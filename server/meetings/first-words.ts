import type { Setup } from '../../src/lib/meeting/contract.ts';

/** The sentence that the minutes begin with: Vietnamese whatever the reader's language, for it is the paper's. */
export function minutesOpening(setup: Pick<Setup, 'plannedStart' | 'place' | 'cell' | 'type'>): string {
	const kind = { regular: 'thường kỳ', thematic: 'chuyên đề', combined: 'thường kỳ và chuyên đề' }[
		setup.type
	];
	return `Hôm nay, ngày ${day(setup.plannedStart)}, tại ${setup.place}, ${setup.cell.name} tổ chức sinh hoạt ${kind}.`;
}

function day(at: number): string {
	return new Intl.DateTimeFormat('vi-VN', {
		timeZone: 'Asia/Ho_Chi_Minh',
		day: '2-digit',
		month: '2-digit',
		year: 'numeric'
	}).format(at);
}
