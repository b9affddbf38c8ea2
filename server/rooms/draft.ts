/** One batch of commands on its way to the log: what was decided so far, and the texts that it holds meanwhile. */
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import type { MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Answer, Command, Event, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { Subject, Version } from '../../src/lib/vote/contract.ts';
import type { LiveDocument, Reservation } from '../documents/documents.ts';
import type { Append } from '../log/port.ts';

export interface Waiting {
	readonly by: PersonId;
	readonly device: string;
	readonly id: string;
	/** A command of a client, or events that the server itself has to tell of the meeting as it stands. */
	readonly what: Command | ((meeting: Meeting) => readonly Event[]);
	readonly answer: (answer: Answer) => void;
}

export interface Draft {
	meeting: Meeting;
	readonly events: LoggedEvent[];
	readonly answers: Map<Waiting, Answer>;
	readonly reserved: Map<DocumentName, Reservation>;
}

export function draftOn(meeting: Meeting): Draft {
	return { meeting, events: [], answers: new Map(), reserved: new Map() };
}

/** What is appended together: the events, and what they write into the texts. */
export function groupOf(draft: Draft, meeting: MeetingId, expected: number): Append[] {
	const texts = [...draft.reserved.values()].flatMap(({ append }) => (append ? [append] : []));
	return [{ stream: 'meeting', meeting, expected, events: draft.events }, ...texts];
}

/** The text that the command's rule reads. */
export function readBy(command: Command): DocumentName | null {
	if (command.type === 'text.edit') return 'resolution';
	if (command.type === 'minutes.correct') return 'minutes';
	if (command.type === 'vote.put') return textOf(command.subject);
	return null;
}

/** The text that a question is about; an amendment is one on the draft as it stands. */
export function textOf({ kind }: Subject): 'resolution' | 'minutes' | null {
	if (kind === 'amendment') return 'resolution';
	return kind === 'resolution' || kind === 'minutes' ? kind : null;
}

/** The exact text a question is about (INV-5), with what earlier commands of the same batch write into it. */
export function versionIn(
	draft: Draft,
	name: 'resolution' | 'minutes' | null,
	documents: ReadonlyMap<DocumentName, LiveDocument>
): Version | null {
	const document = name && documents.get(name);
	const reserved = name && draft.reserved.get(name);
	if (!document || !reserved) return null;
	const seq = document.seq + (reserved.append && reserved.append.parts.length > 0 ? 1 : 0);
	return { document: name, seq, sha256: reserved.draft.sha256(blocksOf(draft.meeting, name)) };
}
