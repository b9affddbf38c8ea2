import { day } from '../i18n/format.ts';
import type { Debrief, Point } from '../debrief/debrief.ts';
import { debrief as words } from '../i18n/vi/debrief.ts';
import type { PersonId } from '../kernel/decider.ts';
import { nameIn } from '../people/names.ts';
import { framed } from './frame.ts';
import { list, ordinal, paragraph, point, section, type Block, type Paper } from './layout.ts';
import { dayValues, remarksByGroup } from './remarks.ts';
import { officeOf, type Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { timeInWords, withStop } from './words.ts';

/** Made from the facts of the debrief (DB10); null where there was none, or it is not for this reader. */
export function debriefPaper(source: Source): Paper | null {
	const { debrief, meeting, record } = source;
	if (!debrief) return null;
	const isOfCell = meeting.people[debrief.opener]?.kind === 'member';
	const taker = record.meeting.minuteTaker ?? record.meeting.chair;
	const values = {
		...dayValues(source),
		chairName: nameIn(meeting.people, debrief.opener),
		minuteTakerName: nameIn(meeting.people, taker)
	};
	const kind = {
		kind: 'debrief',
		form: 'debrief-minutes',
		at: debrief.closedAt ?? debrief.openedAt,
		values,
		// Where a delegation held it, it is a paper of the committee that sent it.
		...(isOfCell
			? { number: record.numbers.debrief ?? `Số${'\u00a0'.repeat(6)}-BB/CB` }
			: { body: record.meeting.cell.upper })
	} as const;
	return framed(source, kind, ({ sections }) => [
		paragraph(
			`Vào hồi ${timeInWords(debrief.openedAt)}, ${dayInWords(debrief.openedAt)}, tại ${record.meeting.place}, tổ chức rút kinh nghiệm buổi sinh hoạt của ${record.meeting.cell.name}.`
		),
		section(sections.participants ?? ''),
		...participants(source, debrief),
		section(sections['self-review'] ?? ''),
		...statements(source, debrief, 'member'),
		section(sections.remarks ?? ''),
		...statements(source, debrief, 'observer'),
		...(source.remarks.length === 0
			? []
			: [paragraph('Nhận xét ghi trong buổi sinh hoạt, xếp theo nhóm:'), ...remarksByGroup(source)]),
		section(sections.unified ?? ''),
		...points(debrief.points),
		section(sections.remedy ?? ''),
		...remedies(source, debrief),
		...closing(debrief)
	]);
}

function participants(source: Source, { participants: all, opener }: Debrief): Block[] {
	const others = all.filter((id) => id !== opener);
	return [
		...list([
			`Chủ trì: đồng chí ${withOffice(source, opener)}`,
			...others.map((id) => `Đồng chí ${withOffice(source, id)}`)
		]),
		paragraph(`Tổng số tham gia: ${others.length + 1} đồng chí.`)
	];
}

/** Somebody with what they take part as. */
function withOffice({ meeting }: Source, id: PersonId): string {
	const person = meeting.people[id];
	if (person?.kind === 'observer')
		return [person.name, person.title, person.organisation].filter(Boolean).join(', ');
	const office = officeOf(person);
	const as = office === '' && id === meeting.minuteTaker ? 'thư ký cuộc họp' : office;
	return [nameIn(meeting.people, id), as].filter(Boolean).join(', ');
}

function statements({ meeting }: Source, { statements: all }: Debrief, kind: 'member' | 'observer'): Block[] {
	const said = all.filter(({ person }) => meeting.people[person]?.kind === kind);
	if (said.length === 0) return [paragraph('Không có ý kiến.')];
	return said.map(({ person, text }) =>
		paragraph(`Đồng chí ${nameIn(meeting.people, person)}: ${withStop(text)}`)
	);
}

function points(all: readonly Point[]): Block[] {
	if (all.length === 0) return [paragraph('Không có nội dung thống nhất chung.')];
	return all.map(({ text, cellTypes }, index) =>
		point(`${withStop(text)}${binding(cellTypes)}`, ordinal(index))
	);
}

/** Which cells a point binds (S2-14). */
function binding(cellTypes: readonly string[]): string {
	const names: Readonly<Record<string, string>> = words.cellTypes;
	if (cellTypes.length === 0) return '';
	return ` Áp dụng cho chi bộ: ${cellTypes.map((type) => names[type] ?? type).join(', ')}.`;
}

function remedies({ meeting }: Source, { remedies: all }: Debrief): Block[] {
	if (all.length === 0) return [paragraph('Không có nội dung phải bổ cứu.')];
	return [
		{
			kind: 'table',
			columns: [
				{ title: 'TT', share: 1, align: 'center' },
				{ title: 'Việc phải làm', share: 9, align: 'left' },
				{ title: 'Người thực hiện', share: 4, align: 'left' },
				{ title: 'Thời hạn', share: 3, align: 'center' }
			],
			rows: all.map(({ words, owner, deadline }, index) => [
				String(index + 1),
				words,
				nameIn(meeting.people, owner),
				day(deadline)
			])
		}
	];
}

function closing({ closedAt }: Debrief): Block[] {
	return closedAt === null
		? []
		: [paragraph(`Biên bản kết thúc vào hồi ${timeInWords(closedAt)} cùng ngày.`)];
}
