import type * as Y from 'yjs';
import type { Words } from './live-document.ts';
import { jsonOf, noteTextOf, sha256Of, textOf, writtenIn } from './text.ts';

export function wordsIn(doc: Y.Doc): Words {
	const words: Words = {
		text: (block) => textOf(doc, block),
		written: (block) => writtenIn(doc, block),
		whole: () => Object.fromEntries([...doc.share.keys()].map((block) => [block, words.written(block)])),
		noteText: (note) => noteTextOf(doc, note),
		json: (blocks) => jsonOf(doc, blocks),
		sha256: (blocks) => sha256Of(jsonOf(doc, blocks))
	};
	return words;
}
