/** Words of a block that comments name: found again wherever the text around them has moved to (CO9). */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey
} from 'y-prosemirror';
import * as Y from 'yjs';
import { fromBase64, toBase64 } from 'lib0/buffer';

/** Where a passage begins and ends, as a comment keeps it. */
export interface Anchor {
	readonly id: string;
	readonly block: string;
	readonly from: string;
	readonly to: string;
}

export interface Chosen {
	readonly quote: string;
	readonly from: string;
	readonly to: string;
}

const LONGEST_QUOTE = 400;

/** What is selected in a block now; null for a caret, and for more than one would quote. */
export function chosenIn(view: EditorView): Chosen | null {
	const { from, to, empty } = view.state.selection;
	const quote = view.state.doc.textBetween(from, to, ' ').trim().normalize('NFC');
	if (empty || quote === '' || [...quote].length > LONGEST_QUOTE) return null;
	// Tied to the first and the last letter, so that what is typed at either end stays outside.
	return { quote, from: placeOf(view, from, 0), to: placeOf(view, to, -1) };
}

function placeOf(view: EditorView, position: number, side: 0 | -1): string {
	const { type, doc, binding } = ySyncPluginKey.getState(view.state);
	const place: Y.RelativePosition = absolutePositionToRelativePosition(position, type, binding.mapping);
	const at = Y.createAbsolutePositionFromRelativePosition(place, doc);
	const isInText = at !== null && at.type instanceof Y.XmlText;
	const tied = isInText ? Y.createRelativePositionFromTypeIndex(at.type, at.index, side) : place;
	return toBase64(Y.encodeRelativePosition(tied));
}

const markedKey = new PluginKey<DecorationSet>('passages');

/**
 * Marks the passages of a block in its editor. While somebody types here the marks move with the text; they are
 * looked up anew when others' words come in, since only then do the shared text and the editor's agree.
 */
export function marked(anchors: () => readonly Anchor[]): Plugin {
	const found = (state: EditorState) =>
		DecorationSet.create(
			state.doc,
			anchors().flatMap((anchor) => {
				const range = rangeOf(ySyncPluginKey.getState(state), anchor);
				return range ? [Decoration.inline(range.from, range.to, { class: 'commented' })] : [];
			})
		);
	return new Plugin({
		key: markedKey,
		state: {
			init: () => DecorationSet.empty,
			apply(transaction, marks, _, state) {
				const isNews =
					transaction.getMeta(markedKey) === true ||
					transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
				return isNews ? found(state) : marks.map(transaction.mapping, transaction.doc);
			}
		},
		props: { decorations: (state) => markedKey.getState(state) }
	});
}

/** Another passage is named, or one no longer is. */
export function markAnew(view: EditorView): void {
	view.dispatch(view.state.tr.setMeta(markedKey, true));
}

/** How a passage reads now; null where its words are gone. */
export function readNow(view: EditorView, anchor: Anchor): string | null {
	const found = rangeOf(ySyncPluginKey.getState(view.state), anchor);
	return found && (view.state.doc.textBetween(found.from, found.to, ' ').trim().normalize('NFC') || null);
}

interface Binding {
	readonly type: Y.XmlFragment;
	readonly doc: Y.Doc;
	/** Null until the editor's view is there. */
	readonly binding: { readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] } | null;
}

function rangeOf({ type, doc, binding }: Binding, anchor: Anchor): { from: number; to: number } | null {
	if (!binding) return null;
	const { mapping } = binding;
	const at = (place: string) => {
		try {
			const relative = Y.decodeRelativePosition(fromBase64(place));
			return relativePositionToAbsolutePosition(doc, type, relative, mapping);
		} catch {
			return null; // written by something that is no editor of ours
		}
	};
	const [from, to] = [at(anchor.from), at(anchor.to)];
	return from !== null && to !== null && from < to ? { from, to } : null;
}
