import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';
import type { FactTable } from '../fact-table.ts';

/** The words of what the prose only points to; read anew whenever the facts change. */
export interface Wording {
	/** The words of a fact; empty for one that is not known. */
	readonly fact: (kind: string, ref: string) => string;
	/** Of a fact that is a table; null for all the others. */
	readonly table?: ((kind: string) => FactTable | null) | undefined;
	/** What stands over a note: whose it is. */
	readonly note: (author: string) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Shows a sentence and keeps it true; runs outside any component, so it owns its effect. */
function keep(element: HTMLElement, sentence: () => string): () => void {
	return $effect.root(() => {
		$effect(() => {
			const words = sentence();
			element.textContent = words;
			element.hidden = words === '';
		});
	});
}

function keepFact(element: HTMLElement, node: Node, { fact, table }: Wording): () => void {
	const kind = text(node.attrs['kind']);
	if (!table?.(kind)) return keep(element, () => fact(kind, text(node.attrs['ref'])));
	return $effect.root(() => {
		$effect(() => {
			const drawn = table(kind);
			element.hidden = drawn === null;
			element.replaceChildren(...(drawn ? tableOf(drawn) : []));
		});
	});
}

function tableOf({ head, columns, rows }: FactTable): HTMLElement[] {
	const table = made('table');
	const titles = columns.map((title) => {
		const cell = made('th', title);
		cell.scope = 'col';
		return cell;
	});
	const lines = rows.map((row) => made('tr', ...row.map((words) => made('td', words))));
	table.append(made('thead', made('tr', ...titles)), made('tbody', ...lines));
	return [made('p', head), table];
}

function made<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	...children: (string | HTMLElement)[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	element.append(...children);
	return element;
}

function factView(node: Node, wording: Wording): NodeView {
	const dom = document.createElement('div');
	dom.className = 'fact';
	dom.contentEditable = 'false';
	const destroy = keepFact(dom, node, wording);
	return { dom, destroy, ignoreMutation: () => true };
}

function noteView(node: Node, wording: Wording): NodeView {
	const dom = document.createElement('div');
	const author = document.createElement('p');
	const contentDOM = document.createElement('p');
	dom.className = 'note';
	author.className = 'note-author';
	author.contentEditable = 'false';
	dom.append(author, contentDOM);
	const destroy = keep(author, () => wording.note(text(node.attrs['author'])));
	return { dom, contentDOM, destroy, ignoreMutation: (mutation) => author.contains(mutation.target) };
}

export function nodeViews(wording: Wording): Record<string, NodeViewConstructor> {
	return { fact: (node) => factView(node, wording), note: (node) => noteView(node, wording) };
}
