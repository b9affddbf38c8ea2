/** Which items are there to discuss, and by which questions (S0-14). */
import type { Question } from '../preparation/contract.ts';
import type { Meeting } from './state.ts';

/** Under which the questions of the whole meeting stand. */
const DISCUSSION: ReadonlySet<string> = new Set(['content.discussion', 'thematic.content.discussion']);

/** The guiding questions of an item: its own, and at the discussion those of the whole meeting. */
export function guides(
	{ agenda, preparation }: Pick<Meeting, 'agenda' | 'preparation'>,
	item: string
): Question[] {
	const discussion = agenda.items.find(({ code }) => DISCUSSION.has(code ?? ''))?.id;
	return preparation.questions.filter((question) => (question.item ?? discussion) === item);
}
