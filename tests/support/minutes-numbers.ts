/** Reads every number in adopted minutes and asks the script, not the product, whether it is right. */
import frame from '../../src/lib/domain/criteria-hd42-2025.json' with { type: 'json' };
import type { MeetingRecord } from '../../src/lib/records/record.ts';

interface Act {
	readonly at: string;
	readonly do: string;
	readonly [field: string]: unknown;
}

export interface PlayedScript {
	readonly setup: {
		readonly meeting: { readonly month: string };
		readonly members: readonly { readonly id: string; readonly name: string; readonly role: string }[];
		readonly observers: readonly { readonly id: string; readonly name: string; readonly title: string }[];
		readonly agenda: readonly { readonly id: string }[];
		readonly preparation?: { readonly committeeMeeting?: { readonly minutesNumber?: string } };
		readonly previousTasks: readonly { readonly status: string; readonly percent: number }[];
	};
	readonly actions: readonly Act[];
	readonly expected: MeetingRecord['figures'];
}

/** What a line may say, worked out from the script: each is taken out of the minutes where it stands. */
export function rightSayings(script: PlayedScript, { votes: asked }: Pick<MeetingRecord, 'votes'>): string[] {
	const { expected, setup } = script;
	const { cell, attendance, votes } = expected;
	const counts = [
		`Tổng số đảng viên ${cell.members} đồng chí, chính thức ${cell.official}, dự bị ${cell.probationary}`,
		`miễn công tác và sinh hoạt đảng ${cell.exempt}`,
		`sinh hoạt tạm thời nơi khác ${cell.temporaryElsewhere}`,
		`thuộc diện triệu tập ${attendance.summoned}`,
		`có mặt ${attendance.present} (${percent(attendance.ratePercent)})`,
		`vắng có lý do ${attendance.absentExcused.length}:`,
		`đến muộn ${attendance.late.length}:`,
		`về trước khi kết thúc ${attendance.leftEarly.length}:`,
		`đến dự ${attendance.voluntary.length}:`,
		`Đảng viên dự sinh hoạt ${attendance.inRoom} đồng chí:`
	];
	const results = asked.flatMap(({ id, title }) => {
		const vote = votes[id];
		if (!vote) return [];
		const { papers } = vote;
		return [
			`“${title}”: ${vote.base} đảng viên có quyền biểu quyết, có mặt ${vote.present}; cần ít nhất ${both(vote.needed)} đồng chí tán thành`,
			`tán thành ${vote.for}/${vote.base} (${spoken(vote.for)} trên ${spoken(vote.base)}), đạt ${percent(vote.ratePercent)}; không tán thành ${both(vote.against)}; ý kiến khác ${both(vote.abstain)}`,
			...(vote.notVoting > 0 ? [`không biểu quyết ${both(vote.notVoting)}`] : []),
			...(papers
				? [
						`Phát ra ${papers.issued} phiếu, thu về ${papers.returned}; hợp lệ ${papers.valid}, không hợp lệ ${papers.invalid}`
					]
				: [])
		];
	});
	const done = setup.previousTasks.filter(({ status }) => status === 'done').length;
	const former = [
		`${setup.previousTasks.length} nhiệm vụ, hoàn thành ${done}, đang thực hiện ${setup.previousTasks.length - done}`,
		`bình quân đạt ${percent(expected.previousTasks.averagePercent)}`,
		...setup.previousTasks.map((task) => `đạt ${percent(task.percent)}`)
	];
	return [
		...counts,
		...results,
		...former,
		...times(script),
		...moved(script),
		...score(script),
		`tự chấm ${expected.scores.self?.total ?? ''}/100 điểm`
	];
}

/** The cell's sheet, item by item, with what the frame gives at most. */
function score({ actions }: PlayedScript): string[] {
	const sheet = actions.find((act) => act.do === 'score.submit')?.['points'] as
		Readonly<Record<string, number>> | undefined;
	const items = frame.groups.flatMap((group) => group.items);
	return items.flatMap(({ code, title, maxPoints }) =>
		sheet?.[code] === undefined ? [] : [`${title}: ${sheet[code]}/${maxPoints} điểm`]
	);
}

/** Who came when the meeting was open, and who left before its end. */
function moved({ actions, setup, expected }: PlayedScript): string[] {
	const names = new Map(setup.members.map(({ id, name }) => [id, name]));
	const at = (id: string, what: string) => {
		const act = actions.find((other) => other.do === what && (other['for'] ?? other['by']) === id);
		return act ? [`đồng chí ${names.get(id) ?? ''} (${hour(act.at)})`] : [];
	};
	const { late, leftEarly } = expected.attendance;
	return [
		...late.flatMap((id) => at(id, 'attendance.check-in')),
		...leftEarly.flatMap((id) => at(id, 'attendance.leave'))
	];
}

const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const BEHIND_TWENTY: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };

/** How the counts of a cell are read out, up to 29. */
function spoken(count: number): string {
	const one = ONES[count % 10] ?? '';
	if (count < 10) return one;
	if (count % 10 === 0) return count === 10 ? 'mười' : 'hai mươi';
	if (count < 20) return `mười ${count === 15 ? 'lăm' : one}`;
	return `hai mươi ${BEHIND_TWENTY[count % 10] ?? one}`;
}

function both(count: number): string {
	return `${count} (${spoken(count)})`;
}

/** When items ran and people spoke. */
function times({ actions, setup }: PlayedScript): string[] {
	const names = new Map([...setup.members, ...setup.observers].map(({ id, name }) => [id, name]));
	const opened = actions.find((act) => act.do === 'meeting.open')?.at ?? '';
	const first = { at: opened, item: setup.agenda[0]?.id };
	const starts = [first, ...actions.filter((act) => act.do === 'item.start')];
	const put = actions.find((act) => act.do === 'vote.put' && kindOf(act) === 'minutes')?.at ?? '';
	const spans = starts.map(({ at }, index) => {
		const next = starts[index + 1];
		// Of the item in which the minutes were put to the vote the end is not known yet.
		const isOver = next !== undefined && Date.parse(next.at) <= Date.parse(put);
		return isOver ? `từ ${hour(at)} đến ${hour(next.at)} (${clockLength(at, next.at)})` : `từ ${hour(at)}`;
	});
	const closedAt = ['closed.begin', 'closed.end'].map(
		(what) => actions.find((act) => act.do === what)?.at ?? ''
	);
	const turns = actions.flatMap((act) => {
		const isTurn = act.do === 'floor.grant' || act.do === 'floor.invite';
		if (!isTurn) return [];
		const turn = act.do === 'floor.invite' ? act['ref'] : act['request'];
		const asked = actions.find((other) => other.do === 'floor.request' && other['ref'] === turn);
		const who = act.do === 'floor.invite' ? act['to'] : (asked?.['for'] ?? asked?.['by']);
		const end = actions.find((other) => other.do === 'floor.end' && other['turn'] === turn);
		if (!end) return [];
		const id = String(who);
		return [
			{
				id,
				name: names.get(id) ?? '',
				kind: String((act.do === 'floor.invite' ? act : asked)?.['kind']),
				item: starts.findLast((start) => Date.parse(start.at) <= Date.parse(act.at))?.item,
				isClosed: (closedAt[0] ?? '') <= act.at && act.at <= (closedAt[1] ?? ''),
				seconds: between(act.at, end.at)
			}
		];
	});
	const closed = closedAt.map(hour);
	const office = (id: string) => {
		const member = setup.members.find((each) => each.id === id);
		const guest = setup.observers.find((each) => each.id === id);
		const title = member ? OFFICES[member.role] : guest?.title;
		return title ? `, ${title},` : '';
	};
	const topics = (id: string) =>
		actions.flatMap((act) =>
			act.do === 'opinion.assign' && act['to'] === id ? [`“${String(act['topic'])}”`] : []
		);
	const spokenAt = starts.map(({ item }) => {
		const here = turns.filter((turn) => turn.item === item && turn.kind !== 'presentation' && !turn.isClosed);
		return `Có ${here.length} lượt phát biểu của ${new Set(here.map(({ id }) => id)).size} đồng chí`;
	});
	return [
		...spokenAt,
		`sinh hoạt thường kỳ tháng ${setup.meeting.month.split('-').toReversed().join('/')}`,
		`vào hồi ${hour(opened)}, ${dayInWords(opened)}`,
		`Chi bộ họp nội bộ từ ${closed[0]} đến ${closed[1]}`,
		...spans,
		...turns.map(({ id, name, kind, seconds }) => {
			const about = kind === 'assigned' ? ` về ${topics(id).join(', ')}` : '';
			const isGuest = setup.observers.some((each) => each.id === id);
			const speaks = isGuest ? 'phát biểu' : (SPEAKS[kind] ?? 'phát biểu');
			return `Đồng chí ${name}${office(id)} ${speaks}${about} (${length(seconds)})`;
		}),
		...actions.flatMap((act) =>
			typeof act['deadline'] === 'string' ? [`chậm nhất ngày ${day(act['deadline'])}`] : []
		)
	];
}

const SPEAKS: Readonly<Record<string, string>> = {
	assigned: 'phát biểu ý kiến được giao chuẩn bị',
	presentation: 'trình bày',
	reply: 'giải trình',
	'self-criticism': 'tự phê bình',
	criticism: 'phê bình'
};

const OFFICES: Readonly<Record<string, string>> = {
	secretary: 'Bí thư chi bộ',
	deputy_secretary: 'Phó bí thư chi bộ',
	cell_committee_member: 'Chi ủy viên'
};

function kindOf({ subject }: Act): unknown {
	return (subject as { readonly kind?: unknown } | undefined)?.kind;
}

/** Every string of the script: titles, notes, names, texts that were proposed; in quotation marks without their stop. */
export function wordsOf(value: unknown): string[] {
	if (typeof value === 'string')
		return value
			.normalize('NFC')
			.split('\n')
			.flatMap((line) => [line, line.replace(/\.$/, '')]);
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(wordsOf);
}

/** What is left of a line when all that is right is taken out of it: its numbers are wrong. */
export function wrongNumbers(line: string, right: readonly string[]): string[] {
	const left = right.reduce((text, saying) => text.replaceAll(saying, '·'), line);
	return left.match(/\d+/g) ?? [];
}

function hour(at: string): string {
	const [hours = '', minutes = ''] = at.slice(11, 16).split(':');
	return minutes === '00' ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes} phút`;
}

function length(seconds: number): string {
	return seconds < 60 ? 'dưới 1 phút' : `${Math.round(seconds / 60)} phút`;
}

/** Between two times as they are printed, without their seconds. */
function clockLength(from: string, to: string): string {
	const [begun, over] = [from, to].map((at) => Date.parse(`${at.slice(0, 16)}:00${at.slice(19)}`));
	return length(((over ?? 0) - (begun ?? 0)) / 1000);
}

function dayInWords(at: string): string {
	const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
	return `ngày ${day} tháng ${month} năm ${year}`;
}

function day(at: string): string {
	return at.slice(0, 10).split('-').reverse().join('/');
}

function between(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 1000;
}

function percent(value: number | null): string {
	return `${String(value).replace('.', ',')}%`;
}
