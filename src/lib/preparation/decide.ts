import { happened, refused, unreachable, type Decision } from '../kernel/decider.ts';
import type { Command, Event, Preparation, Refusal } from './contract.ts';

/** More are no guide any more. */
const MOST = 50;

export function decide({ questions }: Preparation, command: Command): Decision<Event, Refusal> {
	switch (command.type) {
		case 'question.add':
			if (questions.some(({ id }) => id === command.ref)) return refused('id-taken');
			if (questions.length >= MOST) return refused('enough-questions');
			return happened({ type: 'question.added', question: { id: command.ref, text: command.text } });
		case 'question.remove':
			if (!questions.some(({ id }) => id === command.question)) return refused('unknown');
			return happened({ type: 'question.removed', question: command.question });
		default:
			return unreachable(command);
	}
}
