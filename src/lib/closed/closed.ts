import type { ClosedName } from '../access/contract.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
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
