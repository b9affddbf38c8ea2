import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Handled, Target } from './contract.ts';

export interface Comment {
	readonly id: string;
	readonly person: PersonId;
	readonly on: Target;
	/** Empty once withdrawn (CO5). */
	readonly text: string;
	readonly at: Instant;
	readonly writtenAt: Instant;
	readonly status: 'open' | 'observer-held' | 'withdrawn' | Handled;
	readonly reply?: string;
	readonly handledBy?: PersonId;
	/** What it became. */
	readonly amendment?: string;
	/** Who wrote it down, where that was not the author. */
	readonly enteredBy?: PersonId;
}

export type Comments = readonly Comment[];

export const initial: Comments = [];

export function evolve(comments: Comments, event: Logged<Event>): Comments {
	switch (event.type) {
		case 'comment.posted': {
			const { comment: id, person, on, text, at, writtenAt, held } = event;
			return [
				...comments,
				{
					id,
					person,
					on,
					text,
					at,
					writtenAt: writtenAt ?? at,
					status: held ? 'observer-held' : 'open',
					...(event.by !== person && { enteredBy: event.by })
				}
			];
		}
		case 'comment.handled':
			return changed(comments, event.comment, {
				status: event.status,
				handledBy: event.by,
				...(event.reply && { reply: event.reply }),
				...(event.amendment && { amendment: event.amendment })
			});
		case 'comment.withdrawn':
			return changed(comments, event.comment, { status: 'withdrawn', text: '' });
		default:
			return unreachable(event);
	}
}

function changed(comments: Comments, id: string, change: Partial<Comment>): Comments {
	return comments.map((comment) => (comment.id === id ? { ...comment, ...change } : comment));
}
