import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Clause, Event } from './contract.ts';

export type Clauses = readonly (Clause & {
	/** Of one that is filled in after the vote: it was. */
	readonly filled?: true;
})[];

export function evolve(clauses: Clauses, event: Logged<Event>): Clauses {
	switch (event.type) {
		case 'clause.added': {
			const index = event.after === null ? 0 : clauses.findIndex((clause) => clause.id === event.after) + 1;
			return [...clauses.slice(0, index), event.clause, ...clauses.slice(index)];
		}
		case 'clause.removed':
			return clauses.filter((clause) => clause.id !== event.clause);
		case 'text.edited':
			return clauses;
		case 'clause.filled':
			return clauses.map((clause) => (clause.id === event.clause ? { ...clause, filled: true } : clause));
		default:
			return unreachable(event);
	}
}
