import type { PersonId } from '../kernel/decider.ts';
import type { Observer, Roster } from '../people/roster.ts';

/** What decides who reads a remark. */
export interface Reading {
	readonly people: Roster;
	/** The debrief has begun. */
	readonly isDebriefed: boolean;
	/** Whether somebody may take part in it. */
	readonly takesPart: (person: PersonId) => boolean;
	/** Was kept out of a closed session. */
	readonly wasKeptOut: (person: PersonId) => boolean;
}

/** Whether somebody reads what an observer remarked (RE3). */
export function readsRemark(
	{ people, isDebriefed, takesPart, wasKeptOut }: Reading,
	reader: PersonId | null,
	{ person: author, closed }: { readonly person: PersonId; readonly closed: boolean }
): boolean {
	if (reader === null) return false;
	if (reader === author) return true;
	if (closed && wasKeptOut(reader)) return false;
	return isSameDelegation(people, reader, author) || (isDebriefed && takesPart(reader));
}

function isSameDelegation(people: Roster, a: PersonId, b: PersonId): boolean {
	const [one, other] = [people[a], people[b]];
	if (one?.kind !== 'observer' || other?.kind !== 'observer') return false;
	return one.delegation !== undefined && one.delegation === other.delegation;
}

export interface Delegation {
	/** Empty for those who came by themselves. */
	readonly name: string;
	readonly people: readonly Observer[];
}

const RANK: Readonly<Record<Observer['rank'], number>> = {
	delegation_head: 0,
	higher_level_delegate: 1,
	guest_observer: 2
};

/** Delegations in the order of the roster, each with its head first; who has none stands last (RE9). */
export function delegations(observers: readonly Observer[]): Delegation[] {
	const names = [...new Set(observers.map(({ delegation }) => delegation ?? ''))];
	const ordered = [...names.filter((name) => name !== ''), ...names.filter((name) => name === '')];
	return ordered.map((name) => ({
		name,
		people: observers
			.filter(({ delegation }) => (delegation ?? '') === name)
			.sort((a, b) => RANK[a.rank] - RANK[b.rank])
	}));
}
