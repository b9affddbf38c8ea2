import type { PersonId } from '../kernel/decider.ts';
import type { Observer, Roster } from '../people/roster.ts';

/** What decides who reads an observer's sheet. */
export interface Reading {
	readonly people: Roster;
	/** The debrief is closed, or the record sealed. */
	readonly isPublished: boolean;
}

/** SC7 */
export function readsSheet(
	{ people, isPublished }: Reading,
	reader: PersonId | null,
	author: PersonId
): boolean {
	if (reader === null) return false;
	return reader === author || isPublished || appraises(people, reader, author);
}

function appraises(people: Roster, reader: PersonId, author: PersonId): boolean {
	const [one, other] = [people[reader], people[author]];
	if (one?.kind !== 'observer' || other?.kind !== 'observer') return false;
	const leads = one.supervises || one.rank === 'delegation_head';
	return leads && (other.delegation === undefined || other.delegation === one.delegation);
}

/** The sheet that confirms (SC8): of the first in the list who supervises and scored. */
export function supervisorOf(
	observers: readonly Observer[],
	hasScored: (person: PersonId) => boolean
): PersonId | null {
	return observers.find(({ id, supervises }) => supervises && hasScored(id))?.id ?? null;
}
