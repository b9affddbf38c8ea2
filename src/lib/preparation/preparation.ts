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
		case 'committee.recorded':
			return { ...preparation, committeeMeeting: event.meeting };
		case 'committee.erased':
			return { ...preparation, committeeMeeting: null };
		default:
			return unreachable(event);
	}
}

function without(questions: readonly Question[], id: string): Question[] {
	return questions.filter((question) => question.id !== id);
}
