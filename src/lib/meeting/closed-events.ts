/** What of a closed part's events whoever waited outside may see, once it is over (`closed/RULES.md`, CS4). */
import { isInside, type ClosedPart } from '../closed/closed.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from './contract.ts';
import type { Meeting } from './state.ts';

export function isOutsideOf(
	part: ClosedPart,
	{ person }: { readonly person: PersonId | null },
	{ people }: Pick<Meeting, 'people'>
): boolean {
	return !isInside(part, person === null ? undefined : people[person]);
}

/**
 * Kinds of event that tell what the meeting has in public again: when the items ran, who was there, who leads,
 * the agenda, the clauses, the screen. Whatever is not named here stays inside, also what is invented later.
 */
const PUBLIC =
	/^(act|meeting|notice|chair|facilitator|minute-taker|roster|access|item|attendance|leave|observer|clause|text|projection|wall|join)[.-]/;
/** Kinds about a thing that may have begun before the part, or outlived it. */
const LIVES = /^(floor|amendment)\./;
const QUESTION = /^(vote|hands|ballot|papers)\./;

/** @returns null for what stays inside for ever; consistent with all that is shown of before and after */
export function publicAfterwards(event: LoggedEvent, part: ClosedPart, meeting: Meeting): LoggedEvent | null {
	if (event.type === 'comment.handled' || event.type === 'comment.withdrawn') return handled(event, part);
	if (event.type === 'vote.reserved' || event.type === 'item.concluded' || hasWords(event)) return null;
	if (PUBLIC.test(event.type)) return event;
	if (LIVES.test(event.type)) return thingsOf(event).some((id) => part.inside.includes(id)) ? null : event;
	if (QUESTION.test(event.type)) return ofQuestion(event, part, meeting);
	return null;
}

/** A message for the screens that was typed inside. */
function hasWords(event: LoggedEvent): boolean {
	return 'message' in event && typeof event.message === 'string';
}

/** The turns, requests, questions and amendments that an event is about. */
function thingsOf(event: LoggedEvent): string[] {
	const { request, turn, vote, amendment, before } = event as Partial<Record<string, unknown>>;
	return [request, turn, vote, amendment, before].filter((id) => typeof id === 'string');
}

/** A question on an open text is about a public thing; any other that was put inside stays inside. */
function ofQuestion(event: LoggedEvent, part: ClosedPart, { votes }: Meeting): LoggedEvent | null {
	const isSecret = thingsOf(event).some((id) => {
		const subject = votes.find((vote) => vote.id === id)?.subject.kind;
		return part.inside.includes(id) && (subject === undefined || !OF_TEXTS.has(subject));
	});
	return isSecret ? null : event;
}

const OF_TEXTS: ReadonlySet<string> = new Set([
	'resolution',
	'minutes',
	'agenda',
	'amendment',
	'minute-taker'
]);

/** What became of a comment from before, without what was answered to it inside. */
function handled(
	event: Extract<LoggedEvent, { type: 'comment.handled' | 'comment.withdrawn' }>,
	{ inside }: ClosedPart
): LoggedEvent | null {
	if (inside.includes(event.comment)) return null;
	if (event.type === 'comment.withdrawn') return event;
	const { reply: _, ...rest } = event;
	return rest;
}
