import type { Instant, Logged, PersonId } from '../kernel/decider.ts';
import type { Event, Points } from './contract.ts';

export interface Sheet {
	readonly person: PersonId;
	readonly points: Points;
	readonly total: number;
	readonly grade: string;
	readonly note: string | null;
	readonly at: Instant;
}

export interface Scores {
	/** Of the cell, by its chair (SC5). */
	readonly self: Sheet | null;
	/** The last sheet of each observer; in a browser those that its person may read. */
	readonly observers: Readonly<Record<PersonId, Sheet>>;
}

export const initial: Scores = { self: null, observers: {} };

export function evolve(
	scores: Scores,
	{ person, as, points, total, grade, note, at }: Logged<Event>
): Scores {
	const sheet = { person, points, total, grade, note, at };
	return as === 'self'
		? { ...scores, self: sheet }
		: { ...scores, observers: { ...scores.observers, [person]: sheet } };
}
