import type { Amendment } from './amendments.ts';
import { takenIn } from './draft.ts';

/** How its clause would read, taken into the words that it was proposed on; empty where it would be gone. */
export function afterwards(amendment: Amendment): string {
	const { change, label, before } = amendment;
	const clauses = change.kind === 'new-clause' ? [] : [{ id: change.clause, label }];
	// Where the new clause stands does not matter to how it reads.
	const placed = change.kind === 'new-clause' ? { ...change, after: null } : change;
	const made = takenIn({ clauses, text: () => before }, { change: placed, label, before });
	return made?.clauses.some(({ id }) => id === change.clause) ? made.text(change.clause) : '';
}
