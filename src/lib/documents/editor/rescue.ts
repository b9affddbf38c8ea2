/**
 * Whoever joins two paragraphs, or deletes one, takes along what another is typing there in that very moment: Yjs
 * deletes a paragraph with all it holds, whether the one who deleted it had seen it or not. An update says what its
 * writer knew of; own words beyond that were taken unseen, and each writer's page puts back its own.
 */
import * as Y from 'yjs';
import { charactersOf } from '../characters.ts';

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** What went with one paragraph. */
interface Lost {
	readonly paragraph: Y.XmlElement;
	/** Its words as they were known to who deleted it: where they stand now, it was joined. */
	readonly known: string;
	/** Own words that were not, and how many of the known characters stood before them. */
	readonly runs: readonly { readonly at: number; readonly words: string }[];
}

/**
 * Watches a document from now on.
 * @param applying  the update that is being applied; null outside of one
 */
export function rescue(doc: Y.Doc, applying: () => Uint8Array | null, mayWrite: () => boolean): void {
	doc.on('afterTransaction', (transaction: Y.Transaction) => {
		const update = transaction.local ? null : applying();
		if (!update || !transaction.deleteSet.clients.has(doc.clientID)) return;
		const lost = lostIn(transaction, Y.decodeUpdate(update).ds);
		// Once the editor has drawn what arrived.
		if (lost.length > 0) queueMicrotask(() => mayWrite() && putBack(doc, lost));
	});
}

/** @param seen  what the update itself deletes */
export function lostIn({ doc, deleteSet }: Y.Transaction, seen: Deletions): Lost[] {
	const known = Y.mergeDeleteSets([seen]);
	const texts = new Set<Y.XmlText>();
	for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
		if (!(struct instanceof Y.Item) || !Y.isDeleted(deleteSet, struct.id)) continue;
		if (struct.parent instanceof Y.XmlText && struct.parent._item?.deleted) texts.add(struct.parent);
	}
	return [...texts].flatMap((text) => {
		const { parent } = text;
		if (!(parent instanceof Y.XmlElement)) return [];
		const lost = { paragraph: parent, ...wordsOf(text, doc.clientID, deleteSet, known) };
		return lost.runs.length > 0 ? [lost] : [];
	});
}

function wordsOf(text: Y.XmlText, me: number, gone: Deletions, seen: Deletions): Omit<Lost, 'paragraph'> {
	let known = '';
	const runs: { at: number; words: string }[] = [];
	for (let item = text._start; item; item = item.right) {
		if (!(item.content instanceof Y.ContentString) || !Y.isDeleted(gone, item.id)) continue;
		const { client, clock } = item.id;
		// A clock counts UTF-16 units, as strings do.
		for (let unit = 0; unit < item.length; unit += 1) {
			const letter = item.content.str.charAt(unit);
			if (Y.isDeleted(seen, Y.createID(client, clock + unit))) known += letter;
			else if (client === me) {
				const last = runs.at(-1);
				if (last?.at === known.length) last.words += letter;
				else runs.push({ at: known.length, words: letter });
			}
		}
	}
	return { known, runs };
}

/** To where the known words stand now; where they went altogether, to a paragraph of their own. */
export function putBack(doc: Y.Doc, lost: readonly Lost[]): void {
	doc.transact(() => {
		for (const { paragraph, known, runs } of lost) {
			const place = placeOf(paragraph, known);
			if (place) for (const { at, words } of runs.toReversed()) place.text.insert(place.from + at, words);
			else standAlone(paragraph, runs.map(({ words }) => words).join(' '));
		}
	}, rescue);
}

function placeOf(paragraph: Y.XmlElement, known: string): { text: Y.XmlText; from: number } | null {
	const before = textOf(neighbour(paragraph, 'left'));
	const after = textOf(neighbour(paragraph, 'right'));
	if (before?.characters.endsWith(known))
		return { text: before.text, from: before.characters.length - known.length };
	if (after && known !== '' && after.characters.startsWith(known)) return { text: after.text, from: 0 };
	return null;
}

function standAlone(paragraph: Y.XmlElement, words: string): void {
	const parent = paragraph.parent;
	if (!(parent instanceof Y.XmlFragment)) return;
	const before = neighbour(paragraph, 'left');
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(words)]);
	parent.insert(before ? parent.toArray().indexOf(before) + 1 : 0, [element]);
}

/** The next paragraph that is still there. */
function neighbour(paragraph: Y.XmlElement, side: 'left' | 'right'): Y.XmlElement | null {
	let item = paragraph._item?.[side] ?? null;
	while (item?.deleted) item = item[side];
	const type = item?.content instanceof Y.ContentType ? item.content.type : null;
	return type instanceof Y.XmlElement ? type : null;
}

function textOf(element: Y.XmlElement | null): { text: Y.XmlText; characters: string } | null {
	const text = element?.toArray().find((child) => child instanceof Y.XmlText);
	if (!text) return null;
	return { text, characters: charactersOf(text) };
}
