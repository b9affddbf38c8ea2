import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import { end, running, type Closed } from './closed.ts';
import type { Command, Event, Refusal } from './contract.ts';

export interface Facts extends Act {
	readonly observers: readonly PersonId[];
	readonly person: (id: PersonId) => Person | undefined;
	readonly section: string;
}

export function decide(closed: Closed, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'closed.begin':
			return begin(closed, command.keepOut ?? facts.observers, facts);
		case 'closed.end': {
			const ending = end(closed);
			return ending.length > 0 ? happened(...ending) : refused('not-closed');
		}
		default:
			return unreachable(command);
	}
}

function begin(closed: Closed, keepOut: readonly PersonId[], facts: Facts): Decision<Event, Refusal> {
	if (running(closed)) return refused('already-closed');
	for (const id of keepOut) {
		const person = facts.person(id);
		if (!person) return refused('unknown');
		if (person.kind !== 'observer') return refused('not-eligible');
	}
	return happened({
		type: 'closed.begun',
		part: closed.length + 1,
		keptOut: [...new Set(keepOut)],
		stay: facts.observers.filter((id) => !keepOut.includes(id)),
		section: facts.section
	});
}
