import { unreachable } from '../kernel/decider.ts';
import type { Event, Preparation, Question } from './contract.ts';

export const initial: Preparation = { questions: [], committeeMeeting: null };

export function evolve(preparation: Preparation, event: Event): Preparation {
	const { questions } = preparation;
	switch (event.type) {
		case 'question.added':
			return { ...preparation, questions: [...questions, event.question] };
		case 'question.removed':
			return { ...preparation, questions: without(questions, event.question) };
		default:
			return unreachable(event);
	}
}

function without(questions: readonly Question[], id: string): Question[] {
	return questions.filter((question) => question.id !== id);
}
