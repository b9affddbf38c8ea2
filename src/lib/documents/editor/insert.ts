import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema.ts';

/**
 * Puts lines into a section as paragraphs of their own: in place of the empty one where the caret stands, else
 * behind the block where it stands.
 * @param atEnd  nobody has written here yet: behind everything
 */
export function insertLines(view: EditorView, text: string, atEnd: boolean): void {
	const { state } = view;
	const lines = text
		.normalize('NFC')
		.split('\n')
		.flatMap((line) => schema.nodes['paragraph']?.create(null, line === '' ? null : schema.text(line)) ?? []);
	const { from, to } = atEnd ? atTheEnd(state.doc) : atTheCaret(view);
	view.dispatch(state.tr.replaceWith(from, to, lines).scrollIntoView());
}

interface Place {
	readonly from: number;
	readonly to: number;
}

function atTheEnd(doc: Node): Place {
	const last = doc.lastChild;
	const to = doc.content.size;
	return { from: last && isEmpty(last) ? to - last.nodeSize : to, to };
}

function atTheCaret({ state: { selection } }: EditorView): Place {
	const { $to } = selection;
	if ($to.depth === 0) return { from: selection.to, to: selection.to };
	const to = $to.after(1);
	return { from: isEmpty($to.node(1)) ? $to.before(1) : to, to };
}

function isEmpty(node: Node): boolean {
	return node.type.name === 'paragraph' && node.content.size === 0;
}
