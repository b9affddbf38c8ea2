/** What the room itself asks about people; apart from `may.ts`, whose table of all commands a screen need not load. */
import type { PersonId } from '../kernel/decider.ts';
import type { House } from './house.ts';
import type { Person } from './roster.ts';

export function isCommittee(person: Person | undefined): boolean {
	return person?.kind === 'member' && person.office !== 'member';
}

/** Whether somebody may take part in the debrief (DB2). */
export function takesPart({ people, minuteTaker, debriefOpener, attended }: House, id: PersonId): boolean {
	const person = people[id];
	if (person?.kind === 'observer') return attended(id);
	return isCommittee(person) || (person !== undefined && (id === minuteTaker || id === debriefOpener));
}
