import { framed } from './frame.ts';
import { paragraph, point, section, type Block, type Paper } from './layout.ts';
import type { Source } from './source.ts';
import { adoption, taskBlocks } from './votes.ts';
import { withStop } from './words.ts';

/** What the chair concluded, item by item, and who does what; null where the cell adopted a resolution instead. */
export function conclusionPaper(source: Source): Paper | null {
	if (adoption(source, 'resolution')) return null;
	const { endedAt, plannedStart } = source.record.meeting;
	const at = endedAt ?? plannedStart;
	return framed(source, { kind: 'conclusion', form: 'conclusion', at }, ({ sections }) => [
		section(sections.assessment ?? ''),
		...assessment(source),
		section(sections.tasks ?? ''),
		...tasks(source),
		section(sections.organisation ?? ''),
		paragraph(
			'Căn cứ kết luận này, chi ủy và đảng viên chi bộ tổ chức thực hiện, báo cáo kết quả tại kỳ sinh hoạt sau.'
		)
	]);
}

function assessment({ record, meeting }: Source): Block[] {
	const said = record.items.flatMap(({ id, title }) => {
		const conclusion = meeting.conclusions[id];
		return conclusion ? [{ title, text: conclusion.text }] : [];
	});
	if (said.length === 0) return [paragraph('Chủ trì không ghi kết luận riêng cho nội dung nào.')];
	return said.flatMap(({ title, text }, index): Block[] => [
		{ kind: 'heading', level: 2, text: `${index + 1}. ${title}` },
		...text.split('\n').map((line) => paragraph(withStop(line)))
	]);
}

function tasks(source: Source): Block[] {
	const { assigned } = source.record.tasks;
	return assigned.length === 0
		? [point('Không có nhiệm vụ mới được phân công.')]
		: taskBlocks(source, assigned);
}
