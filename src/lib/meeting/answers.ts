import type { Comment } from '../comments/contract.ts';
import type { Question } from '../preparation/contract.ts';
import type { Turn } from '../speaking/speaking.ts';
import type { Meeting } from './state.ts';

/** What has been said and written to a guiding question (PR3). */
export interface Answers {
	readonly question: Question;
	readonly turns: readonly Turn[];
	/** Those that the viewer may read. */
	readonly comments: readonly Comment[];
	/** Nobody has spoken to it, nor does now. */
	readonly isUnspoken: boolean;
}

/** By question, in their order. */
export function answers({ preparation, floor, comments }: Meeting): Answers[] {
	return preparation.questions.map((question) => {
		const turns = floor.turns.filter((turn) => turn.question === question.id);
		const written = comments.filter(
			({ on, text }) => on.kind === 'question' && on.ref === question.id && text !== ''
		);
		return { question, turns, comments: written, isUnspoken: turns.length === 0 };
	});
}

/** Those of the running item first, then those of the whole meeting; the others have their time. */
export function answersNow(meeting: Meeting): Answers[] {
	const { agenda } = meeting;
	const isGone = (item: string) => !agenda.items.some(({ id }) => id === item);
	const all = answers(meeting);
	const ofItem = all.filter(({ question: { item } }) => item !== undefined && item === agenda.running);
	return [...ofItem, ...all.filter(({ question: { item } }) => item === undefined || isGone(item))];
}
