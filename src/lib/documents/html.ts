/**
 * A block as HTML, for records and printing. Every word is escaped here and every tag comes from here, so that
 * the result may be placed into a page as it is.
 */
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
			const said = words.fact(attrs.kind ?? '', attrs.ref ?? '');
			return said === ''
				? ''
				: `<p class="fact" data-fact="${escaped(attrs.kind ?? '')}">${escaped(said).replaceAll('\n', '<br>')}</p>`;
		}
		default:
			return '';
	}
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
