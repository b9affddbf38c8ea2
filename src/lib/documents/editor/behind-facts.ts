import type { Node } from 'prosemirror-model';
import {
	NodeSelection,
	Plugin,
	TextSelection,
	type EditorState,
	type Selection,
	type Transaction
} from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema.ts';

/** What a browser says instead of a key that an input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * A fact that is chosen as a whole would be replaced by the next letter, and where nothing else stands in a section
 * no caret fits. So letters go behind it, into a new line where there is none; Delete and Backspace take it out.
 */
export function behindFacts(): Plugin {
	return new Plugin({
		props: {
			handleTextInput: (view, _from, _to, text) => write(view, text),
			handlePaste(view) {
				move(view);
				return false;
			},
			handleDOMEvents: {
				// A composition needs its place before it begins, and where no caret fits the browser types nothing.
				keydown(view, event) {
					const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
					const hasCaret = view.state.selection instanceof NodeSelection;
					if (event.keyCode === TAKEN_BY_INPUT_METHOD || (isLetter && !hasCaret)) move(view);
					return false;
				},
				beforeinput(view, event) {
					if (event.inputType !== 'insertText' || !event.data || !write(view, event.data)) return false;
					event.preventDefault();
					return true;
				}
			}
		}
	});
}

function move(view: EditorView): void {
	const transaction = behind(view.state);
	if (transaction) view.dispatch(transaction);
}

function write(view: EditorView, text: string): boolean {
	const transaction = behind(view.state);
	if (!transaction) return false;
	view.dispatch(transaction.insertText(text));
	return true;
}

function behind({ doc, selection, tr }: EditorState): Transaction | null {
	const place = placeBehind(doc, selection);
	if (place === null) return null;
	const paragraph = schema.nodes['paragraph'];
	if (!doc.resolve(place).nodeAfter?.isTextblock && paragraph) tr.insert(place, paragraph.create());
	return tr.setSelection(TextSelection.create(tr.doc, place + 1));
}

/** Null where the caret stands among words, or everything is chosen on purpose. */
function placeBehind(doc: Node, selection: Selection): number | null {
	if (selection instanceof NodeSelection) return selection.to;
	return selection instanceof TextSelection && !selection.$from.parent.isTextblock ? doc.content.size : null;
}
