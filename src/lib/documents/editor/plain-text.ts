/** Whatever is pasted or dropped comes in as words alone: NFC, one paragraph a line, nothing hidden. */
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { schema } from '../schema.ts';

const paragraph = schema.nodes['paragraph'];

export function plainSlice(text: string): Slice {
	const lines = text
		.replace(/\r\n?/g, '\n')
		.normalize('NFC')
		.replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
		.replace(/\t/g, ' ')
		.split('\n')
		.filter((line, index, all) => line.trim() !== '' || all.length === 1);
	const paragraphs = lines.map((line) => paragraph?.create(null, line === '' ? null : schema.text(line)));
	const content = Fragment.from(paragraphs.filter((node) => node !== undefined));
	return new Slice(content, 1, 1);
}

export function plainText(): Plugin {
	return new Plugin({
		props: {
			// Before ProseMirror reads the clipboard's HTML, whose styles the page's policy would complain about.
			handleDOMEvents: {
				paste(view, event) {
					event.preventDefault();
					const text = event.clipboardData?.getData('text/plain') ?? '';
					if (text !== '' && view.editable)
						view.dispatch(view.state.tr.replaceSelection(plainSlice(text)).scrollIntoView());
					return true;
				},
				drop(view, event) {
					if (view.dragging) return false;
					event.preventDefault();
					const text = event.dataTransfer?.getData('text/plain') ?? '';
					const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
					if (text !== '' && at && view.editable)
						view.dispatch(view.state.tr.replace(at.pos, at.pos, plainSlice(text)));
					return true;
				}
			}
		}
	});
}
