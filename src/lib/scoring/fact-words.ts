/** What the cell's own score says in the minutes: Vietnamese whatever the reader's language, for those are papers. */
import type { Frame } from './contract.ts';
import { criteria, highest } from './judge.ts';
import type { Sheet } from './scoring.ts';

/** `Chi bộ tự chấm 94/100 điểm, xếp loại Tốt.` */
export function selfScoreWords(frame: Frame, isThematic: boolean, { total, grade }: Sheet): string {
	const most = highest(criteria(frame, isThematic));
	const label = frame.grades.find(({ code }) => code === grade)?.label ?? grade;
	return `Chi bộ tự chấm ${[total, ...(most === null ? [] : [most])].map(points).join('/')} điểm, xếp loại ${label}.`;
}

function points(value: number): string {
	return String(value).replace('.', ',');
}
