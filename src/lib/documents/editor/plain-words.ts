import * as Y from 'yjs';

/** The words of a block as lines of plain text; facts, which hold none, are left out. */
export function plainWords(doc: Y.Doc, block: string): string {
	return doc
		.getXmlFragment(block)
		.toArray()
		.filter((node) => node instanceof Y.XmlElement)
		.map(lineOf)
		.filter((line) => line !== '')
		.join('\n');
}

function lineOf(element: Y.XmlElement): string {
	return element
		.toArray()
		.filter((child) => child instanceof Y.XmlText)
		.flatMap((text) => text.toDelta() as { insert: unknown }[])
		.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
		.join('');
}
