import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema.ts';

/**
 * A fact that is chosen as a whole would be replaced by the next letter typed, and where nothing else stands in a
 * section no caret fits. So whoever writes there gets a place behind it, a new line where there is none; taking a
 * fact out stays possible from there.
 */
export function behindFacts(): Plugin {
	const move = (view: EditorView) => {
		if (!view.editable || !view.hasFocus() || view.composing) return;
		const transaction = behind(view.state);
		if (transaction) view.dispatch(transaction);
	};
	return new Plugin({
		view: () => ({ update: move }),
		props: {
			handleDOMEvents: {
				focus: (view) => {
					move(view);
					return false;
				}
			}
		}
	});
}

function behind({ selection, tr }: EditorState): Transaction | null {
	if (!(selection instanceof NodeSelection)) return null;
	const { to } = selection;
	const next = tr.doc.resolve(to).nodeAfter;
	const paragraph = schema.nodes['paragraph'];
	if (!next?.isTextblock && paragraph) tr.insert(to, paragraph.create());
	return tr.setSelection(TextSelection.create(tr.doc, to + 1));
}
