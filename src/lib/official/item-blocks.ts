/** One item of the agenda, as minutes and extract tell of it. */
import { nameIn } from '../people/names.ts';
import { paragraph, type Block } from './layout.ts';
import { closedIn, laterIn, sectionOf, tellsWhen } from './minutes-words.ts';
import { proseBlocks } from './prose.ts';
import type { Source } from './source.ts';
import { timeInWords, withStop } from './words.ts';

/** An item with its times and who led it, then what was written and what happened under it. */
export function itemBlocks(source: Source, index: number): Block[] {
	const item = source.record.items[index];
	if (!item) return [];
	return [{ kind: 'heading', level: 2, text: `${index + 1}. ${item.title}` }, ...itemContent(source, index)];
}

export function itemContent(source: Source, index: number): Block[] {
	const item = source.record.items[index];
	if (!item) return [];
	const content = sectionOf(source, item.id);
	return [
		...(tellsWhen(source, item.id) ? [] : held(source, item)),
		...proseBlocks(source.meeting, content),
		...laterIn(source, item.id),
		...closedIn(source, item.id)
	];
}

type Item = Source['record']['items'][number];

/** When the item ran, and who led it; why it was left out: where the minutes do not say so themselves. */
function held({ record, meeting }: Source, item: Item): Block[] {
	if (item.state === 'skipped' || item.state === 'planned') {
		const why = item.reason ? ` Lý do: ${withStop(item.reason)}` : '';
		return [paragraph(`Nội dung này không tiến hành.${why}`)];
	}
	const [first] = item.runs;
	if (!first) return [];
	const last = item.runs.at(-1)?.to ?? record.meeting.endedAt;
	const until = last === null ? '' : ` đến ${timeInWords(last)}`;
	const who =
		item.responsible === null ? '' : `; đồng chí ${nameIn(meeting.people, item.responsible)} thực hiện`;
	const text = `(Từ ${timeInWords(first.from)}${until}${who}.)`;
	return [{ kind: 'paragraph', runs: [{ text, italic: true }] }];
}
