/** What was corrected after it was said: one line for each change to a fact that the minutes already told (MI6). */
import type { Instant, PersonId } from '../kernel/decider.ts';
import { countWords } from '../minutes/vote-words.ts';
import { countsNow } from '../vote/counts-now.ts';
import { find as findVote } from '../vote/vote.ts';
import type { LoggedEvent } from './contract.ts';
import { evolve } from './evolve.ts';
import { factWords } from './fact-words.ts';
import type { Meeting } from './state.ts';

export interface Correction {
	readonly seq: number;
	readonly at: Instant;
	readonly by: PersonId;
	/** What it said that it no longer says, and the other way round; one may be empty. */
	readonly before: string;
	readonly after: string;
	/** The fact was taken out. */
	readonly isGone: boolean;
}

interface Place {
	readonly kind: string;
	readonly ref: string;
}

/** @param events  the whole log, in order */
export function corrections(events: readonly LoggedEvent[]): Correction[] {
	const found: Correction[] = [];
	let meeting: Meeting | null = null;
	for (const event of events) {
		const before: Meeting | null = meeting;
		const after: Meeting = evolve(before, event);
		meeting = after;
		if (!before || before.phase === 'before') continue;
		for (const place of placesOf(event, events, before)) {
			const told = said(before, place);
			const tells = said(after, place);
			if (told === '' || told === tells) continue;
			const { seq, at, by } = event;
			found.push({ seq, at, by, ...difference(told, tells) });
		}
	}
	return found;
}

/** Of the facts that stand in texts, those that an event can change after they were told. */
function placesOf(event: LoggedEvent, events: readonly LoggedEvent[], before: Meeting): Place[] {
	switch (event.type) {
		case 'attendance.checked-in':
		case 'attendance.left':
		case 'attendance.retracted':
		case 'leave.decided':
			return [{ kind: 'attendance', ref: 'opening' }];
		case 'floor.corrected':
		case 'floor.attached':
			return [{ kind: 'speech', ref: event.turn }];
		case 'papers.counted':
		case 'hands.counted':
			return [{ kind: COUNT, ref: event.vote }];
		case 'task.changed':
		case 'task.removed':
			return [{ kind: 'task', ref: event.task }];
		case 'item.concluded':
			return [{ kind: 'conclusion', ref: event.item }];
		case 'score.submitted':
			return event.as === 'self' ? [{ kind: 'score', ref: 'self' }] : [];
		case 'comment.withdrawn':
			// What never stood in the minutes was for its own readers, and is nobody else's now.
			return before.adoption.quoted.includes(event.comment) ? [{ kind: 'comment', ref: event.comment }] : [];
		case 'opinion.withdrawn':
			return [{ kind: 'opinion', ref: event.opinion }];
		case 'act.undone':
			return undone(event.seqs, events, before);
		default:
			return [];
	}
}

/** An act that was taken back takes its words along. */
function undone(seqs: readonly number[], events: readonly LoggedEvent[], before: Meeting): Place[] {
	return seqs.flatMap((seq): Place[] => {
		const event = events[seq - 1];
		if (!event || event.type === 'act.undone') return [];
		if (event.type === 'floor.ended') return [{ kind: 'speech', ref: event.turn }];
		return placesOf(event, events, before);
	});
}

/** What tellers typed: no fact of the text yet, since a vote tells nothing before it is closed. */
const COUNT = 'count';

function said(meeting: Meeting, { kind, ref }: Place): string {
	if (kind !== COUNT) return factWords(meeting, kind, ref);
	const vote = findVote(meeting.votes, ref);
	const counts = vote?.state === 'open' ? countsNow(vote) : null;
	return vote && counts ? countWords(vote.title, counts) : '';
}

/** Long sentences are told by the parts that differ. */
function difference(before: string, after: string): Pick<Correction, 'before' | 'after' | 'isGone'> {
	const old = partsOf(before);
	const now = partsOf(after);
	const only = (some: readonly string[], others: readonly string[]) =>
		some.filter((part) => !others.includes(part)).join('; ');
	return { before: only(old, now), after: only(now, old), isGone: after === '' };
}

function partsOf(words: string): string[] {
	return words
		.split(/;\s+|(?<=\.)\s+/)
		.map((part) => part.replace(/\.$/, ''))
		.filter((part) => part !== '');
}
