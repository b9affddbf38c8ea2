import type { Facts } from '../readiness/readiness.ts';
import type { Meeting } from './state.ts';

/** What the page knows besides the facts of the meeting; absent for what it is not told. */
export interface Known {
	/** The words of a clause. */
	readonly clauseText?: (clause: string) => string;
	/** Screens of the hall that are connected. */
	readonly screens?: number;
}

export function readyFacts(meeting: Meeting, { clauseText, screens }: Known): Facts {
	const { clauses, noticeAt, minuteTaker, openedAt, setup } = meeting;
	// A thematic meeting may do without a resolution (RD4).
	const wantsDraft = clauses.length > 0 || setup.type !== 'thematic';
	const written = (text: (clause: string) => string) => clauses.filter(({ id }) => text(id) !== '').length;
	return {
		...(clauseText && wantsDraft && { draft: { clauses: clauses.length, written: written(clauseText) } }),
		...(screens !== undefined && { wall: screens }),
		summons: noticeAt !== null,
		hasMinuteTaker: minuteTaker !== null,
		isOpened: openedAt !== null
	};
}
