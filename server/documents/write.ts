/**
 * How the server writes into a document, in the form that y-prosemirror reads and writes: a node is an
 * element with its attributes, its text is one Y.XmlText inside. What can stay stays, so that cursors and
 * words that others write at the same moment survive.
 */
import * as Y from 'yjs';
import type { FactKind } from '../../src/lib/documents/schema.ts';
import { charactersOf } from '../../src/lib/documents/characters.ts';
import { elementsOf, findNote, holdsWords, textsOf, wordsOf } from './text.ts';

export function appendParagraph(doc: Y.Doc, block: string, text: string): void {
	doc.getXmlFragment(block).push([paragraph(text)]);
}

/** Puts a note at the end of a block. */
export function appendNote(
	doc: Y.Doc,
	block: string,
	{ id, author, text }: { readonly id: string; readonly author: string; readonly text: string }
): void {
	const note = new Y.XmlElement('note');
	note.setAttribute('id', id);
	note.setAttribute('author', author);
	note.insert(0, [new Y.XmlText(text.normalize('NFC'))]);
	doc.getXmlFragment(block).push([note]);
}

/**
 * Puts a fact's place at the end of a block, above the empty line where somebody is about to write, unless it has one
 * there: an act that was taken back and done again.
 */
export function ensureFact(doc: Y.Doc, block: string, kind: FactKind, ref: string): void {
	if (hasFact(doc, block, kind, ref)) return;
	const fragment = doc.getXmlFragment(block);
	const last = elementsOf(doc, block).at(-1);
	const isEmptyLine = last?.nodeName === 'paragraph' && wordsOf(last) === '';
	fragment.insert(isEmptyLine ? fragment.toArray().indexOf(last) : fragment.length, [factPlace(kind, ref)]);
}

/** The same at the beginning of a block. */
export function ensureFirstFact(doc: Y.Doc, block: string, kind: FactKind, ref: string): void {
	if (!hasFact(doc, block, kind, ref)) doc.getXmlFragment(block).insert(0, [factPlace(kind, ref)]);
}

function hasFact(doc: Y.Doc, block: string, kind: FactKind, ref: string): boolean {
	return elementsOf(doc, block).some(
		(element) =>
			element.nodeName === 'fact' &&
			element.getAttribute('kind') === kind &&
			element.getAttribute('ref') === ref
	);
}

function factPlace(kind: FactKind, ref: string): Y.XmlElement {
	const fact = new Y.XmlElement('fact');
	fact.setAttribute('kind', kind);
	fact.setAttribute('ref', ref);
	return fact;
}

/** Gives a block this text, a paragraph for each line; facts stay where they are. An empty text is no paragraph. */
export function setText(doc: Y.Doc, block: string, text: string): void {
	const lines = text === '' ? [] : text.normalize('NFC').split('\n');
	const old = elementsOf(doc, block).filter(holdsWords);
	const words = old.map(wordsOf);
	const head = common(words, lines, (list, index) => list[index]);
	const most = Math.min(words.length, lines.length) - head;
	const tail = Math.min(
		most,
		common(words, lines, (list, index) => list[list.length - 1 - index])
	);
	const middle = old.slice(head, old.length - tail);
	const wanted = lines.slice(head, lines.length - tail);
	middle.slice(0, wanted.length).forEach((element, index) => setWords(element, wanted[index] ?? ''));
	insertAfter(doc, block, middle.at(-1) ?? old[head - 1], wanted.slice(middle.length));
	for (const element of middle.slice(wanted.length)) remove(doc, block, element);
}

/** Gives a note this text, wherever it stands. False where it is not there. */
export function setNoteText(doc: Y.Doc, note: string, text: string): boolean {
	const found = findNote(doc, note);
	if (found) setWords(found, text.normalize('NFC'));
	return found !== undefined;
}

function paragraph(text: string): Y.XmlElement {
	const element = new Y.XmlElement('paragraph');
	if (text !== '') element.insert(0, [new Y.XmlText(text.normalize('NFC'))]);
	return element;
}

function insertAfter(
	doc: Y.Doc,
	block: string,
	before: Y.XmlElement | undefined,
	lines: readonly string[]
): void {
	const fragment = doc.getXmlFragment(block);
	const at = before ? fragment.toArray().indexOf(before) + 1 : 0;
	if (lines.length > 0) fragment.insert(at, lines.map(paragraph));
}

function remove(doc: Y.Doc, block: string, element: Y.XmlElement): void {
	const fragment = doc.getXmlFragment(block);
	fragment.delete(fragment.toArray().indexOf(element), 1);
}

/** Replaces only what differs between the two ends. */
function setWords(element: Y.XmlElement, wanted: string): void {
	const [first, ...rest] = textsOf(element);
	if (rest.length > 0 || !first) {
		element.delete(0, element.length);
		if (wanted !== '') element.insert(0, [new Y.XmlText(wanted)]);
		return;
	}
	const now = charactersOf(first);
	if (now.normalize('NFC') === wanted) return;
	const a = [...now];
	const b = [...wanted];
	const head = common(a, b, (list, index) => list[index]);
	const most = Math.min(a.length, b.length) - head;
	const tail = Math.min(
		most,
		common(a, b, (list, index) => list[list.length - 1 - index])
	);
	const at = a.slice(0, head).join('').length;
	first.delete(at, a.slice(head, a.length - tail).join('').length);
	first.insert(at, b.slice(head, b.length - tail).join(''));
}

function common(
	a: readonly string[],
	b: readonly string[],
	at: (list: readonly string[], index: number) => string | undefined
): number {
	const most = Math.min(a.length, b.length);
	let count = 0;
	while (count < most && at(a, count) === at(b, count)) count += 1;
	return count;
}
