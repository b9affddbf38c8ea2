import * as Y from 'yjs';

/** What stands in a text now, without its marks: read after every change, so not by way of a delta. */
export function charactersOf(text: Y.XmlText): string {
	let characters = '';
	for (let item = text._start; item; item = item.right) {
		if (!item.deleted && item.content instanceof Y.ContentString) characters += item.content.str;
	}
	return characters;
}
