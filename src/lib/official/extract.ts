import { framed } from './frame.ts';
import { itemContent } from './item-blocks.ts';
import { paragraph, section, type Paper } from './layout.ts';
import { markOf } from './minutes-words.ts';
import { whenHeld, whoTookPart } from './minutes-opening.ts';
import type { Source } from './source.ts';
import { withStop } from './words.ts';

/** As it goes on after `về việc`; what begins with two capitals is a name of its own. */
function inSentence(title: string): string {
	return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);
}

/** The part of the minutes that is about one item; null for an item that there is not. */
export function extractPaper(source: Source): Paper | null {
	const { items, meeting } = source.record;
	const index = items.findIndex(({ id }) => id === source.item);
	const item = items[index];
	if (!item) return null;
	const at = meeting.endedAt ?? meeting.plannedStart;
	const kind = {
		kind: 'extract',
		form: 'minutes-extract',
		at,
		values: { matter: inSentence(item.title) }
	} as const;
	return framed(source, { ...kind, mark: markOf(source) }, ({ sections }) => [
		whenHeld(source),
		section(sections.participants ?? ''),
		...whoTookPart(source),
		section(sections.matter ?? ''),
		paragraph(withStop(item.title)),
		section(sections.proceedings ?? ''),
		...itemContent(source, index)
	]);
}
