/** The three texts of an ended meeting, read from the log: nothing that is not on disk enters a record. */
import * as Y from 'yjs';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { AnyDocument, ClosedName, DocumentName } from '../../src/lib/access/contract.ts';
import { documentOf } from '../../src/lib/closed/closed.ts';
import { blocksOf, documentsOf } from '../../src/lib/documents/blocks.ts';
import { htmlOf } from '../../src/lib/documents/html.ts';
import { factTable, factWords } from '../../src/lib/meeting/fact-words.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { nameIn } from '../../src/lib/people/names.ts';
import type { RecordedBlock, RecordedDocument, RecordedTexts } from '../../src/lib/records/record.ts';
import { jsonOf, sha256Of, textOf } from '../documents/text.ts';
import type { Log } from '../log/port.ts';

export interface Paper {
	readonly doc: Y.Doc;
	readonly seq: number;
}

export type Papers = Readonly<Record<DocumentName, Paper>> & Readonly<Record<ClosedName, Paper | undefined>>;

export async function papersOf(log: Log, meeting: Meeting): Promise<Papers> {
	const read = async (name: AnyDocument) => [name, await paper(log, meeting.setup.id, name)] as const;
	return Object.fromEntries(await Promise.all(documentsOf(meeting).map(read))) as unknown as Papers;
}

async function paper(log: Log, meeting: string, name: AnyDocument): Promise<Paper> {
	const stored = await log.document(`${meeting}/${name}`);
	if (!stored) throw new Error(`meeting ${meeting} has no ${name}`);
	const updates = stored.batches.flatMap(({ parts }) => parts.map(({ update }) => update));
	return { doc: docOf(stored.snapshot ? [stored.snapshot.state, ...updates] : updates), seq: stored.seq };
}

/** The text as it stood after its batch `seq`. */
export async function docAt(log: Log, meeting: string, name: DocumentName, seq: number): Promise<Y.Doc> {
	const whole = await log.since(`${meeting}/${name}`, 0);
	const batches = (whole?.batches ?? []).filter((batch) => batch.seq <= seq);
	return docOf(batches.flatMap(({ parts }) => parts.map(({ update }) => update)));
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
	return doc;
}

export function recordedTexts(meeting: Meeting, papers: Papers): Omit<RecordedTexts, 'adopted'> {
	const recorded = (name: DocumentName) =>
		[name, recordedDocument(meeting, papers, name, papers[name])] as const;
	return {
		open: Object.fromEntries(DOCUMENTS.map(recorded)) as Record<DocumentName, RecordedDocument>,
		closed: meeting.closed.flatMap((part) => {
			const found = papers[documentOf(part)];
			return found ? [{ ...part, document: recordedDocument(meeting, papers, documentOf(part), found) }] : [];
		})
	};
}

function recordedDocument(
	meeting: Meeting,
	papers: Papers,
	name: AnyDocument,
	{ doc, seq }: Paper
): RecordedDocument {
	const ids = blocksOf(meeting, name);
	return {
		seq,
		sha256: sha256Of(jsonOf(doc, ids)),
		blocks: ids.map((id) => ({ ...block(meeting, doc, id), ...headingOf(meeting, papers, name, id) })),
		state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
	};
}

function block(
	meeting: Meeting,
	doc: Y.Doc,
	id: string
): Pick<RecordedBlock, 'id' | 'text' | 'html' | 'content'> {
	const content = jsonOf(doc, [id]).content.flatMap((each) => each.content);
	return { id, text: textOf(doc, id), html: htmlIn(meeting, content), content };
}

/** A block with what its facts say in this meeting, as far as it is told of it. */
export function htmlIn(meeting: Meeting, content: RecordedBlock['content']): string {
	return htmlOf(content, {
		fact: (kind, ref) => factWords(meeting, kind, ref),
		table: (kind) => factTable(meeting, kind),
		author: (person) => nameIn(meeting.people, person)
	});
}

function headingOf(
	meeting: Meeting,
	papers: Papers,
	name: AnyDocument,
	id: string
): Pick<RecordedBlock, 'label' | 'title'> {
	if (name === 'resolution') {
		return { label: meeting.clauses.find((clause) => clause.id === id)?.label ?? null, title: null };
	}
	return headingIn(meeting, papers.agenda.doc, id);
}

/** An item's number and title, for its section. */
export function headingIn(
	{ agenda }: Pick<Meeting, 'agenda'>,
	titles: Y.Doc,
	id: string
): Pick<RecordedBlock, 'label' | 'title'> {
	const index = agenda.items.findIndex((item) => item.id === id);
	if (index < 0) return { label: null, title: null };
	return { label: String(index + 1), title: textOf(titles, id) };
}
