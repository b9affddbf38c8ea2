import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type PersonId
} from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Refusal, Target } from './contract.ts';
import type { Comments, Comment } from './comments.ts';

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	/** Waits outside a closed session (`closed`, CS3). */
	readonly isOutside: (id: PersonId) => boolean;
	readonly exists: (target: Target) => boolean;
	/** Desk, minute taker, committee, or responsible for the item it is about (CO4). */
	readonly mayHandle: (target: Target) => boolean;
	readonly amendmentExists: (id: string) => boolean;
	/** When the author's connection was last lost; null when it never was (CO3). */
	readonly lostAt: Instant | null;
}

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
	if (facts.isOutside(facts.who)) return refused('closed-session');
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

function withComment(
	comments: Comments,
	id: string,
	then: (comment: Comment) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const comment = comments.find((other) => other.id === id);
	return comment ? then(comment) : refused('unknown');
}
