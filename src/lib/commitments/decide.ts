import { happened, refused, unreachable, type Act, type Decision } from '../kernel/decider.ts';
import type { Commitments } from './commitments.ts';
import type { Command, Event, Refusal } from './contract.ts';

export interface Facts extends Act {
	/** Committee and desk: they see and review everybody's (CM2, CM3). */
	readonly leads: boolean;
}

export function decide(commitments: Commitments, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'commitment.bring':
			return happened({
				type: 'commitment.brought',
				member: facts.who,
				year: command.year,
				lines: command.lines
			});
		case 'commitment.review': {
			const { member, line, mark, note = null } = command;
			// Alike for who has none and for who may not know of it.
			if (!facts.leads && member !== facts.who) return refused('unknown');
			if (!commitments[member]?.lines[line]) return refused('unknown');
			return happened({ type: 'commitment.reviewed', member, line, mark, note });
		}
		default:
			return unreachable(command);
	}
}
