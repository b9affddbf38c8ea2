/** Reads blocks out of a Yjs document, never writing: y-prosemirror's own reader deletes what it cannot read. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as Y from 'yjs';
import { charactersOf } from '../../src/lib/documents/characters.ts';
import { schema } from '../../src/lib/documents/schema.ts';
import type { FactPlace, Written } from '../../src/lib/documents/woven.ts';

export interface TextNode {
	type: 'text';
	marks?: { type: string }[];
	text: string;
}

export interface BlockNode {
	type: string;
	attrs?: Record<string, string>;
	content?: TextNode[];
}

/** The words of a block: paragraphs and notes joined by line feeds, NFC; facts have no words here. */
export function textOf(doc: Y.Doc, block: string): string {
	return elementsOf(doc, block).filter(holdsWords).map(wordsOf).join('\n');
}

/** The same, with the places of the facts. */
export function writtenIn(doc: Y.Doc, block: string): Written {
	let text: string | null = null;
	const facts: FactPlace[] = [];
	for (const element of elementsOf(doc, block)) {
		if (holdsWords(element)) text = text === null ? wordsOf(element) : `${text}\n${wordsOf(element)}`;
		else if (element.nodeName === 'fact')
			facts.push({ at: text?.length ?? 0, kind: attribute(element, 'kind'), ref: attribute(element, 'ref') });
	}
	return { text: text ?? '', ...(facts.length > 0 && { facts }) };
}

function attribute(element: Y.XmlElement, name: string): string {
	return String(element.getAttribute(name) ?? '');
}

/** The words of a note, wherever it stands; empty where it is not there. */
export function noteTextOf(doc: Y.Doc, note: string): string {
	const found = findNote(doc, note);
	return found ? wordsOf(found) : '';
}

export function findNote(doc: Y.Doc, note: string): Y.XmlElement | undefined {
	for (const block of doc.share.keys()) {
		const found = elementsOf(doc, block).find(
			(element) => element.nodeName === 'note' && element.getAttribute('id') === note
		);
		if (found) return found;
	}
	return undefined;
}

export function jsonOf(doc: Y.Doc, blocks: readonly string[]) {
	return {
		type: 'document',
		content: blocks.map((id) => ({ type: 'block', attrs: { id }, content: elementsOf(doc, id).map(nodeOf) }))
	};
}

/** SHA-256, in hexadecimal, of the RFC 8785 form. */
export function sha256Of(json: unknown): string {
	return createHash('sha256')
		.update(canonicalize(json) ?? '')
		.digest('hex');
}

/** Of the text itself, in hexadecimal. */
export function sha256OfText(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** The elements of a block that the schema knows. */
export function elementsOf(doc: Y.Doc, block: string): Y.XmlElement[] {
	if (!doc.share.has(block)) return [];
	const isOurs = (node: unknown): node is Y.XmlElement =>
		node instanceof Y.XmlElement && Object.hasOwn(schema.nodes, node.nodeName);
	return doc.getXmlFragment(block).toArray().filter(isOurs);
}

export function holdsWords(element: Y.XmlElement): boolean {
	return schema.nodes[element.nodeName]?.inlineContent ?? false;
}

export function wordsOf(element: Y.XmlElement): string {
	return textsOf(element).map(charactersOf).join('').normalize('NFC');
}

export function textsOf(element: Y.XmlElement): Y.XmlText[] {
	return element.toArray().filter((node) => node instanceof Y.XmlText);
}

interface Run {
	readonly insert: string;
	readonly attributes?: Record<string, unknown>;
}

/** Without what is no text: nothing else passes the gate. */
function deltaOf(text: Y.XmlText): Run[] {
	return (text.toDelta() as Run[]).filter(({ insert }) => typeof insert === 'string');
}

/** In ProseMirror's own form (`Node.toJSON`): what is empty is left out, attributes stand with their defaults. */
function nodeOf(element: Y.XmlElement): BlockNode {
	const content = textsOf(element).flatMap(deltaOf).reduce(joined, []);
	const names = Object.keys(schema.nodes[element.nodeName]?.spec.attrs ?? {});
	return {
		type: element.nodeName,
		...(names.length > 0 && {
			attrs: Object.fromEntries(names.map((name) => [name, attribute(element, name)]))
		}),
		...(content.length > 0 && {
			content: content.map((node) => ({ ...node, text: node.text.normalize('NFC') }))
		})
	};
}

function joined(nodes: TextNode[], { insert, attributes = {} }: Run): TextNode[] {
	const marks = Object.keys(schema.marks)
		.filter((mark) => (attributes[mark] ?? null) !== null)
		.map((type) => ({ type }));
	const last = nodes.at(-1);
	if (last && isAlike(last.marks ?? [], marks)) last.text += insert;
	else if (insert !== '') nodes.push({ type: 'text', ...(marks.length > 0 && { marks }), text: insert });
	return nodes;
}

function isAlike(a: readonly { type: string }[], b: readonly { type: string }[]): boolean {
	return a.length === b.length && a.every(({ type }, index) => type === b[index]?.type);
}
