import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { assignmentOf, hasPrepared, type Opinions } from './opinions.ts';

export interface Facts extends Act {
	readonly isMember: (id: PersonId) => boolean;
	readonly runningItem: ItemId | null;
}

export function decide(opinions: Opinions, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'opinion.assign':
			if (!facts.isMember(command.to)) return refused('not-eligible');
			return happened({ type: 'opinion.assigned', to: command.to, topic: command.topic });
		case 'opinion.unassign': {
			const asked = assignmentOf(opinions, command.to);
			if (!asked) return refused('unknown');
			if (hasPrepared(opinions, asked)) return refused('already-prepared');
			return happened({ type: 'opinion.unassigned', to: command.to });
		}
		case 'opinion.prepare': {
			if (!assignmentOf(opinions, facts.who)) return refused('not-allowed');
			return happened({
				type: 'opinion.prepared',
				person: facts.who,
				...(command.text && { text: command.text })
			});
		}
		case 'opinion.send':
			if (opinions.written.some(({ id }) => id === command.ref)) return refused('id-taken');
			return happened({
				type: 'opinion.sent',
				opinion: command.ref,
				person: facts.who,
				text: command.text
			});
		case 'opinion.read': {
			const written = opinions.written.find(({ id }) => id === command.opinion);
			if (!written) return refused('unknown');
			if (written.readAt !== null) return refused('already-read');
			return happened({ type: 'opinion.read-out', opinion: written.id, item: facts.runningItem });
		}
		default:
			return unreachable(command);
	}
}
