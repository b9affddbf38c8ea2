/** What a meeting still lacks (S1-8). No clock, no texts: the facts come in by the door. */

/** What is looked at, in the order in which it is prepared. */
export const CHECKS = [
	'committee',
	'papers',
	'on-time',
	'draft',
	'questions',
	'opinions',
	'prepared',
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
	/** Whether the last of them was out in time; absent where no rule says when, or none is out. */
	readonly isOnTime?: boolean;
	readonly opinions?: number;
	/** Of the opinions asked for, those that are ready. */
	readonly prepared?: number;
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
	/** Of how many, where not all of them are done. */
	readonly of: number | null;
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
		case 'on-time':
			return facts.isOnTime === undefined ? null : is(check, facts.isOnTime);
		case 'summons':
			return is(check, facts.summons);
		case 'minute-taker':
			if (facts.hasMinuteTaker) return is(check, true);
			return { ...is(check, false), state: facts.isOpened ? 'missing' : 'later' };
		case 'draft':
			return facts.draft === undefined
				? null
				: { ...is(check, facts.draft.written > 0), count: facts.draft.written };
		case 'prepared': {
			const { opinions = 0, prepared } = facts;
			if (opinions === 0 || prepared === undefined) return null;
			return {
				...is(check, prepared >= opinions),
				count: prepared,
				of: prepared < opinions ? opinions : null
			};
		}
		default: {
			const count = facts[check];
			return count === undefined ? null : { ...is(check, count > 0), count };
		}
	}
}

function is(check: Check, isDone: boolean): Found {
	return { check, state: isDone ? 'done' : 'missing', count: null, of: null };
}
