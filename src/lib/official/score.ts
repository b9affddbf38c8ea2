import { isThematic } from '../meeting/state.ts';
import { nameIn } from '../people/names.ts';
import { observers } from '../people/roster.ts';
import type { Criterion, Frame } from '../scoring/contract.ts';
import { criteria, highest } from '../scoring/frame.ts';
import { supervisorOf } from '../scoring/readers.ts';
import type { Sheet } from '../scoring/scoring.ts';
import { framed } from './frame.ts';
import { paragraph, type Block, type Paper } from './layout.ts';
import type { Source } from './source.ts';
import { withStop } from './words.ts';

/** The cell's own score beside that of who supervises it; null before the cell scored. */
export function scorePaper(source: Source): Paper | null {
	const { record, meeting } = source;
	const { scores } = record;
	const frame = frameOf(source);
	if (!frame || !scores.self) return null;
	const { endedAt, plannedStart } = record.meeting;
	const supervisor = appraiser(source);
	const values = { supervisorName: nameIn(meeting.people, supervisor?.person ?? null) };
	const kind = { kind: 'score', form: 'self-assessment', at: endedAt ?? plannedStart, values } as const;
	return framed(source, kind, ({ sections }) => [
		paragraph(`Căn cứ chấm điểm: ${withStop(frame.title)}`),
		table(source, frame, scores.self, supervisor),
		{ kind: 'heading', level: 2, text: sections.total ?? '' },
		...totals(frame, scores.self, supervisor)
	]);
}

/** `94/100 điểm, xếp loại Tốt`, as minutes and resolution name it; null before the cell scored. */
export function selfScore(source: Source): string | null {
	const frame = frameOf(source);
	const { self } = source.record.scores;
	return frame && self ? `Chi bộ tự chấm ${scoreWords(source, frame, self)}.` : null;
}

function frameOf({ record }: Source): Frame | undefined {
	return record.setup.rules.scoring;
}

function scoreWords({ meeting }: Pick<Source, 'meeting'>, frame: Frame, sheet: Sheet): string {
	const most = highest(criteria(frame, isThematic(meeting)));
	return `${points(sheet.total)}${most === null ? '' : `/${points(most)}`} điểm, xếp loại ${gradeLabel(frame, sheet)}`;
}

function gradeLabel({ grades }: Frame, { grade }: Sheet): string {
	return grades.find(({ code }) => code === grade)?.label ?? grade;
}

function appraiser({ meeting, record: { scores } }: Source): Sheet | null {
	const person = supervisorOf(observers(meeting.people), (id) => id in scores.observers);
	return person === null ? null : (scores.observers[person] ?? null);
}

function table({ meeting }: Source, frame: Frame, self: Sheet | null, upper: Sheet | null): Block {
	const asked = new Set(criteria(frame, isThematic(meeting)));
	const given = (sheet: Sheet | null, { code }: Criterion) => {
		const found = sheet?.points[code];
		return found === undefined ? '' : points(found);
	};
	const rows = frame.groups.flatMap(({ items }) =>
		items
			.filter((item) => asked.has(item))
			.map((item) => [
				item.title,
				item.maxPoints === null ? '' : points(item.maxPoints),
				given(self, item),
				given(upper, item)
			])
	);
	const most = highest([...asked]);
	const total = [
		'',
		'Tổng điểm',
		most === null ? '' : points(most),
		self ? points(self.total) : '',
		upper ? points(upper.total) : '',
		''
	];
	return {
		kind: 'table',
		columns: [
			{ title: 'TT', share: 1, align: 'center' },
			{ title: 'Tiêu chí đánh giá', share: 7, align: 'left' },
			{ title: 'Thang điểm', share: 2, align: 'center' },
			{ title: 'Chi ủy, bí thư chi bộ chấm', share: 3, align: 'center' },
			{ title: 'Cấp ủy viên cấp trên chấm', share: 3, align: 'center' },
			{ title: 'Ghi chú, minh chứng', share: 3, align: 'left' }
		],
		rows: [...rows.map((row, index) => [String(index + 1), ...row, '']), total]
	};
}

function totals(frame: Frame, self: Sheet | null, upper: Sheet | null): Block[] {
	const said = (who: string, sheet: Sheet | null) =>
		sheet
			? [
					paragraph(
						`${who}: ${points(sheet.total)} điểm, xếp loại ${gradeLabel(frame, sheet)}.${sheet.note === null ? '' : ` ${sheet.note}`}`
					)
				]
			: [];
	return [...said('Chi ủy, bí thư chi bộ chấm', self), ...said('Cấp ủy viên cấp trên chấm', upper)];
}

/** `4,5` */
function points(value: number): string {
	return String(value).replace('.', ',');
}
