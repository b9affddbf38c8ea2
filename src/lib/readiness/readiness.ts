/** What a meeting still lacks (S1-8). No clock, no texts: the facts come in by the door. */

/** What is looked at, in the order in which it is prepared. */
export const CHECKS = [
	'committee',
	'papers',
	'draft',
	'questions',
	'opinions',
	'summons',
	'wall',
	'minute-taker'
] as const;
export type Check = (typeof CHECKS)[number];

/** `later`: cannot be done before the opening (RD3). */
export type State = 'done' | 'missing' | 'later';

/** Absent for what this meeting does not use, or what the viewer is not told. */
export interface Facts {
	readonly committee?: boolean;
	readonly papers?: number;
	/** Clauses, and how many of them hold words. */
	readonly draft?: { readonly clauses: number; readonly written: number };
	readonly questions?: number;
	readonly opinions?: number;
	readonly summons: boolean;
	readonly wall?: number;
	readonly hasMinuteTaker: boolean;
	readonly isOpened: boolean;
}

export interface Found {
	readonly check: Check;
	readonly state: State;
	/** How many there are, where that is worth saying. */
	readonly count: number | null;
}

export function readiness(facts: Facts): Found[] {
	return CHECKS.flatMap((check) => found(check, facts) ?? []);
}

export function gaps(facts: Facts): Found[] {
	return readiness(facts).filter(({ state }) => state === 'missing');
}

function found(check: Check, facts: Facts): Found | null {
	switch (check) {
		case 'committee':
			return facts.committee === undefined ? null : is(check, facts.committee);
		case 'summons':
			return is(check, facts.summons);
		case 'minute-taker':
			if (facts.hasMinuteTaker) return is(check, true);
			return { check, state: facts.isOpened ? 'missing' : 'later', count: null };
		case 'draft':
			return facts.draft === undefined
				? null
				: { ...is(check, facts.draft.written > 0), count: facts.draft.written };
		default: {
			const count = facts[check];
			return count === undefined ? null : { ...is(check, count > 0), count };
		}
	}
}

function is(check: Check, isDone: boolean): Found {
	return { check, state: isDone ? 'done' : 'missing', count: null };
}
