import type { Instant, PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';

/** From when to when a meeting can be shown again (RP1). */
export interface Course {
	readonly from: Instant;
	readonly to: Instant;
}

const MOST_BEFORE_OPENING = 3_600_000;

/** @returns null for a meeting that was not held to its end */
export function courseOf(events: readonly LoggedEvent[]): Course | null {
	const openedAt = events.find(({ type }) => type === 'meeting.opened')?.at;
	const endedAt = events.find(({ type }) => type === 'meeting.ended')?.at;
	if (openedAt === undefined || endedAt === undefined) return null;
	const first = events.find(
		({ type, at }) =>
			(type === 'attendance.checked-in' || type === 'observer.joined') && at >= openedAt - MOST_BEFORE_OPENING
	);
	return { from: Math.min(first?.at ?? openedAt, openedAt), to: Math.max(endedAt, openedAt) };
}

/** When each entry of a log had happened: never before the one that stands before it (RP2). */
export function reached(ats: readonly Instant[]): readonly Instant[] {
	let latest = -Infinity;
	return ats.map((at) => (latest = Math.max(latest, at)));
}

/** How many entries had happened at `at`. */
export function countAt(times: readonly Instant[], at: Instant): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[middle] ?? Infinity) <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A moment that people look for. */
export type Mark = { readonly seq: number; readonly at: Instant } & (
	| { readonly kind: 'opened' | 'ended' | 'closed-begun' | 'closed-ended' }
	| { readonly kind: 'item' | 'concluded'; readonly item: string }
	| { readonly kind: 'speaker'; readonly person: PersonId }
	| { readonly kind: 'vote-opened' | 'vote-closed'; readonly vote: string }
);

/** In order; what was taken back leaves none. */
export function marksOf(events: readonly LoggedEvent[]): Mark[] {
	const undone = new Set(events.flatMap((event) => (event.type === 'act.undone' ? event.seqs : [])));
	const times = reached(events.map(({ at }) => at));
	return events.flatMap((event, index) => {
		const mark = undone.has(event.seq) ? null : markOf(event);
		return mark ? [{ seq: event.seq, at: times[index] ?? event.at, ...mark }] : [];
	});
}

type Kind<Of = Mark> = Of extends Mark ? Omit<Of, 'seq' | 'at'> : never;

function markOf(event: LoggedEvent): Kind | null {
	switch (event.type) {
		case 'meeting.opened':
			return { kind: 'opened' };
		case 'meeting.ended':
			return { kind: 'ended' };
		case 'closed.begun':
			return { kind: 'closed-begun' };
		case 'closed.ended':
			return { kind: 'closed-ended' };
		case 'item.started':
			return { kind: 'item', item: event.item };
		case 'item.concluded':
			return { kind: 'concluded', item: event.item };
		case 'floor.granted':
			return { kind: 'speaker', person: event.person };
		case 'vote.opened':
			return { kind: 'vote-opened', vote: event.vote };
		case 'vote.closed':
			return { kind: 'vote-closed', vote: event.vote };
		default:
			return null;
	}
}

export function nextMark(marks: readonly Mark[], at: Instant): Mark | undefined {
	return marks.find((mark) => mark.at > at);
}

/** So much after a mark, going back leads to the one before it rather than to the same again. */
const JUST_PASSED = 2_000;

export function previousMark(marks: readonly Mark[], at: Instant): Mark | undefined {
	return marks.findLast((mark) => mark.at < at - JUST_PASSED);
}
