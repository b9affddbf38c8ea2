import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Comment, Event, Reply } from './contract.ts';

export type { Comment, Reply } from './contract.ts';
export type Comments = readonly Comment[];

export const initial: Comments = [];

export function evolve(comments: Comments, event: Logged<Event>): Comments {
	switch (event.type) {
		case 'comment.posted':
			return [...comments, posted(event)];
		case 'comment.replied':
			return changed(comments, event.comment, ({ replies }) => ({ replies: withReply(replies, event) }));
		case 'comment.handled':
			return handled(withReleased(comments, event.released), event);
		case 'comment.withdrawn':
			return comments.map((comment) => withoutWords(comment, event.comment));
		default:
			return unreachable(event);
	}
}

function posted(event: Logged<Extract<Event, { type: 'comment.posted' }>>): Comment {
	const { comment: id, seq, person, by, on, text, at, writtenAt, held, to, asks, passage } = event;
	return {
		id,
		seq,
		person,
		by,
		on,
		text,
		at,
		writtenAt: writtenAt ?? at,
		to: to ?? 'all',
		held,
		asks: asks ?? false,
		...(passage && { passage }),
		status: held ? 'observer-held' : 'open',
		replies: []
	};
}

/** A comment that was released a moment later brings the replies of that moment with it. */
function withReply(
	replies: readonly Reply[],
	{ reply: id, person, text, at }: Logged<Extract<Event, { type: 'comment.replied' }>>
): readonly Reply[] {
	return replies.some((known) => known.id === id) ? replies : [...replies, { id, person, text, at }];
}

function handled(comments: Comments, event: Logged<Extract<Event, { type: 'comment.handled' }>>): Comments {
	const { comment, status, by, reply: words, amendment } = event;
	return changed(comments, comment, ({ held }) => ({
		status,
		held: held && status === 'for-debrief',
		handledBy: by,
		...(words && { reply: words }),
		...(amendment && { amendment })
	}));
}

function withReleased(comments: Comments, released: Comment | undefined): Comments {
	if (!released || find(comments, released.id)) return comments;
	return [...comments, released].sort((a, b) => a.seq - b.seq);
}

/** The words go, of a comment or of a reply; that there was one stays (CO5). */
function withoutWords(comment: Comment, id: string): Comment {
	if (comment.id === id) {
		const { passage: _, ...rest } = comment;
		return { ...rest, status: 'withdrawn', text: '' };
	}
	if (!comment.replies.some((other) => other.id === id)) return comment;
	const replies = comment.replies.map((other) => (other.id === id ? { ...other, text: '' } : other));
	return { ...comment, replies };
}

function changed(comments: Comments, id: string, change: (comment: Comment) => Partial<Comment>): Comments {
	return comments.map((comment) => (comment.id === id ? { ...comment, ...change(comment) } : comment));
}

export function find(comments: Comments, id: string): Comment | undefined {
	return comments.find((comment) => comment.id === id);
}

export function findReply(comments: Comments, id: string): Reply | undefined {
	return comments.flatMap(({ replies }) => replies).find((other) => other.id === id);
}

/** Nobody has dealt with it yet. */
export function isWaiting({ status, text }: Comment): boolean {
	return text !== '' && (status === 'open' || status === 'observer-held');
}
