/**
 * A block as HTML, for records and printing. Every word is escaped here and every tag comes from here, so that
 * the result may be placed into a page as it is.
 */
import type { FactTable } from './fact-table.ts';

export interface TextNode {
	readonly type: 'text';
	readonly text: string;
	readonly marks?: readonly { readonly type: string }[];
}

export interface BlockNode {
	readonly type: string;
	readonly attrs?: Readonly<Record<string, string>>;
	readonly content?: readonly TextNode[];
}

export interface HtmlWords {
	/** Empty for a fact that is not known. */
	readonly fact: (kind: string, ref: string) => string;
	/** Of a fact that is a table; null for all the others. */
	readonly table?: (kind: string) => FactTable | null;
	/** Whose a note is. */
	readonly author: (person: string) => string;
}

/** Nodes that this release does not know are left out. */
export function htmlOf(nodes: readonly BlockNode[], words: HtmlWords): string {
	return nodes.map((node) => nodeHtml(node, words)).join('');
}

function nodeHtml({ type, attrs = {}, content = [] }: BlockNode, words: HtmlWords): string {
	switch (type) {
		case 'paragraph':
			return `<p>${inline(content)}</p>`;
		case 'note': {
			const author = words.author(attrs.author ?? '');
			const by = author === '' ? '' : `<p class="note-author">${escaped(author)}</p>`;
			return `<div class="note" data-note="${escaped(attrs.id ?? '')}">${by}<p>${inline(content)}</p></div>`;
		}
		case 'fact': {
			const { kind = '', ref = '' } = attrs;
			const table = words.table?.(kind);
			if (table) return `<div class="fact" data-fact="${escaped(kind)}">${tableHtml(table)}</div>`;
			const said = words.fact(kind, ref);
			return said === '' ? '' : `<p class="fact" data-fact="${escaped(kind)}">${lines(said)}</p>`;
		}
		default:
			return '';
	}
}

function tableHtml({ head, columns, rows }: FactTable): string {
	const titles = columns.map((title) => `<th scope="col">${lines(title)}</th>`).join('');
	const cells = (row: readonly string[]) => row.map((cell) => `<td>${lines(cell)}</td>`).join('');
	const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
	return `<p>${lines(head)}</p><table><thead><tr>${titles}</tr></thead><tbody>${body}</tbody></table>`;
}

function lines(text: string): string {
	return escaped(text).replaceAll('\n', '<br>');
}

const TAGS = new Set(['strong', 'em']);

function inline(content: readonly TextNode[]): string {
	return content
		.map(({ text, marks = [] }) => marked(escaped(text).replaceAll('\n', '<br>'), marks))
		.join('');
}

function marked(html: string, marks: readonly { readonly type: string }[]): string {
	return marks.reduce((inner, { type }) => (TAGS.has(type) ? `<${type}>${inner}</${type}>` : inner), html);
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
