import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { DOCUMENTS, type Access } from './access.ts';

export interface Facts extends Act {
	readonly isKnown: (id: PersonId) => boolean;
}

export function decide(_access: Access, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'access.preset':
			return happened({ type: 'access.preset-chosen', preset: command.preset });
		case 'access.role': {
			const { document, role, right } = command;
			return happened({ type: 'access.role-changed', document, role, right });
		}
		case 'access.person': {
			const { person, document, right } = command;
			if (!facts.isKnown(person)) return refused('unknown');
			return happened({
				type: 'access.person-changed',
				person,
				documents: document ? [document] : [...DOCUMENTS],
				right
			});
		}
		default:
			return unreachable(command);
	}
}
