/** Text is NFC: what an input method writes decomposed is composed as soon as its syllable is done. */
import type { Node } from 'prosemirror-model';
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';

interface Range {
	readonly from: number;
	readonly to: number;
}

export function nfc(): Plugin {
	let view: EditorView | null = null;
	return new Plugin({
		view(mounted) {
			view = mounted;
			return { destroy: () => (view = null) };
		},
		appendTransaction(transactions, _before, state) {
			// An open syllable belongs to the input method: composed under its hands it would be typed twice.
			if (view?.composing) return null;
			const own = transactions.filter((transaction) => transaction.docChanged && !isRemote(transaction));
			return own.length === 0 ? null : composed(state, changedRanges(own, state));
		}
	});
}

/** Composes the paragraph that holds the caret, once its input method has finished. */
export function composeAround(view: EditorView): void {
	const { $from, $to } = view.state.selection;
	const transaction = composed(view.state, [{ from: $from.start(), to: $to.end() }]);
	if (transaction) view.dispatch(transaction);
}

function isRemote(transaction: Transaction): boolean {
	const meta: unknown = transaction.getMeta(ySyncPluginKey);
	return (
		typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
	);
}

function changedRanges(transactions: readonly Transaction[], state: EditorState): Range[] {
	const ranges: Range[] = [];
	transactions.forEach((transaction, index) => {
		transaction.mapping.maps.forEach((map, step) => {
			const after = transaction.mapping.slice(step + 1);
			map.forEach((_from, _to, from, to) => {
				const later = transactions.slice(index + 1);
				const through = (at: number, side: number) =>
					later.reduce((position, { mapping }) => mapping.map(position, side), after.map(at, side));
				ranges.push({ from: through(from, -1), to: Math.min(through(to, 1), state.doc.content.size) });
			});
		});
	});
	return ranges;
}

function composed(state: EditorState, ranges: readonly Range[]): Transaction | null {
	const found = new Map<number, Node>();
	for (const { from, to } of ranges) {
		// A mark that was typed lies behind its letter: look one position around.
		state.doc.nodesBetween(
			Math.max(0, from - 1),
			Math.min(to + 1, state.doc.content.size),
			(node, position) => {
				if (node.isText && node.text !== node.text?.normalize('NFC')) found.set(position, node);
			}
		);
	}
	if (found.size === 0) return null;
	const transaction = state.tr;
	for (const [position, { text = '' }] of [...found].reverse()) {
		const change = difference(text, text.normalize('NFC'));
		transaction.insertText(change.text, position + change.from, position + change.to);
	}
	return transaction;
}

/** The one stretch in which two texts differ, so that carets outside it stay where they are. */
function difference(old: string, wanted: string): Range & { text: string } {
	let from = 0;
	while (from < wanted.length && old[from] === wanted[from]) from += 1;
	let end = 0;
	while (end < Math.min(old.length, wanted.length) - from && old.at(-1 - end) === wanted.at(-1 - end))
		end += 1;
	return { from, to: old.length - end, text: wanted.slice(from, wanted.length - end) };
}
