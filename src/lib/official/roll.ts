import { time } from '../i18n/format.ts';
import { byName, nameIn } from '../people/names.ts';
import { members, observers, type Member } from '../people/roster.ts';
import type { AttendanceState } from '../rollcall/attendance.ts';
import type { PersonAttendance } from '../records/record.ts';
import { framed } from './frame.ts';
import { paragraph, type Block, type Column, type Paper } from './layout.ts';
import { rollSentence } from './roll-blocks.ts';
import type { Source } from './source.ts';

export function rollPaper(source: Source): Paper {
	const { endedAt, plannedStart } = source.record.meeting;
	const at = endedAt ?? plannedStart;
	return framed(source, { kind: 'roll', form: 'attendance-list', at }, ({ sections }) => [
		{ kind: 'heading', level: 2, text: `1. ${sections.summary ?? ''}` },
		paragraph(rollSentence(source)),
		{ kind: 'heading', level: 2, text: `2. ${sections.table ?? ''}` },
		rollTable(source),
		...delegatesTable(source, sections.delegates ?? ''),
		paragraph(`Danh sách này có ${members(source.meeting.people).length} đảng viên.`)
	]);
}

/** A row for each member. */
export function rollTable(source: Source): Extract<Block, { kind: 'table' }> {
	return { kind: 'table', columns: COLUMNS, rows: memberRows(source) };
}

/** Their shares are millimetres: no word of a row is broken. */
const COLUMNS: readonly Column[] = [
	{ title: 'TT', share: 9, align: 'center' },
	{ title: 'Họ và tên', share: 33, align: 'left' },
	{ title: 'Chính thức, dự bị', share: 22, align: 'center' },
	{ title: 'Chức vụ', share: 15, align: 'left' },
	{ title: 'Điểm danh', share: 20, align: 'left' },
	{ title: 'Giờ đến', share: 13, align: 'center' },
	{ title: 'Giờ về', share: 13, align: 'center' },
	{ title: 'Lý do vắng', share: 26, align: 'left' },
	{ title: 'Ký tên', share: 14, align: 'left' }
];

const OFFICES: Readonly<Record<Member['office'], string>> = {
	secretary: 'Bí thư',
	deputy_secretary: 'Phó bí thư',
	cell_committee_member: 'Chi ủy viên',
	member: ''
};

const STATES: Readonly<Record<AttendanceState, string>> = {
	expected: 'Chưa điểm danh',
	present: 'Có mặt',
	'present-late': 'Có mặt, đến muộn',
	'left-early': 'Có mặt, về sớm',
	'present-online': 'Dự trực tuyến',
	'absent-excused': 'Vắng có lý do',
	'absent-unexcused': 'Vắng không có lý do',
	exempt: 'Được miễn',
	'special-duty': 'Nhiệm vụ đặc thù',
	'temporary-elsewhere': 'Sinh hoạt tạm thời nơi khác',
	suspended: 'Đình chỉ sinh hoạt'
};

/** By given name, as lists are read out; why somebody was away only for who may know it. */
function memberRows({ record, meeting, whole }: Source): string[][] {
	return byName(members(meeting.people)).map((member, index) => {
		const found = record.attendance.find(({ person }) => person === member.id);
		return [
			String(index + 1),
			member.name,
			member.partyStatus === 'official' ? 'Chính thức' : 'Dự bị',
			OFFICES[member.office],
			found?.state ? STATES[found.state] : '',
			...timesOf(found),
			whole && found?.state === 'absent-excused' ? reasonOf(found) : '',
			''
		];
	});
}

function timesOf(found: PersonAttendance | undefined): [string, string] {
	const [first] = found?.stays ?? [];
	const last = found?.stays.at(-1)?.to ?? null;
	return [first ? time(first.from) : '', last === null ? '' : time(last)];
}

function reasonOf({ leaves }: PersonAttendance): string {
	return (
		leaves.findLast(({ kind, decision }) => kind === 'absent' && decision === 'accepted')?.reason.text ?? ''
	);
}

function delegatesTable({ record, meeting }: Source, title: string): Block[] {
	const came = new Set(record.attendance.filter(({ stays }) => stays.length > 0).map(({ person }) => person));
	const there = byName(observers(meeting.people)).filter(({ id }) => came.has(id));
	if (there.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: `3. ${title}` },
		{
			kind: 'table',
			columns: [
				{ title: 'TT', share: 1, align: 'center' },
				{ title: 'Họ và tên', share: 4, align: 'left' },
				{ title: 'Chức vụ', share: 5, align: 'left' },
				{ title: 'Đơn vị', share: 5, align: 'left' },
				{ title: 'Hình thức dự', share: 3, align: 'center' }
			],
			rows: there.map(({ id, title: office, organisation, mode }, index) => [
				String(index + 1),
				nameIn(meeting.people, id),
				office,
				organisation,
				mode === 'remote' ? 'Trực tuyến' : 'Trực tiếp'
			])
		}
	];
}
