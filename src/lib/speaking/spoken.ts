import type { PersonId } from '../kernel/decider.ts';
import type { Floor } from './speaking.ts';

/** Who of `present` has not had the floor yet; a presentation is no speech (SP8). In the order given. */
export function notSpoken(floor: Floor, present: readonly PersonId[]): PersonId[] {
	const spoken = new Set(
		floor.turns.filter(({ kind }) => kind !== 'presentation').map(({ person }) => person)
	);
	return present.filter((person) => !spoken.has(person));
}
