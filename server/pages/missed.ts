import * as Y from 'yjs';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import type { TextChange } from '../../src/lib/away/away.ts';
import { blockOf } from '../documents/text-news.ts';
import { textOf } from '../documents/text.ts';
import type { Log } from '../log/port.ts';

/** Which blocks read differently than after batch `seen`, and who wrote in them since (AW3). */
export async function textChanges(
	log: Log,
	meeting: string,
	document: DocumentName,
	seen: number
): Promise<TextChange[]> {
	const { batches = [] } = (await log.since(`${meeting}/${document}`, 0)) ?? {};
	const doc = new Y.Doc();
	const isOld = ({ seq }: { readonly seq: number }) => seq <= seen;
	doc.transact(() => {
		for (const { parts } of batches.filter(isOld)) for (const { update } of parts) Y.applyUpdate(doc, update);
	});
	const before = new Map([...doc.share.keys()].map((block) => [block, textOf(doc, block)]));
	const authors = new Map<string, Set<string>>();
	let author = '';
	doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
		for (const type of changed.keys()) {
			const block = blockOf(type);
			authors.set(block, (authors.get(block) ?? new Set()).add(author));
		}
	});
	for (const { parts } of batches.filter((batch) => !isOld(batch))) {
		for (const part of parts) {
			author = part.author;
			Y.applyUpdate(doc, part.update);
		}
	}
	return [...authors].flatMap(([block, by]) =>
		textOf(doc, block) === (before.get(block) ?? '') ? [] : [{ document, block, by: [...by] }]
	);
}
