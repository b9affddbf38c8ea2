import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { composeAround } from './nfc.ts';
import type { Incoming } from './incoming.ts';

/** ProseMirror tidies up after a composition for 20 ms; only then is its paragraph anybody else's again. */
const TIDIED_UP = 30;

/** Holds the others' changes back while an input method's syllable is open in this view. */
export function calmWhileComposing(incoming: Incoming): Plugin {
	let settling: ReturnType<typeof setTimeout> | undefined;

	function holds(view: EditorView): false {
		clearTimeout(settling);
		incoming.hold(() => endSyllable(view));
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

/**
 * Makes the input method let its syllable go as it stands, which browsers do when the field loses the focus.
 * Replaced under its hands instead, the syllable would be typed a second time.
 */
function endSyllable(view: EditorView): void {
	view.dom.blur();
	view.focus();
}
