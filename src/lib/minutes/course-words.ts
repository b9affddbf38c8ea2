/**
 * What the meeting's own course says in the minutes: how it began, who came, when each item ran, how it ended. Vietnamese whatever the reader's language, for the minutes are a paper of the cell.
 */
import { dayInWords } from '../i18n/day-in-words.ts';
import { month } from '../i18n/format.ts';
import { compareNames } from '../kernel/text.ts';
import type { Instant } from '../kernel/decider.ts';
import { hour, lengthWords } from './fact-words.ts';

export type Kind = 'regular' | 'thematic' | 'combined';

export interface Opening {
	readonly plannedStart: Instant;
	/** Null before it was declared open. */
	readonly openedAt: Instant | null;
	readonly place: string;
	readonly cell: string;
	readonly kind: Kind;
	/** `2026-11` */
	readonly month: string;
	readonly topic: string | null;
	readonly chair: string;
	readonly minuteTaker: string | null;
	readonly guests: readonly Guest[];
}

export interface Guest {
	readonly name: string;
	readonly title: string;
	readonly organisation: string;
	readonly isRemote: boolean;
}

const KINDS: Readonly<Record<Kind, string>> = {
	regular: 'thường kỳ',
	thematic: 'chuyên đề',
	combined: 'thường kỳ và chuyên đề'
};

/** The sentence that the minutes begin with: the planned day until the meeting is opened, then the day it was. */
export function openingWords(opening: Opening): string {
	const { plannedStart, openedAt, place, cell, kind, topic } = opening;
	const day = dayInWords(openedAt ?? plannedStart);
	const when = openedAt === null ? day : `vào hồi ${hour(openedAt)}, ${day}`;
	const about = topic === null ? '' : ` (chuyên đề: ${topic})`;
	const first = `Hôm nay, ${when}, tại ${place}, ${cell} tổ chức sinh hoạt ${KINDS[kind]} tháng ${month(opening.month)}${about}.`;
	return [
		first,
		`Chủ trì: đồng chí ${opening.chair}.`,
		...(opening.minuteTaker === null ? [] : [`Thư ký ghi biên bản: đồng chí ${opening.minuteTaker}.`]),
		...(opening.guests.length === 0 ? [] : [`Đại biểu dự: ${opening.guests.map(guest).join('; ')}.`])
	].join(' ');
}

function guest({ name, title, organisation, isRemote }: Guest): string {
	const office = [title, organisation, isRemote ? 'dự trực tuyến' : '']
		.filter((part) => part !== '')
		.join(', ');
	return office === '' ? `đồng chí ${name}` : `đồng chí ${name} (${office})`;
}

export interface Moved {
	readonly name: string;
	readonly at: Instant;
}

/** Everybody of the cell who was there at some moment, by given name; then who came late or left early, and when (S3-3). */
export function presentWords(
	names: readonly string[],
	late: readonly Moved[] = [],
	left: readonly Moved[] = []
): string {
	if (names.length === 0) return '';
	return [
		`Đảng viên dự sinh hoạt ${names.length} đồng chí: ${[...names].sort(compareNames).join(', ')}.`,
		...(late.length > 0 ? [`Đến sau khi khai mạc: ${movedWords(late)}.`] : []),
		...(left.length > 0 ? [`Về trước khi kết thúc: ${movedWords(left)}.`] : [])
	].join(' ');
}

function movedWords(moved: readonly Moved[]): string {
	return [...moved]
		.sort((a, b) => a.at - b.at)
		.map(({ name, at }) => `đồng chí ${name} (${hour(at)})`)
		.join(', ');
}

export interface Course {
	readonly runs: readonly { readonly from: Instant; readonly to: Instant | null }[];
	readonly responsible: string;
	readonly isSkipped: boolean;
	readonly reason: string | null;
	/** Speeches other than presentations, and how many people held them. */
	readonly spoken: { readonly turns: number; readonly speakers: number };
}

/** When an item ran, how long, whose it was, and how many spoke where it was more than one. */
export function courseWords({ runs, responsible, isSkipped, reason, spoken }: Course): string {
	if (isSkipped) return `Nội dung này không tiến hành.${reason === null ? '' : ` Lý do: ${reason}`}`;
	if (runs.length === 0) return '';
	const by = responsible === '' ? '' : ` Phụ trách: đồng chí ${responsible}.`;
	const spans = runs.map(({ from, to }) =>
		to === null ? `từ ${hour(from)}` : `từ ${hour(from)} đến ${hour(to)}`
	);
	const isOver = runs.every(({ to }) => to !== null);
	const told =
		isOver && spoken.turns > 1 ? ` Có ${spoken.turns} lượt phát biểu của ${spoken.speakers} đồng chí.` : '';
	return `Thời gian: ${spans.join('; ')}${isOver ? ` (${lengthWords(60 * minutesOf(runs))})` : ''}.${by}${told}`;
}

/** By the minutes that are printed beside it: whoever reckons finds the same. */
function minutesOf(runs: Course['runs']): number {
	const minute = (at: Instant) => Math.floor(at / 60_000);
	return runs.reduce((sum, { from, to }) => sum + minute(to ?? from) - minute(from), 0);
}

export interface Closing {
	readonly endedAt: Instant | null;
	/** Of the question that adopted the minutes; null where none did. */
	readonly adopted: { readonly agreed: number; readonly base: number } | null;
}

/** The line that the minutes end with, in its place from the opening and empty until the end. */
export function closingWords({ endedAt, adopted }: Closing): string {
	if (endedAt === null) return '';
	const read = adopted
		? ` Biên bản đã được chi bộ thông qua: ${adopted.agreed}/${adopted.base} đảng viên có quyền biểu quyết tán thành.`
		: '';
	return `Buổi sinh hoạt kết thúc lúc ${hour(endedAt)} cùng ngày.${read}`;
}
