import type * as Y from 'yjs';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { documentOf, running } from '../../src/lib/closed/closed.ts';
import { documentsOf } from '../../src/lib/documents/blocks.ts';
import type { FactKind } from '../../src/lib/documents/schema.ts';
import type { ItemId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Command, Event } from '../../src/lib/meeting/contract.ts';
import { find, isTakenIn } from '../../src/lib/amendments/amendments.ts';
import { takenIn } from '../../src/lib/amendments/draft.ts';
import { guides } from '../../src/lib/meeting/discussion.ts';
import { isReview, type Meeting } from '../../src/lib/meeting/state.ts';
import type { LateCorrection } from '../../src/lib/minutes/contract.ts';
import { CLOSING, OPENING } from '../../src/lib/minutes/minutes.ts';
import { isInMinutes } from '../../src/lib/opinions/opinions.ts';
import type { Subject } from '../../src/lib/vote/contract.ts';
import { freezesResolution } from '../../src/lib/vote/vote.ts';
import { noteTextOf, textOf } from '../documents/text.ts';
import { appendNote, ensureFact, ensureFirstFact, setNoteText, setText } from '../documents/write.ts';
import { noteDocument } from './draft.ts';

export interface Writing {
	readonly document: AnyDocument;
	readonly write: (doc: Y.Doc) => void;
}

/**
 * What an event writes into the texts: a new item's title, a new clause's words, and the facts' places in the
 * minutes (MI4). Committed together with the event, under the name of who caused it.
 * @param meeting  before the event
 * @param by       who caused it
 */
export function writings(meeting: Meeting, event: Event, command: Command | null, by: PersonId): Writing[] {
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
				{ document: 'minutes', write: opened },
				...(meeting.agenda.items.some(isReview) ? [] : reviewed(meeting, OPENING))
			];
		case 'minutes.noted':
			return event.late && command?.type === 'minutes.write'
				? [noteInMinutes(meeting, event, command, by)]
				: [];
		case 'minutes.quoted':
			return [factInMinutes(meeting, event.section, 'comment', event.comment)];
		case 'minutes.corrected':
			return event.late ? [corrected(meeting, event.note, event.late)] : [];
		case 'closed.begun':
			return [
				{
					document: 'minutes',
					write: (doc) => ensureFact(doc, event.section, 'closed', `closed-${event.part}`)
				}
			];
		case 'item.started': {
			const item = meeting.agenda.items.find(({ id }) => id === event.item);
			return item
				? [begun(item.id), ...guided(meeting, item.id), ...(isReview(item) ? reviewed(meeting, item.id) : [])]
				: [];
		}
		case 'item.skipped':
			return [begun(event.item)];
		case 'task.assigned':
			return assigned(meeting, event);
		case 'floor.ended': {
			const turn = meeting.floor.turns.find(({ id }) => id === event.turn);
			return [factInMinutes(meeting, turn?.item ?? OPENING, 'speech', event.turn)];
		}
		case 'item.concluded':
			return [factInMinutes(meeting, event.item, 'conclusion', event.item)];
		case 'opinion.read-out':
		case 'opinion.quoted': {
			const known = meeting.opinions.written.find(({ id }) => id === event.opinion);
			if (known && isInMinutes(known)) return [];
			return [factInMinutes(meeting, event.item ?? OPENING, 'opinion', event.opinion)];
		}
		case 'vote.closed':
			return [factInMinutes(meeting, meeting.agenda.running ?? OPENING, 'vote', event.vote)];
		case 'score.submitted':
			return event.as === 'self'
				? [factInMinutes(meeting, meeting.agenda.running ?? OPENING, 'score', 'self')]
				: [];
		default:
			return [];
	}
}

/** Who came; and the place of the closing line, which says nothing before the end (P6). */
function opened(doc: Y.Doc): void {
	ensureFirstFact(doc, OPENING, 'opening', 'opening');
	ensureFact(doc, OPENING, 'attendance', 'opening');
	ensureFact(doc, OPENING, 'present', 'opening');
	ensureFact(doc, CLOSING, 'closing', 'closing');
}

/** When an item ran stands above its words, whatever was written there before. That it ran is public (CS4). */
function begun(item: ItemId): Writing {
	return { document: 'minutes', write: (doc) => ensureFirstFact(doc, item, 'item', item) };
}

/** The guiding questions of a discussion, where there are any (S0-14). */
function guided(meeting: Meeting, item: ItemId): Writing[] {
	if (guides(meeting, item).length === 0) return [];
	return [{ document: 'minutes', write: (doc) => ensureFact(doc, item, 'questions', item) }];
}

/** The table of the former tasks, where there are any (TA9). */
function reviewed({ tasks }: Meeting, section: string): Writing[] {
	if (tasks.previous.length === 0) return [];
	return [{ document: 'minutes', write: (doc) => ensureFact(doc, section, 'previous-tasks', 'all') }];
}

/** Under its item, and at its clause unless the words of the resolution stand by now (TA9). */
function assigned(meeting: Meeting, event: Extract<Event, { type: 'task.assigned' }>): Writing[] {
	const { task, item, clause } = event;
	const inMinutes = factInMinutes(meeting, item ?? OPENING, 'task', task);
	if (clause === null || freezesResolution(meeting.votes)) return [inMinutes];
	return [
		inMinutes,
		{ document: 'resolution', write: (doc) => ensureFact(doc, clause, 'clause-tasks', clause) }
	];
}

/** A taken-in amendment's words (AM4), and its place in the minutes where somebody decided on it (AM10). */
function amendment(
	meeting: Meeting,
	{ amendment: id, as }: Extract<Event, { type: 'amendment.settled' }>
): Writing[] {
	const { amendments, clauses, agenda } = meeting;
	const found = find(amendments, id);
	if (!found || as === 'withdrawn' || as === 'lapsed') return [];
	const place = factInMinutes(meeting, agenda.running ?? OPENING, 'amendment', id);
	const { change } = found;
	// The words of a deleted clause stay in the document, out of sight, for its history.
	if (!isTakenIn(as) || change.kind === 'delete-clause') return [place];
	const write = (doc: Y.Doc) => {
		const after = takenIn({ clauses, text: (clause) => textOf(doc, clause) }, found);
		if (after) setText(doc, change.clause, after.text(change.clause));
	};
	return [place, { document: 'resolution', write }];
}

/** A note of who may not type any more, since the minutes are frozen (AD2). */
function noteInMinutes(
	meeting: Meeting,
	{ item }: Extract<Event, { type: 'minutes.noted' }>,
	{ ref, text }: Extract<Command, { type: 'minutes.write' }>,
	by: PersonId
): Writing {
	const { document, block } = placeInMinutes(meeting, item ?? OPENING);
	return { document, write: (doc) => appendNote(doc, block, { id: ref, author: by, text }) };
}

function corrected(meeting: Meeting, note: string, { find, replace }: LateCorrection): Writing {
	const write = (doc: Y.Doc) =>
		void setNoteText(doc, note, noteTextOf(doc, note).split(find.normalize('NFC')).join(replace));
	return { document: noteDocument(meeting, note), write };
}

/** Into the minutes, or into the document of the part that is closed now (`closed/RULES.md`, CS5). */
function placeInMinutes(
	{ closed }: Meeting,
	section: string
): { readonly document: AnyDocument; readonly block: string } {
	const part = running(closed);
	const block = !part || part.sections.includes(section) ? section : (part.sections.at(-1) ?? OPENING);
	return { document: part ? documentOf(part) : 'minutes', block };
}

function factInMinutes(meeting: Meeting, section: string, kind: FactKind, ref: string): Writing {
	const { document, block } = placeInMinutes(meeting, section);
	return { document, write: (doc) => ensureFact(doc, block, kind, ref) };
}

/** Documents that begin with an event. */
export function documentsMade(event: Event): readonly AnyDocument[] {
	return event.type === 'closed.begun' ? [`closed-${event.part}`] : [];
}

function text(document: AnyDocument, block: string, words: string): Writing {
	return { document, write: (doc) => setText(doc, block, words) };
}

/** The documents on which somebody's right changes, so that nobody may commit past this event (P4). */
export function rightsTouched(meeting: Meeting, event: Event): readonly AnyDocument[] {
	switch (event.type) {
		case 'access.preset-chosen':
		case 'chair.handed-over':
		case 'facilitator.appointed':
		case 'minute-taker.appointed':
		case 'meeting.ended':
		case 'join.revoked':
		case 'closed.begun':
		case 'closed.ended':
			return documentsOf(meeting);
		case 'roster.changed':
			return event.removed ? documentsOf(meeting) : [];
		case 'access.role-changed':
			return withClosed(meeting, [event.document]);
		case 'access.person-changed':
			return withClosed(meeting, event.documents);
		case 'vote.put':
			return touchedByQuestion(meeting, event.subject);
		case 'vote.closed':
		case 'vote.cancelled':
			return touchedByQuestion(meeting, meeting.votes.find(({ id }) => id === event.vote)?.subject);
		default:
			return [];
	}
}

/** What a question freezes or thaws; the draft is asked about by amendments as well. */
function touchedByQuestion(meeting: Meeting, subject: Subject | undefined): readonly AnyDocument[] {
	return subject?.kind === 'minutes' ? withClosed(meeting, ['minutes']) : ['resolution'];
}

/** What is written in closed parts follows the rights on the minutes. */
function withClosed({ closed }: Meeting, documents: readonly AnyDocument[]): readonly AnyDocument[] {
	return documents.includes('minutes') ? [...documents, ...closed.map(documentOf)] : documents;
}
