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
import { assignmentOf, hasPrepared, isInMinutes, type Opinions } from './opinions.ts';

export interface Facts extends Act {
	readonly isMember: (id: PersonId) => boolean;
	readonly runningItem: ItemId | null;
	readonly itemExists: (id: ItemId) => boolean;
	/** The minutes are put to the vote, or adopted: what they quote stands. */
	readonly areFrozen: boolean;
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
			if (written.withdrawn) return refused('opinion-withdrawn');
			return happened({ type: 'opinion.read-out', opinion: written.id, item: facts.runningItem });
		}
		case 'opinion.quote':
			return quote(opinions, command, facts);
		case 'opinion.withdraw':
			return withdraw(opinions, command, facts);
		default:
			return unreachable(command);
	}
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Once, and not what was read out, which stands there already (OP8). */
function quote(
	{ written }: Opinions,
	{ opinion, item }: Of<'opinion.quote'>,
	{ itemExists, runningItem }: Facts
): Decision<Event, Refusal> {
	const found = written.find(({ id }) => id === opinion);
	if (!found || (item !== undefined && !itemExists(item))) return refused('unknown');
	if (found.withdrawn) return refused('opinion-withdrawn');
	if (isInMinutes(found)) return refused('opinion-in-minutes');
	return happened({ type: 'opinion.quoted', opinion, item: item ?? runningItem });
}

/** Its author takes it back, also out of the minutes, until these are put to the vote (OP9). */
function withdraw(
	{ written }: Opinions,
	{ opinion }: Of<'opinion.withdraw'>,
	{ who, areFrozen }: Facts
): Decision<Event, Refusal> {
	const found = written.find(({ id }) => id === opinion);
	if (!found) return refused('unknown');
	if (found.person !== who) return refused('not-allowed');
	if (found.withdrawn) return refused('opinion-withdrawn');
	if (areFrozen && isInMinutes(found)) return refused('opinion-in-minutes');
	return happened({ type: 'opinion.withdrawn', opinion });
}
