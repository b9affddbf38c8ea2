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
import { find, findReply, type Comments } from './comments.ts';
import type { Command, Comment, Event, Refusal, Reply, Target } from './contract.ts';

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	readonly exists: (target: Target) => boolean;
	/** Whether somebody may see what a comment is about: papers are not for everybody. */
	readonly maySee: (id: PersonId, target: Target) => boolean;
	/** CO2, CO6, CO7. */
	readonly mayRead: (id: PersonId, comment: Comment) => boolean;
	/** Desk, minute taker, committee, or responsible for the item it is about (CO4). */
	readonly mayHandle: (target: Target) => boolean;
	/** Observers who wait outside a closed session. */
	readonly isOutside: (id: PersonId) => boolean;
	readonly amendmentExists: (id: string) => boolean;
	/** When the author's connection was last lost; null when it never was (CO3). */
	readonly lostAt: Instant | null;
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(comments: Comments, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'comment.post':
			return post(comments, command, facts);
		case 'comment.reply':
			return withComment(comments, command.comment, (comment) => reply(comments, comment, command, facts));
		case 'comment.handle':
			return withComment(comments, command.comment, (comment) => handle(comment, command, facts));
		case 'comment.withdraw':
			return withdraw(comments, command, facts);
		default:
			return unreachable(command);
	}
}

function post(
	comments: Comments,
	command: Of<'comment.post'>,
	{ who, now, lostAt, ...facts }: Facts
): Decision<Event, Refusal> {
	if (isTaken(comments, command.ref)) return refused('id-taken');
	if (!facts.exists(command.on)) return refused('unknown');
	if (command.passage && command.on.kind !== 'clause') return refused('clause-only');
	const held = facts.person(who)?.kind === 'observer';
	if (held && !facts.isPresent(who)) return refused('not-present');
	if (facts.isOutside(who)) return refused('closed-session');
	if (!facts.maySee(who, command.on)) return refused('restricted');
	const { ref: comment, on, text, to, asks, passage, writtenAt } = command;
	return happened({
		type: 'comment.posted',
		comment,
		person: who,
		on,
		text,
		held,
		...(to && to !== 'all' && { to }),
		...(asks && { asks }),
		...(passage && { passage }),
		...(writtenAt !== undefined &&
			lostAt !== null && { writtenAt: Math.min(Math.max(writtenAt, lostAt), now) })
	});
}

/** CO8: whoever may read a comment answers it; an observer under a comment of their own alone. */
function reply(
	comments: Comments,
	comment: Comment,
	{ ref, text }: Of<'comment.reply'>,
	{ who, ...facts }: Facts
): Decision<Event, Refusal> {
	if (isTaken(comments, ref)) return refused('id-taken');
	if (!facts.mayRead(who, comment)) return refused('unknown');
	if (comment.status === 'withdrawn') return refused('not-open');
	const isObserver = facts.person(who)?.kind === 'observer';
	if (isObserver && comment.person !== who) return refused('not-allowed');
	if (isObserver && !facts.isPresent(who)) return refused('not-present');
	return happened({ type: 'comment.replied', comment: comment.id, reply: ref, person: who, text });
}

function handle(
	comment: Comment,
	{ status, reply: words, amendment }: Of<'comment.handle'>,
	facts: Facts
): Decision<Event, Refusal> {
	if (!facts.mayHandle(comment.on) || !facts.mayRead(facts.by, comment)) return refused('not-allowed');
	if (comment.status === 'withdrawn') return refused('not-open');
	if (amendment !== undefined && !facts.amendmentExists(amendment)) return refused('unknown');
	return happened({
		type: 'comment.handled',
		comment: comment.id,
		status,
		...(words && { reply: words }),
		...(amendment && { amendment })
	});
}

function withdraw(
	comments: Comments,
	{ comment: id }: Of<'comment.withdraw'>,
	{ who }: Facts
): Decision<Event, Refusal> {
	const found: Comment | Reply | undefined = find(comments, id) ?? findReply(comments, id);
	if (!found) return refused('unknown');
	if (found.person !== who) return refused('not-allowed');
	if (found.text === '') return refused('not-open');
	return happened({ type: 'comment.withdrawn', comment: id });
}

function isTaken(comments: Comments, id: string): boolean {
	return find(comments, id) !== undefined || findReply(comments, id) !== undefined;
}

function withComment(
	comments: Comments,
	id: string,
	then: (comment: Comment) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const comment = find(comments, id);
	return comment ? then(comment) : refused('unknown');
}
