/** The numbers of a cell's papers as its forms write them, and the counts that they come from (numbers/RULES.md). */
import type { Numbered } from '../../src/lib/numbers/contract.ts';
import { nextAfter } from '../../src/lib/numbers/due.ts';
import { filled, formNamed, type FormCode } from '../../src/lib/official/forms.ts';
import type { CountId } from '../log/port.ts';

/** What a meeting’s plan names; null where it names none. */
export interface Planned {
	readonly resolution: string | null;
	readonly minutes: string | null;
	readonly committee: string | null;
}

const FORMS: Readonly<Record<Exclude<Numbered, 'debrief'>, FormCode>> = {
	agenda: 'agenda',
	committee: 'minutes-committee',
	minutes: 'minutes-regular',
	resolution: 'resolution-monthly',
	conclusion: 'conclusion'
};

/** Of a debrief that the cell held itself: minutes of the cell like all others (NU2). */
function patternOf(paper: Numbered): string {
	return formNamed(FORMS[paper === 'debrief' ? 'minutes' : paper]).numberPattern ?? '';
}

/** `Số 05-NQ/CB` (NU6) */
export function numberWords(paper: Numbered, number: number): string {
	return filled(patternOf(paper), { nn: String(number).padStart(2, '0') });
}

/** One for each kind, cell and term: `:NQ/cell/2025-2027`. */
export function countOf(paper: Numbered, cell: string, term: string | null): CountId {
	const [, symbol = ''] = /-(\p{L}+)\//u.exec(patternOf(paper)) ?? [];
	return `:${symbol}/${cell}/${term ?? ''}`;
}

/** The number after `last`, which goes on from the plan where it is the first (NU5). */
export function nextNumber(paper: Numbered, last: number, planned: Planned): number {
	return nextAfter(last, namedFor(paper, planned));
}

/** The minutes of the committee and of the cell are of one count: the first of them goes on from what is named. */
function namedFor(paper: Numbered, { resolution, minutes, committee }: Planned): string | null {
	switch (paper) {
		case 'resolution':
			return resolution;
		case 'committee':
			return committee ?? minutes;
		case 'minutes':
			return minutes;
		default:
			return null;
	}
}
