import type { PersonId } from '../kernel/decider.ts';
import { compareNames, folded } from '../kernel/text.ts';
import type { Person, Roster } from './roster.ts';

/** Empty for somebody who is not of this meeting. */
export function nameIn(roster: Roster, id: PersonId | null): string {
	return (id !== null && roster[id]?.name) || '';
}

/** By given name, as people are listed. */
export function byName<P extends Person>(people: readonly P[]): P[] {
	return [...people].sort((a, b) => compareNames(a.name, b.name));
}

/** Whether each word of `sought` begins a word of the name, without tones: `yen` finds Yến and not Nguyễn. */
export function isNamed(name: string, sought: string): boolean {
	const parts = folded(name).split(/\s+/);
	return folded(sought)
		.split(/\s+/)
		.every((word) => parts.some((part) => part.startsWith(word)));
}
