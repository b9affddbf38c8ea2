import type { LoggedEvent } from '../meeting/contract.ts';

/** So many events lie between two states that are kept, so that going back folds few. */
const BETWEEN = 100;

export interface Folding<State> {
	/** The state after the first `count` events, which are at least one (RP3). */
	after(count: number): State;
}

/** @param evolve  the room's own; the first event makes the state */
export function foldingOf<State>(
	events: readonly LoggedEvent[],
	evolve: (state: State | null, event: LoggedEvent) => State
): Folding<State> {
	const kept: State[] = [];
	let last: { readonly count: number; readonly state: State } | null = null;

	/** The latest known state that is not later than `count`. */
	function before(count: number): { count: number; state: State | null } {
		const index = Math.min(Math.floor(count / BETWEEN), kept.length);
		const state = kept[index - 1] ?? null;
		if (last && last.count <= count && last.count > index * BETWEEN) return last;
		return { count: index * BETWEEN, state };
	}

	return {
		after(wanted) {
			let { count, state } = before(wanted);
			while (state === null || count < wanted) {
				const event = events[count];
				if (!event) throw new Error(`no event ${count + 1}`);
				state = evolve(state, event);
				count += 1;
				if (count === (kept.length + 1) * BETWEEN) kept.push(state);
			}
			last = { count, state };
			return state;
		}
	};
}
