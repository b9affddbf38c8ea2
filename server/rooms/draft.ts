/** One batch of commands on its way to the log: what was decided so far, and the texts that it holds meanwhile. */
import { randomUUID } from 'node:crypto';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { AnyDocument, DocumentName } from '../../src/lib/access/contract.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import type { Instant, MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Answer, Command, Event, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { Subject, Version } from '../../src/lib/vote/contract.ts';
import type * as Y from 'yjs';
import { newDocument, type LiveDocument, type Reservation, type Words } from '../documents/documents.ts';
import { SERVER } from '../documents/reservation.ts';
import type { Append, CountAppend, CountId } from '../log/port.ts';

export interface Waiting {
	readonly by: PersonId;
	readonly device: string;
	readonly id: string;
	/** A command of a client, or events that the server itself has to tell of the meeting as it stands. */
	readonly what: Command | ((meeting: Meeting) => readonly Event[]);
	readonly answer: (answer: Answer) => void;
}

/** What the server does of itself. */
export function byServer(): Pick<Waiting, 'by' | 'device' | 'id'> {
	return { by: SERVER, device: SERVER, id: `server-${randomUUID().slice(0, 18)}` };
}

export interface Draft {
	meeting: Meeting;
	readonly events: LoggedEvent[];
	readonly answers: Map<Waiting, Answer>;
	readonly reserved: Map<AnyDocument, Reservation>;
	/** Documents that begin in this batch, with all that is written into them in it. */
	readonly made: Map<AnyDocument, Beginning>;
	/** How far the numbers of papers were counted in it. */
	readonly counts: Map<CountId, CountAppend>;
}

interface Beginning {
	readonly by: PersonId;
	readonly at: Instant;
	readonly writes: ((doc: Y.Doc) => void)[];
}

export function draftOn(meeting: Meeting): Draft {
	return { meeting, events: [], answers: new Map(), reserved: new Map(), made: new Map(), counts: new Map() };
}

/** What is appended together: the events, and what they write into the texts. */
export function groupOf(draft: Draft, meeting: MeetingId, expected: number): Append[] {
	const texts = [...draft.reserved.values()].flatMap(({ append }) => (append ? [append] : []));
	const made = [...draft.made].map(([name, { by, at, writes }]) =>
		newDocument(`${meeting}/${name}`, by, at, (doc) => writes.forEach((write) => write(doc)))
	);
	const counts = [...draft.counts.values()];
	return [{ stream: 'meeting', meeting, expected, events: draft.events }, ...texts, ...made, ...counts];
}

/** The texts that the command's rule may read. */
export function readBy(meeting: Meeting, command: Command): readonly AnyDocument[] {
	switch (command.type) {
		case 'text.edit':
		case 'vote.close':
			return ['resolution'];
		case 'minutes.correct':
			return [noteDocument(meeting, command.note)];
		default:
			return mayName(command);
	}
}

/** In which a note stands. */
export function noteDocument({ notes }: Meeting, note: string): AnyDocument {
	return notes.find(({ id }) => id === note)?.document ?? 'minutes';
}

/**
 * The texts that must stand still from the decision to the commit: whose very version the event names is what
 * stands when everything typed so far is in, and nothing more (INV-5, WA5); an amendment is taken into the words
 * that it was judged by (AM4).
 */
export function heldBy(command: Command, { wall }: Pick<Meeting, 'wall'>): readonly DocumentName[] {
	const isShown = command.type === 'projection.show' || command.type === 'wall.next';
	return isShown && wall.wording !== 'published' ? [] : mayName(command);
}

function mayName(command: Command): readonly DocumentName[] {
	switch (command.type) {
		case 'vote.put': {
			const text = textOf(command.subject);
			return text ? [text] : [];
		}
		case 'amendment.propose':
		case 'amendment.accept':
		case 'amendment.merge':
			return ['resolution'];
		case 'text.publish':
			return [command.document];
		case 'minutes.read-back':
			return ['minutes'];
		case 'wall.wording':
		case 'wall.next':
		case 'projection.show':
			return DOCUMENTS;
		default:
			return [];
	}
}

/** The text that a question is about; an amendment is one on the draft as it stands. */
export function textOf({ kind }: Subject): 'resolution' | 'minutes' | null {
	if (kind === 'amendment') return 'resolution';
	return kind === 'resolution' || kind === 'minutes' ? kind : null;
}

/** A text's words, with what earlier commands of the same batch write into it. */
export function wordsIn(
	draft: Draft,
	name: AnyDocument,
	documents: ReadonlyMap<AnyDocument, LiveDocument>
): Words | undefined {
	return draft.reserved.get(name)?.draft ?? documents.get(name);
}

/** The exact text a question is about (INV-5), with what earlier commands of the same batch write into it. */
export function versionIn(
	draft: Draft,
	name: 'resolution' | 'minutes' | null,
	documents: ReadonlyMap<AnyDocument, LiveDocument>
): Version | null {
	const document = name && documents.get(name);
	const reserved = name && draft.reserved.get(name);
	if (!document || !reserved) return null;
	return {
		document: name,
		seq: seqIn(draft, name, documents),
		sha256: reserved.draft.sha256(blocksOf(draft.meeting, name))
	};
}

/** The committed batches of a text, with the one that this batch of commands will add. */
export function seqIn(
	draft: Draft,
	name: DocumentName,
	documents: ReadonlyMap<AnyDocument, LiveDocument>
): number {
	const added = draft.reserved.get(name)?.append?.parts.length ? 1 : 0;
	return (documents.get(name)?.seq ?? 0) + added;
}
