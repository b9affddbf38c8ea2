import type { DocumentName } from '../../src/lib/access/contract.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import type { BlockNode } from '../../src/lib/documents/html.ts';
import { DEFAULT_GUIDE } from '../../src/lib/official/guides.ts';
import type { Source } from '../../src/lib/official/source.ts';
import { recordOf, type RecordedDocument } from '../../src/lib/records/record.ts';
import type { Played } from './meeting.ts';

/** What is written in a document, by block. */
export type Written = Readonly<Record<string, readonly BlockNode[]>>;

export function says(text: string): BlockNode {
	return { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function factOf(kind: string, ref: string): BlockNode {
	return { type: 'fact', attrs: { kind, ref } };
}

/** What a paper is made from, of a meeting that was played and the words that were written in it. */
export function sourceFrom(
	{ meeting, events }: Pick<Played, 'meeting' | 'events'>,
	written: Partial<Record<DocumentName, Written>>,
	change: Partial<Source> = {}
): Source {
	const textOf = (nodes: readonly BlockNode[]) =>
		nodes.flatMap(({ content = [] }) => content.map(({ text }) => text)).join('\n');
	const items = meeting.agenda.items.map(({ id }) => id);
	const document = (name: DocumentName): RecordedDocument => ({
		seq: 1,
		sha256: '',
		state: '',
		blocks: blocksOf(meeting, name).map((id) => {
			const content = written[name]?.[id] ?? [];
			const clause = name === 'resolution' ? meeting.clauses.find((other) => other.id === id) : undefined;
			const title = items.includes(id) ? textOf(written.agenda?.[id] ?? [says(`Mục ${id}`)]) : null;
			return { id, content, text: textOf(content), html: '', label: clause?.label ?? null, title };
		})
	});
	const open = {
		agenda: document('agenda'),
		minutes: document('minutes'),
		resolution: document('resolution')
	};
	const texts = { clause: () => '', note: () => '', whenPut: () => null, sha256: () => '' };
	const title = (item: string) => textOf(written.agenda?.[item] ?? [says(`Mục ${item}`)]);
	return {
		record: recordOf(meeting, events, { open, closed: [], adopted: null }, title, texts),
		meeting,
		guide: DEFAULT_GUIDE,
		onBehalfOf: 'cell',
		numbers: meeting.numbers,
		item: meeting.agenda.items[0]?.id ?? null,
		reader: null,
		whole: true,
		remarks: meeting.remarks.remarks,
		debrief: meeting.debrief,
		seal: null,
		...change
	};
}
