import type { PersonId } from '../kernel/decider.ts';
import { compareNames } from '../kernel/text.ts';
import type { Person, Roster } from './roster.ts';

/** Empty for somebody who is not of this meeting. */
export function nameIn(roster: Roster, id: PersonId | null): string {
	return (id !== null && roster[id]?.name) || '';
}

/** By given name, as people are listed. */
export function byName<P extends Person>(people: readonly P[]): P[] {
	return [...people].sort((a, b) => compareNames(a.name, b.name));
}
