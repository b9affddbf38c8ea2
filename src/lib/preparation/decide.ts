import {
	happened,
	refused,
	unreachable,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, CommitteeMeeting, Event, Preparation, Refusal } from './contract.ts';

export interface Facts {
	readonly itemExists: (id: ItemId) => boolean;
	/** Secretary, deputy, members of the committee. */
	readonly isOfCommittee: (id: PersonId) => boolean;
}

/** More are no guide any more. */
const MOST = 50;

export function decide(preparation: Preparation, command: Command, facts: Facts): Decision<Event, Refusal> {
	const { questions, committeeMeeting } = preparation;
	switch (command.type) {
		case 'question.add': {
			const { ref: id, text, item } = command;
			if (questions.some((question) => question.id === id)) return refused('id-taken');
			if (item !== undefined && !facts.itemExists(item)) return refused('unknown');
			if (questions.length >= MOST) return refused('enough-questions');
			return happened({ type: 'question.added', question: { id, text, ...(item && { item }) } });
		}
		case 'question.remove':
			if (!questions.some(({ id }) => id === command.question)) return refused('unknown');
			return happened({ type: 'question.removed', question: command.question });
		case 'committee.record': {
			const { type: _, ...meeting } = command;
			const why = whyNot(meeting, facts);
			return why ? refused(why) : happened({ type: 'committee.recorded', meeting });
		}
		case 'committee.erase':
			return committeeMeeting ? happened({ type: 'committee.erased' }) : refused('unknown');
		default:
			return unreachable(command);
	}
}

/** Two of the committee at least, led and recorded by who was there; without a committee, secretary and deputy (PR2). */
function whyNot(
	{ present, chair, minuteTaker, at, endedAt }: CommitteeMeeting,
	{ isOfCommittee }: Facts
): Refusal | null {
	const were = new Set(present);
	const areEnough = were.size >= 2 && present.every(isOfCommittee);
	if (!areEnough || !were.has(chair) || !were.has(minuteTaker)) return 'not-eligible';
	return endedAt > at ? null : 'wrong-times';
}
