import type { ClosedName } from '../access/contract.ts';
import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Event } from './contract.ts';

export interface ClosedPart {
	readonly number: number;
	readonly from: Instant;
	readonly to: Instant | null;
	/** The numbers of its first and last event, which are themselves public. */
	readonly firstSeq: number;
	readonly lastSeq: number | null;
	readonly keptOut: readonly PersonId[];
	readonly stay: readonly PersonId[];
	/** Of the minutes, in order: where it began, and each item that was started inside. */
	readonly sections: readonly string[];
	/** Turns, requests, questions and comments that began inside and, once it is over, did not outlive it. */
	readonly inside: readonly string[];
}

export type Closed = readonly ClosedPart[];

export const initial: Closed = [];

/** The part that is closed now. */
export function running(closed: Closed): ClosedPart | undefined {
	return closed.find(({ to }) => to === null);
}

/** The part in which an event happened; its own beginning and end are public and in none. */
export function partAround(closed: Closed, seq: number): ClosedPart | undefined {
	return closed.find(({ firstSeq, lastSeq }) => firstSeq < seq && (lastSeq === null || seq < lastSeq));
}

export function documentOf({ number }: ClosedPart): ClosedName {
	return `closed-${number}`;
}

export function partOf(closed: Closed, document: ClosedName): ClosedPart | undefined {
	return closed.find((part) => documentOf(part) === document);
}

/** Whether somebody is inside (CS2): members, and the observers who were named to stay. A screen is nobody. */
export function isInside(part: ClosedPart, person: Person | undefined): boolean {
	if (!person) return false;
	return person.kind === 'member' || part.stay.includes(person.id);
}

/** Whole seconds of all parts. */
export function closedSeconds(closed: Closed, now: Instant): number {
	return Math.floor(closed.reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0) / 1000);
}

/** What ends the part that is closed now: the chair's word, or the end of the meeting (CS1). */
export function end(closed: Closed): Event[] {
	const part = running(closed);
	return part ? [{ type: 'closed.ended', part: part.number }] : [];
}

export function evolve(closed: Closed, event: Logged<Event>): Closed {
	switch (event.type) {
		case 'closed.begun':
			return [
				...closed,
				{
					number: event.part,
					from: event.at,
					to: null,
					firstSeq: event.seq,
					lastSeq: null,
					keptOut: event.keptOut,
					stay: event.stay,
					sections: [event.section],
					inside: []
				}
			];
		case 'closed.ended':
			return whileClosed(closed, (part) => ({ ...part, to: event.at, lastSeq: event.seq }));
		default:
			return unreachable(event);
	}
}

/** An item that is started inside has its section in the part's document. */
export function itemStarted(closed: Closed, item: string): Closed {
	return whileClosed(closed, (part) =>
		part.sections.includes(item) ? part : { ...part, sections: [...part.sections, item] }
	);
}

export function beganInside(closed: Closed, id: string): Closed {
	return whileClosed(closed, (part) =>
		part.inside.includes(id) ? part : { ...part, inside: [...part.inside, id] }
	);
}

/** What goes on after the part is over was not only inside (CS4); asked of the last part, when it has ended. */
export function outlived(closed: Closed, ids: ReadonlySet<string>): Closed {
	return closed.map((part, index) =>
		index === closed.length - 1 ? { ...part, inside: part.inside.filter((id) => !ids.has(id)) } : part
	);
}

/** The same list where no part is closed, so that the slice keeps its identity. */
function whileClosed(closed: Closed, how: (part: ClosedPart) => ClosedPart): Closed {
	return running(closed) ? closed.map((part) => (part.to === null ? how(part) : part)) : closed;
}
