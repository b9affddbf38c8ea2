import type { Node } from 'prosemirror-model';
import {
	NodeSelection,
	Plugin,
	TextSelection,
	type EditorState,
	type Selection,
	type Transaction
} from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { schema } from '../schema.ts';

/** What a browser says instead of a key that an input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * A fact that is chosen as a whole would be replaced by the next letter, and where nothing else stands in a section
 * no caret fits. So letters go behind it, into a new line where there is none; Delete and Backspace take it out.
 * Emoji panels, dictation and menus send no key and ask nobody: they need a place where a caret stands, which is
 * shown behind the fact and is no part of the text.
 */
export function behindFacts(): Plugin {
	return new Plugin({
		view: () => ({ update: standInPlace }),
		props: {
			decorations: ({ doc, selection }) => placeShown(doc, selection),
			handleTextInput: (view, _from, _to, text) => write(view, text),
			handleDOMEvents: {
				focus: (view) => chooseEnd(view),
				// A composition needs its place before it begins, and where no caret fits the browser types nothing.
				keydown(view, event) {
					const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
					const hasCaret = view.state.selection instanceof NodeSelection;
					if (event.keyCode === TAKEN_BY_INPUT_METHOD || (isLetter && !hasCaret)) move(view);
					return false;
				},
				compositionstart(view) {
					move(view);
					return false;
				},
				// What is pasted or dropped is put in by `plainText`, at the place that this leaves.
				paste(view) {
					move(view);
					return false;
				},
				beforeinput(view, event) {
					const text = event.inputType === 'insertCompositionText' ? null : told(event);
					if (!text || !write(view, text)) return false;
					event.preventDefault();
					return true;
				}
			}
		}
	});
}

/** The words of an input, whoever made them up: a key, a panel, a menu. */
function told({ inputType, data, dataTransfer }: InputEvent): string | null {
	return inputType.startsWith('insert') ? (data ?? dataTransfer?.getData('text/plain') ?? null) : null;
}

/** A line that is only shown. Whatever is put into it goes into the text by `beforeinput`. */
function placeShown(doc: Node, selection: Selection): DecorationSet | null {
	const at = placeBehind(doc, selection);
	if (at === null) return null;
	const line = () => {
		const paragraph = document.createElement('p');
		paragraph.className = 'place';
		paragraph.append(document.createElement('br'));
		return paragraph;
	};
	const shown = { key: 'place', raw: true, side: 1, ignoreSelection: true };
	return DecorationSet.create(doc, [Decoration.widget(at, line, shown)]);
}

/** The browser's caret goes into it; the editor's own selection stays what it is. */
function standInPlace(view: EditorView): void {
	const place = view.hasFocus() ? view.dom.querySelector(':scope > .place') : null;
	const selection = place && document.getSelection();
	if (place && selection && !place.contains(selection.anchorNode)) selection.collapse(place, 0);
}

/** The section's end is where somebody who comes in writes on. Nothing is written by choosing it. */
function chooseEnd(view: EditorView): false {
	const { doc, selection, tr } = view.state;
	const last = doc.lastChild;
	const hasPlace = selection instanceof NodeSelection || placeBehind(doc, selection) === null;
	if (!view.editable || !last || hasPlace) return false;
	const end = last.isTextblock
		? TextSelection.create(doc, doc.content.size - 1)
		: NodeSelection.create(doc, doc.content.size - last.nodeSize);
	view.dispatch(tr.setSelection(end));
	return false;
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
