import type { Plugin } from 'prosemirror-state';
import type { DecorationAttrs } from 'prosemirror-view';
import { yCursorPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import { writerOf, type Writer } from './writers.ts';

/** The others' carets, with name and colour as the server wrote them. */
export function carets(awareness: Awareness): Plugin {
	return yCursorPlugin(awareness, {
		awarenessStateFilter: (own: number, client: number, state: Record<string, unknown>) =>
			client !== own && writerOf(client, state) !== null,
		cursorBuilder: (user: unknown, client: number) => caret(writerOf(client, { user })),
		selectionBuilder: (): DecorationAttrs => ({ class: 'their-selection' })
	});
}

// Through the CSSOM: the page's policy allows no style attribute.
function caret(writer: Writer | null): HTMLElement {
	const line = document.createElement('span');
	line.className = 'their-caret';
	line.setAttribute('aria-hidden', 'true');
	if (!writer) return line;
	line.style.setProperty('--writer', writer.colour);
	const name = document.createElement('span');
	name.className = 'their-name';
	// A pseudo-element draws it, so that copying or reading the text never picks the name up.
	name.dataset.name = writer.name;
	line.append(name);
	return line;
}
