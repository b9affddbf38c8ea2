import type * as Y from 'yjs';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { Command, Event } from '../../src/lib/meeting/contract.ts';
import { find, isTakenIn } from '../../src/lib/amendments/amendments.ts';
import { takenIn } from '../../src/lib/amendments/draft.ts';
import { isReview, type Meeting } from '../../src/lib/meeting/state.ts';
import { OPENING } from '../../src/lib/minutes/minutes.ts';
import { freezesResolution } from '../../src/lib/vote/vote.ts';
import { textOf } from '../documents/text.ts';
import { appendFact, ensureFact, setText } from '../documents/write.ts';

export interface Writing {
	readonly document: DocumentName;
	readonly write: (doc: Y.Doc) => void;
}

/**
 * What an event writes into the texts: a new item's title, a new clause's words, and the facts' places in the
 * minutes (MI4). Committed together with the event, under the name of who caused it.
 * @param meeting  before the event
 */
export function writings(meeting: Meeting, event: Event, command: Command | null): Writing[] {
	switch (event.type) {
		case 'item.added':
			return command?.type === 'item.add' ? [text('agenda', event.item.id, command.title)] : [];
		case 'clause.added':
			return command?.type === 'clause.add' && command.text
				? [text('resolution', event.clause.id, command.text)]
				: [];
		case 'clause.filled':
			return command?.type === 'resolution.fill' ? [text('resolution', event.clause, command.text)] : [];
		case 'amendment.settled':
			return amendment(meeting, event);
		case 'meeting.opened':
			return [
				{ document: 'minutes', write: (doc) => appendFact(doc, OPENING, 'attendance', 'opening') },
				...(meeting.agenda.items.some(isReview) ? [] : reviewed(meeting, OPENING))
			];
		case 'item.started': {
			const item = meeting.agenda.items.find(({ id }) => id === event.item);
			return item && isReview(item) ? reviewed(meeting, item.id) : [];
		}
		case 'task.assigned':
			return assigned(meeting, event);
		case 'floor.ended': {
			const turn = meeting.floor.turns.find(({ id }) => id === event.turn);
			const section = turn?.item ?? OPENING;
			return [{ document: 'minutes', write: (doc) => appendFact(doc, section, 'speech', event.turn) }];
		}
		case 'item.concluded':
			return [{ document: 'minutes', write: (doc) => appendFact(doc, event.item, 'conclusion', event.item) }];
		case 'vote.closed': {
			const section = meeting.agenda.running ?? OPENING;
			return [{ document: 'minutes', write: (doc) => appendFact(doc, section, 'vote', event.vote) }];
		}
		default:
			return [];
	}
}

/** The table of the former tasks, where there are any (TA9). */
function reviewed({ tasks }: Meeting, section: string): Writing[] {
	if (tasks.previous.length === 0) return [];
	return [{ document: 'minutes', write: (doc) => ensureFact(doc, section, 'previous-tasks', 'all') }];
}

/** Under its item, and at its clause unless the words of the resolution stand by now (TA9). */
function assigned(meeting: Meeting, event: Extract<Event, { type: 'task.assigned' }>): Writing[] {
	const { task, item, clause } = event;
	const section = item ?? OPENING;
	const inMinutes: Writing = {
		document: 'minutes',
		write: (doc) => ensureFact(doc, section, 'task', task)
	};
	if (clause === null || freezesResolution(meeting.votes)) return [inMinutes];
	return [
		inMinutes,
		{ document: 'resolution', write: (doc) => ensureFact(doc, clause, 'clause-tasks', clause) }
	];
}

/** A taken-in amendment's words (AM4), and its place in the minutes where somebody decided on it (AM10). */
function amendment(
	{ amendments, clauses, agenda }: Meeting,
	{ amendment: id, as }: Extract<Event, { type: 'amendment.settled' }>
): Writing[] {
	const found = find(amendments, id);
	if (!found || as === 'withdrawn' || as === 'lapsed') return [];
	const section = agenda.running ?? OPENING;
	const place: Writing = { document: 'minutes', write: (doc) => appendFact(doc, section, 'amendment', id) };
	const { change } = found;
	// The words of a deleted clause stay in the document, out of sight, for its history.
	if (!isTakenIn(as) || change.kind === 'delete-clause') return [place];
	const write = (doc: Y.Doc) => {
		const after = takenIn({ clauses, text: (clause) => textOf(doc, clause) }, found);
		if (after) setText(doc, change.clause, after.text(change.clause));
	};
	return [place, { document: 'resolution', write }];
}

function text(document: DocumentName, block: string, words: string): Writing {
	return { document, write: (doc) => setText(doc, block, words) };
}

/** The documents on which somebody's right changes, so that nobody may commit past this event (P4). */
export function rightsTouched(event: Event): readonly DocumentName[] {
	switch (event.type) {
		case 'access.preset-chosen':
		case 'chair.handed-over':
		case 'facilitator.appointed':
		case 'minute-taker.appointed':
		case 'meeting.ended':
		case 'join.revoked':
			return DOCUMENTS;
		case 'roster.changed':
			return event.removed ? DOCUMENTS : [];
		case 'access.role-changed':
			return [event.document];
		case 'access.person-changed':
			return event.documents;
		case 'vote.put':
		case 'vote.closed':
		case 'vote.cancelled':
			return ['resolution'];
		default:
			return [];
	}
}
