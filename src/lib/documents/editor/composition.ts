import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { composeAround } from './nfc.ts';
import type { Incoming } from './incoming.ts';

/** ProseMirror tidies up after a composition for 20 ms; only then is its paragraph anybody else's again. */
const TIDIED_UP = 30;

/** Holds the others' changes back while an input method's syllable is open in this view. */
export function calmWhileComposing(incoming: Incoming): Plugin {
	let settling: ReturnType<typeof setTimeout> | undefined;

	function holds(): false {
		clearTimeout(settling);
		incoming.hold();
		return false;
	}

	function settles(view: EditorView): false {
		clearTimeout(settling);
		settling = setTimeout(() => {
			if (view.isDestroyed || view.composing) return;
			composeAround(view);
			incoming.release();
		}, TIDIED_UP);
		return false;
	}

	return new Plugin({
		props: {
			handleDOMEvents: {
				compositionstart: holds,
				compositionupdate: holds,
				compositionend: settles,
				// Some keyboards leave a field without ending their syllable.
				blur: (view) => (incoming.holding ? settles(view) : false)
			}
		},
		view: () => ({
			destroy() {
				clearTimeout(settling);
				incoming.release();
			}
		})
	});
}
