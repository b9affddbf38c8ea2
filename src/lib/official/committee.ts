import { nameIn } from '../people/names.ts';
import { framed } from './frame.ts';
import { list, ordinal, section, type Block, type Paper } from './layout.ts';
import type { Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { timeInWords } from './words.ts';

/** Of the committee's meeting before, as it was entered (preparation, PR2); null where none was. */
export function committeePaper(source: Source): Paper | null {
	const held = source.record.preparation.committeeMeeting;
	if (!held) return null;
	const name = (id: string) => nameIn(source.meeting.people, id);
	const kind = {
		kind: 'committee',
		form: 'minutes-committee',
		at: held.at,
		values: { chairName: name(held.chair), minuteTakerName: name(held.minuteTaker) }
	} as const;
	return framed(source, kind, ({ sections }) => [
		section(sections.head ?? ''),
		...list([
			`Thời gian: từ ${timeInWords(held.at)} đến ${timeInWords(held.endedAt)}, ${dayInWords(held.at)}`,
			`Địa điểm: ${held.place}`,
			`Có mặt ${held.present.length} đồng chí: ${held.present.map(name).join(', ')}`,
			`Chủ trì: đồng chí ${name(held.chair)}; người ghi biên bản: đồng chí ${name(held.minuteTaker)}`
		]),
		...decided(held.decisions)
	]);
}

function decided(decisions: readonly string[]): Block[] {
	if (decisions.length === 0) return [];
	return [section('Nội dung đã thống nhất'), ...list(decisions, ordinal)];
}
