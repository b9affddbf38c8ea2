import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Handled, Refusal, Target } from './contract.ts';

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
}

export type Comments = readonly Comment[];

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	readonly exists: (target: Target) => boolean;
	/** Desk, minute taker, committee, or responsible for the item it is about (CO4). */
	readonly mayHandle: (target: Target) => boolean;
	readonly amendmentExists: (id: string) => boolean;
	/** When the author's connection was last lost; null when it never was (CO3). */
	readonly lostAt: Instant | null;
}

export const initial: Comments = [];

export function decide(comments: Comments, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'comment.post':
			return post(comments, command, facts);
		case 'comment.handle':
			return withComment(comments, command.comment, (comment) => {
				if (!facts.mayHandle(comment.on)) return refused('not-allowed');
				if (comment.status === 'withdrawn') return refused('not-open');
				const { status, reply, amendment } = command;
				if (amendment !== undefined && !facts.amendmentExists(amendment)) return refused('unknown');
				return happened({
					type: 'comment.handled',
					comment: comment.id,
					status,
					...(reply && { reply }),
					...(amendment && { amendment })
				});
			});
		case 'comment.withdraw':
			return withComment(comments, command.comment, (comment) => {
				if (comment.person !== facts.who) return refused('not-allowed');
				if (comment.status === 'withdrawn') return refused('not-open');
				return happened({ type: 'comment.withdrawn', comment: comment.id });
			});
		default:
			return unreachable(command);
	}
}

function post(
	comments: Comments,
	command: Extract<Command, { type: 'comment.post' }>,
	facts: Facts
): Decision<Event, Refusal> {
	if (comments.some((comment) => comment.id === command.ref)) return refused('id-taken');
	if (!facts.exists(command.on)) return refused('unknown');
	const held = facts.person(facts.who)?.kind === 'observer';
	if (held && !facts.isPresent(facts.who)) return refused('not-present');
	const { ref: comment, on, text, writtenAt } = command;
	const offline = writtenAt !== undefined && facts.lostAt !== null;
	return happened({
		type: 'comment.posted',
		comment,
		person: facts.who,
		on,
		text,
		held,
		...(offline && { writtenAt: Math.min(Math.max(writtenAt, facts.lostAt), facts.now) })
	});
}

export function evolve(comments: Comments, event: Logged<Event>): Comments {
	switch (event.type) {
		case 'comment.posted': {
			const { comment: id, person, on, text, at, writtenAt, held } = event;
			return [
				...comments,
				{ id, person, on, text, at, writtenAt: writtenAt ?? at, status: held ? 'observer-held' : 'open' }
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

function withComment(
	comments: Comments,
	id: string,
	then: (comment: Comment) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const comment = comments.find((other) => other.id === id);
	return comment ? then(comment) : refused('unknown');
}
