import type { Node } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema, type FactKind } from '../schema.ts';

/** Lines of words, or the place of a fact. */
export type Insertion = { readonly text: string } | { readonly fact: FactKind; readonly ref: string };

/** What the writer is to fill in: chosen after it was put in, so that the next letter takes its place. */
const GAP = '…';

/**
 * Puts lines, or a fact, into a section as blocks of their own: in place of the empty one where the caret stands, else
 * behind the block where it stands.
 * @param atEnd  nobody has written here yet: behind everything
 */
export function insertInto(view: EditorView, what: Insertion, atEnd: boolean): void {
	const { state } = view;
	const nodes = nodesOf(what);
	const { from, to } = atEnd ? atTheEnd(state.doc) : atTheCaret(view);
	const transaction = state.tr.replaceWith(from, to, nodes);
	view.dispatch(placed(transaction, from, nodes).scrollIntoView());
}

function nodesOf(what: Insertion): Node[] {
	if ('fact' in what)
		return [schema.node('fact', { kind: what.fact, ref: what.ref }), schema.node('paragraph')];
	return what.text
		.normalize('NFC')
		.split('\n')
		.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
}

/** The first gap is chosen; without one the caret stands at the end. */
function placed(transaction: Transaction, from: number, nodes: readonly Node[]): Transaction {
	const end = from + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
	const gap = nodes[0]?.textContent.indexOf(GAP) ?? -1;
	const anchor = gap < 0 ? end - 1 : from + 1 + gap;
	const head = gap < 0 ? anchor : anchor + GAP.length;
	return transaction.setSelection(TextSelection.create(transaction.doc, anchor, head));
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
