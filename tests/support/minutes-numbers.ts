/** Reads every number in adopted minutes and asks the script, not the product, whether it is right. */
import type { MeetingRecord } from '../../src/lib/records/record.ts';

interface Act {
	readonly at: string;
	readonly do: string;
	readonly [field: string]: unknown;
}

export interface PlayedScript {
	readonly setup: {
		readonly members: readonly { readonly id: string; readonly name: string }[];
		readonly observers: readonly { readonly id: string; readonly name: string }[];
		readonly agenda: readonly { readonly id: string }[];
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
		`được triệu tập ${attendance.summoned}`,
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
			`“${title}”: ${vote.base} đảng viên có quyền biểu quyết, có mặt ${vote.present}; cần ${vote.needed} `,
			`tán thành ${vote.for}/${vote.base} (${percent(vote.ratePercent)}), không tán thành ${vote.against}, ý kiến khác ${vote.abstain}`,
			...(vote.notVoting > 0 ? [`không biểu quyết ${vote.notVoting}`] : []),
			...(papers
				? [`phát ra ${papers.issued} phiếu, thu về ${papers.returned}, không hợp lệ ${papers.invalid}`]
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
		`tự chấm ${expected.scores.self?.total ?? ''}/100 điểm`
	];
}

/** When items ran and people spoke. */
function times({ actions, setup, expected }: PlayedScript): string[] {
	const names = new Map([...setup.members, ...setup.observers].map(({ id, name }) => [id, name]));
	const opened = actions.find((act) => act.do === 'meeting.open')?.at ?? '';
	const first = { at: opened, item: setup.agenda[0]?.id };
	const starts = [first, ...actions.filter((act) => act.do === 'item.start')];
	const put = actions.find((act) => act.do === 'vote.put' && kindOf(act) === 'minutes')?.at ?? '';
	const spans = starts.map(({ at, item }, index) => {
		const next = starts[index + 1];
		const spent = expected.time.itemSeconds[String(item)] ?? 0;
		// Of the item in which the minutes were put to the vote the end is not known yet.
		const isOver = next !== undefined && Date.parse(next.at) <= Date.parse(put);
		return isOver ? `từ ${hour(at)} đến ${hour(next.at)} (${length(spent)})` : `từ ${hour(at)}`;
	});
	const turns = actions.flatMap((act) => {
		const isTurn = act.do === 'floor.grant' || act.do === 'floor.invite';
		if (!isTurn) return [];
		const turn = act.do === 'floor.invite' ? act['ref'] : act['request'];
		const asked = actions.find((other) => other.do === 'floor.request' && other['ref'] === turn);
		const who = act.do === 'floor.invite' ? act['to'] : (asked?.['for'] ?? asked?.['by']);
		const end = actions.find((other) => other.do === 'floor.end' && other['turn'] === turn);
		return end ? [{ name: names.get(String(who)) ?? '', seconds: between(act.at, end.at) }] : [];
	});
	const closed = ['closed.begin', 'closed.end'].map(
		(what) => actions.find((act) => act.do === what)?.at.slice(11, 16) ?? ''
	);
	return [
		`Khai mạc lúc ${hour(opened)}`,
		`ngày ${day(opened)}`,
		`Chi bộ họp nội bộ từ ${closed[0]} đến ${closed[1]}`,
		...spans,
		...turns.flatMap(({ name, seconds }) =>
			['phát biểu', 'trình bày', 'giải trình', 'tự phê bình', 'phê bình'].map(
				(speaks) => `Đồng chí ${name} ${speaks} (${length(seconds)})`
			)
		),
		...actions.flatMap((act) =>
			typeof act['deadline'] === 'string' ? [`trước ngày ${day(act['deadline'])}`] : []
		)
	];
}

function kindOf({ subject }: Act): unknown {
	return (subject as { readonly kind?: unknown } | undefined)?.kind;
}

/** Every string of the script: titles, notes, names, texts that were proposed. */
export function wordsOf(value: unknown): string[] {
	if (typeof value === 'string') return value.split('\n').map((line) => line.normalize('NFC'));
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
	const parts = [
		...(seconds >= 60 ? [`${Math.floor(seconds / 60)} phút`] : []),
		...(seconds % 60 > 0 ? [`${seconds % 60} giây`] : [])
	];
	return parts.join(' ');
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
