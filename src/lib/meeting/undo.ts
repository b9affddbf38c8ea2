/**
 * Taking back a tap (`RULES.md`). What was taken back was never done: the room is folded again from
 * before the act, without it. So the room remembers how it stood ten seconds ago, and what happened since.
 */
import type { LoggedEvent } from './contract.ts';
import type { Meeting } from './state.ts';

export const UNDO_MS = 10_000;

/** How the room stood ten seconds ago, and everything that happened since. */
export interface Recent {
	readonly base: Meeting;
	readonly events: readonly LoggedEvent[];
}

type Fold = (meeting: Meeting, event: LoggedEvent) => Meeting;

/**
 * What to keep with the room after `event`, which came upon `before`. All of the last ten seconds, whatever it
 * was: an act begins with what it brings about elsewhere, such as who was not reached when an item ended.
 */
export function remember(before: Meeting, event: LoggedEvent, fold: Fold): Recent {
	const { base, events } = before.recent ?? { base: before, events: [] };
	const first = events.findIndex(({ at }) => event.at - at <= UNDO_MS);
	const gone = first < 0 ? events : events.slice(0, first);
	return {
		base: gone.reduce(fold, base),
		events: [...events.slice(gone.length), event]
	};
}

/** The room as if these events had not been. */
export function without(recent: Recent, seqs: readonly number[], fold: Fold): Meeting {
	const events = recent.events.filter(({ seq }) => !seqs.includes(seq));
	return { ...events.reduce(fold, recent.base), recent: { base: recent.base, events } };
}
