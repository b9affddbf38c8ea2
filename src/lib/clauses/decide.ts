import { happened, refused, unreachable, type Act, type ClauseId, type Decision } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { freeLabel } from './labels.ts';
import type { Clauses } from './clauses.ts';

export interface Facts extends Act {
	readonly isFrozen: boolean;
	/** The resolution has passed. */
	readonly isAdopted: boolean;
	/** The clause's words as the server's own copy reads them, NFC. */
	readonly text: (clause: ClauseId) => string;
}

export function decide(clauses: Clauses, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'clause.add': {
			if (facts.isFrozen) return refused('text-frozen');
			if (clauses.some((clause) => clause.id === command.ref)) return refused('id-taken');
			const after = clauses.find((clause) => clause.id === command.after);
			if (command.after !== null && !after) return refused('unknown');
			const labels = clauses.map((clause) => clause.label);
			if (command.label !== undefined && labels.includes(command.label)) return refused('label-taken');
			const label = command.label ?? freeLabel(after?.label, labels);
			return happened({
				type: 'clause.added',
				clause: { id: command.ref, label, fillAfterVote: false },
				after: command.after
			});
		}
		case 'clause.remove':
			if (facts.isFrozen) return refused('text-frozen');
			if (!clauses.some((clause) => clause.id === command.clause)) return refused('unknown');
			return happened({ type: 'clause.removed', clause: command.clause });
		case 'text.edit':
			if (facts.isFrozen) return refused('text-frozen');
			if (!clauses.some((clause) => clause.id === command.clause)) return refused('text-changed');
			if (!standsOnce(facts.text(command.clause), command.find)) return refused('text-changed');
			return happened({ type: 'text.edited', clause: command.clause });
		case 'resolution.fill': {
			const clause = clauses.find(({ id }) => id === command.clause);
			if (!clause?.fillAfterVote) return refused('text-frozen');
			return facts.isAdopted
				? happened({ type: 'clause.filled', clause: clause.id })
				: refused('vote-not-passed');
		}
		default:
			return unreachable(command);
	}
}

/** Whether `find` stands in `text` exactly once (CL4). */
export function standsOnce(text: string, find: string): boolean {
	const first = text.indexOf(find);
	return first >= 0 && text.indexOf(find, first + 1) < 0;
}
