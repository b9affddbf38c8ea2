import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';

/** The words of what the prose only points to; read anew whenever the facts change. */
export interface Wording {
	/** The words of a fact; empty for one that is not known. */
	readonly fact: (kind: string, ref: string) => string;
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

function factView(node: Node, wording: Wording): NodeView {
	const dom = document.createElement('div');
	dom.className = 'fact';
	dom.contentEditable = 'false';
	const { kind, ref } = node.attrs;
	const destroy = keep(dom, () => wording.fact(text(kind), text(ref)));
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
