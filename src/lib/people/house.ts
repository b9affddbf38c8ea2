/** Who is who in a meeting, as far as it decides about rights. */
import type { Access } from '../access/access.ts';
import type { Role } from '../access/contract.ts';
import type { Closed } from '../closed/closed.ts';
import type { PersonId } from '../kernel/decider.ts';
import { isCommittee } from './committee.ts';
import type { Roster } from './roster.ts';

/** What of a meeting decides about rights. */
export interface House {
	readonly phase: 'before' | 'running' | 'ended';
	/** Nothing succeeds any more (SE2). */
	readonly isSealed: boolean;
	readonly chair: PersonId;
	readonly facilitator: PersonId | null;
	readonly minuteTaker: PersonId | null;
	readonly people: Roster;
	readonly access: Access;
	readonly closed: Closed;
	readonly resolutionFrozen: boolean;
	/** Put to the vote or adopted: what comes later enters by way of the recorders' commands (AD2). */
	readonly minutesFrozen: boolean;
	/** Whether somebody was there for some moment of the meeting. */
	readonly attended: (person: PersonId) => boolean;
	/** Null before the debrief. */
	readonly debriefOpener: PersonId | null;
}

/** Chair and facilitator. */
export function isDesk(house: House, id: PersonId): boolean {
	return id === house.chair || id === house.facilitator;
}

/** The desk, and the minute taker once appointed. */
export function isRecorder(house: House, id: PersonId): boolean {
	return isDesk(house, id) || id === house.minuteTaker;
}

/** Who prepares and leads the meeting: the desk, the minute taker and the cell's committee. */
export function leads(house: House, id: PersonId): boolean {
	return isRecorder(house, id) || isCommittee(house.people[id]);
}

/** Recorders for everybody; a named helper for one member. */
export function assists(house: House, by: PersonId, whom: PersonId): boolean {
	const person = house.people[whom];
	if (!person) return false;
	return isRecorder(house, by) || (person.kind === 'member' && person.assistedBy === by);
}

/** The row of the access matrix that a person stands in; null for who is not of this meeting. */
export function roleOf(house: House, id: PersonId): Role | null {
	const person = house.people[id];
	if (!person) return null;
	if (isDesk(house, id)) return 'desk';
	if (id === house.minuteTaker) return 'minuteTaker';
	return person.kind;
}
