/** Comments on their way into the minutes (AD11). */
import { OPENING } from '../minutes/minutes.ts';
import type { Event } from './contract.ts';
import type { Meeting } from './state.ts';

/** Where a comment belongs in the minutes; null for one that is not for everybody. */
export function sectionOfComment({ comments, closed, agenda }: Meeting, id: string): string | null {
	const comment = comments.find((each) => each.id === id);
	const isOpenToAll =
		comment?.to === 'all' && !comment.held && comment.text !== '' && comment.on.kind !== 'paper';
	if (!comment || !isOpenToAll || closed.some(({ inside }) => inside.includes(id))) return null;
	return comment.on.kind === 'item' ? comment.on.ref : (agenda.running ?? OPENING);
}

/** What the room takes up of a member's comment is a promise, and stands in the minutes without another tap. */
export function takenUp(
	meeting: Meeting,
	{ comment, status }: Extract<Event, { type: 'comment.handled' }>
): Event[] {
	const { phase, comments, people, adoption } = meeting;
	const author = comments.find(({ id }) => id === comment)?.person;
	const isMembers = author !== undefined && people[author]?.kind === 'member';
	const section = sectionOfComment(meeting, comment);
	if (phase !== 'running' || status !== 'accepted' || !isMembers || section === null) return [];
	return adoption.quoted.includes(comment) ? [] : [{ type: 'minutes.quoted', comment, section }];
}
