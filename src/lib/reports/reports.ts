import type { Instant, PersonId } from '../kernel/decider.ts';

export interface Report {
	readonly id: string;
	readonly organisation: string;
	readonly reporter: PersonId | null;
	/** Null until it is given (RP3). */
	readonly text: string | null;
	readonly givenAt: Instant | null;
}

export type Reports = readonly Report[];

export function missing(reports: Reports): Reports {
	return reports.filter(({ text }) => text === null);
}
