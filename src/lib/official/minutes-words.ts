/** The words of the minutes as papers print them: those that the cell adopted, then what came after (OF11). */
import type { AdoptedNode, Later } from '../adoption/adopted.ts';
import { nameIn } from '../people/names.ts';
import type { RecordedBlock } from '../records/record.ts';
import { paragraph, type Block } from './layout.ts';
import { proseBlocks, runsOf } from './prose.ts';
import type { Source } from './source.ts';
import { timeInWords, withStop } from './words.ts';

/** Whether its reader has the adopted words; who was outside has what is public of the minutes. */
export function isAsAdopted({ record }: Source): boolean {
	return (record.adopted?.sections.length ?? 0) > 0;
}

/** What must be known of the minutes at first sight; empty for those that were adopted. */
export function markOf(source: Source): string {
	if (source.record.adopted === null) return '(Dự thảo, chưa được thông qua)';
	return isAsAdopted(source) ? '' : '(Phần công khai; nội dung họp nội bộ được lưu riêng)';
}

/** A section word for word; without what came after the question on the minutes was put. */
export function sectionOf({ record }: Source, id: string): readonly AdoptedNode[] {
	const adopted = record.adopted?.sections.find((section) => section.id === id);
	return adopted?.content ?? blocksNow(record).find((block) => block.id === id)?.content ?? [];
}

function blocksNow({ documents }: Source['record']): readonly RecordedBlock[] {
	return documents.minutes.blocks;
}

/** What came into a section after it: facts in their places, and what somebody added or put right, marked as such. */
export function laterIn(source: Source, id: string): Block[] {
	const { later = [] } = source.record.adopted ?? {};
	return later.flatMap((each) => (sectionOfLater(source, each) === id ? laterBlocks(source, each) : []));
}

/** Whether the minutes themselves say when an item ran. */
export function tellsWhen(source: Source, item: string): boolean {
	const { later = [] } = source.record.adopted ?? {};
	return (
		sectionOf(source, item).some(({ type, attrs }) => type === 'fact' && attrs?.kind === 'item') ||
		later.some((each) => each.kind === 'fact' && each.fact === 'item' && each.ref === item)
	);
}

function sectionOfLater({ record }: Source, later: Later): string | undefined {
	if (later.kind !== 'correction') return later.section;
	return blocksNow(record).find(({ content }) => content.some((node) => isNote(node, later.note)))?.id;
}

function isNote({ type, attrs }: AdoptedNode, id: string): boolean {
	return type === 'note' && attrs?.id === id;
}

function laterBlocks({ record, meeting }: Source, later: Later): Block[] {
	if (later.kind === 'fact')
		return proseBlocks(meeting, [{ type: 'fact', attrs: { kind: later.fact, ref: later.ref } }]);
	const by = `đồng chí ${nameIn(meeting.people, later.by)}, ${timeInWords(later.at)}`;
	if (later.kind === 'correction') {
		const why = later.reason === null ? '' : ` Lý do: ${withStop(later.reason)}`;
		return [
			paragraph(
				`Đính chính sau khi biên bản được đưa ra thông qua (${by}): đã ghi “${later.find}”, nay sửa là “${later.replace}”.${why}`
			)
		];
	}
	const note = blocksNow(record)
		.flatMap(({ content }) => content)
		.find((node) => isNote(node, later.note));
	const said = note ? runsOf(note) : [];
	const lead = { text: `Ghi bổ sung sau khi biên bản được đưa ra thông qua (${by}): ` };
	return said.length === 0 ? [] : [{ kind: 'paragraph', runs: [lead, ...said] }];
}

/** What was written while the session was closed, where that began: there only for who may read it. */
export function closedIn({ record, meeting }: Source, id: string): Block[] {
	const parts = record.closed.filter(({ sections }) => sections[0] === id);
	return parts.flatMap(({ from, to, document }): Block[] => [
		{
			kind: 'paragraph',
			runs: [
				{ text: `Phần họp nội bộ (từ ${timeInWords(from)} đến ${timeInWords(to ?? from)}):`, bold: true }
			]
		},
		...document.blocks.flatMap(({ content }) => proseBlocks(meeting, content))
	]);
}
