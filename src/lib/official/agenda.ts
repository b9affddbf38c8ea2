import { byName, nameIn } from '../people/names.ts';
import { isSummoned, members, observers } from '../people/roster.ts';
import { framed } from './frame.ts';
import { list, paragraph, point, section, type Block, type Paper } from './layout.ts';
import type { Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { timeInWords } from './words.ts';

/** The programme as it was sent out: what for, when, where, who, what. */
export function agendaPaper(source: Source): Paper {
	const { noticeAt, plannedStart, endedAt } = source.record.meeting;
	const mark = noticeAt === null && endedAt === null ? '(Dự kiến, chưa gửi giấy mời)' : '';
	const kind = { kind: 'agenda', form: 'agenda', at: noticeAt ?? plannedStart, mark } as const;
	return framed(source, kind, ({ sections }) =>
		numbered([
			[sections.purpose ?? '', purpose(source)],
			[sections['time-place'] ?? '', timeAndPlace(source)],
			[sections.attendees ?? '', attendees(source)],
			[sections.items ?? '', [items(source), paragraph(ASKS)]]
		])
	);
}

/** Who signs stands with words, never alone on a page below a table. */
const ASKS =
	'Chi ủy đề nghị các đồng chí đảng viên nghiên cứu trước nội dung, chuẩn bị ý kiến và dự sinh hoạt đầy đủ, đúng giờ.';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** The parts that have words, counted anew where one is left out. */
function numbered(parts: readonly (readonly [title: string, blocks: readonly Block[]])[]): Block[] {
	return parts
		.filter(([, blocks]) => blocks.length > 0)
		.flatMap(([title, blocks], index) => [
			section(title.replace(/^[IVX]+-/, `${ROMAN[index] ?? ''}-`)),
			...blocks
		]);
}

function purpose({ record }: Source): Block[] {
	const { topic } = record.meeting;
	return [
		...(topic === null ? [] : [paragraph(`Chuyên đề: ${topic}`)]),
		...(record.preparation.questions.length === 0
			? []
			: [paragraph('Chi bộ tập trung làm rõ các câu hỏi sau:')]),
		...record.preparation.questions.map(({ text }, index) => point(text, `Câu hỏi ${index + 1}.`))
	];
}

function timeAndPlace({ record }: Source): Block[] {
	const { plannedStart, place } = record.meeting;
	const minutes = record.figures.time.plannedMinutes;
	return list([
		`Thời gian: ${timeInWords(plannedStart)}, ${dayInWords(plannedStart)}; dự kiến ${minutes} phút`,
		`Địa điểm: ${place}`
	]);
}

function attendees({ meeting }: Source): Block[] {
	const summoned = members(meeting.people).filter(isSummoned).length;
	const invited = byName(observers(meeting.people));
	const whole = `Toàn thể đảng viên chi bộ (${summoned} đồng chí thuộc diện triệu tập)`;
	if (invited.length === 0) return list([whole]);
	return [
		point(`${whole};`),
		point('Đại biểu mời:'),
		...list(
			invited.map(
				({ name, title, organisation }) =>
					`Đồng chí ${[name, title, organisation].filter(Boolean).join(', ')}`
			),
			() => '+'
		)
	];
}

function items({ record, meeting }: Source): Block {
	return {
		kind: 'table',
		columns: [
			{ title: 'TT', share: 1, align: 'center' },
			{ title: 'Nội dung', share: 8, align: 'left' },
			{ title: 'Người thực hiện', share: 4, align: 'left' },
			{ title: 'Thời gian', share: 2, align: 'center' },
			{ title: 'Ghi chú', share: 2, align: 'left' }
		],
		rows: record.items.map(({ title, responsible, minutes }, index) => [
			String(index + 1),
			title,
			nameIn(meeting.people, responsible),
			`${minutes} phút`,
			''
		])
	};
}
