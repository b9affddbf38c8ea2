/** What the next meeting of a cell takes over from its last one (J7): how it is held, its number, what was left open. */
import { desc, eq } from 'drizzle-orm';
import type { ClosedPart } from '../../src/lib/closed/closed.ts';
import type { Comment } from '../../src/lib/comments/comments.ts';
import { isInDebrief, readsComment } from '../../src/lib/meeting/readers.ts';
import { reading, type Meeting } from '../../src/lib/meeting/state.ts';
import { readsRemark } from '../../src/lib/remarks/readers.ts';
import type { Question } from '../../src/lib/preparation/contract.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { carriedOver } from '../../src/lib/tasks/tasks.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log/port.ts';
import { records } from '../db/tables.ts';
import { nextThird } from '../pages/local-time.ts';
import type { Cell, PersonRow } from '../people/directory.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { countOf, numberWords } from './numbering.ts';
import type { Planned } from './plan.ts';
import { ruleProfiles } from './templates.ts';

export interface FromLast {
	/** `2026-11` of the last one. */
	readonly month: string;
	readonly planned: Planned & {
		readonly resolutionNumber: string | null;
		readonly questions: readonly Question[];
	};
	/** What observers said and nothing was made of yet: whoever makes the meeting says which of it comes along (PR4). */
	readonly remarks: readonly Left[];
	readonly tasks: number;
	/** Of the tasks, those that the debrief found. */
	readonly remedies: number;
}

export interface Left {
	readonly id: string;
	readonly text: string;
}

interface FromLastDeps {
	readonly db: Database;
	readonly log: Pick<Log, 'last'>;
	readonly clock: () => number;
	readonly rooms: Pick<Rooms, 'get'>;
}

type Leader = Pick<PersonRow, 'id' | 'office'>;

/**
 * @param reader  who makes the next meeting: of what observers said they see here what they may read in the room
 * @returns null for a cell without a record, or one that nobody of now may chair
 */
export async function fromLast(
	{ db, log, clock, rooms }: FromLastDeps,
	cell: Pick<Cell, 'id' | 'ruleProfile' | 'term'>,
	people: readonly Leader[],
	reader: string | null
): Promise<FromLast | null> {
	const [kept] = await db
		.select({ canonical: records.canonical })
		.from(records)
		.where(eq(records.cell, cell.id))
		.orderBy(desc(records.endedAt))
		.limit(1);
	if (!kept) return null;
	const record = JSON.parse(kept.canonical) as MeetingRecord;
	const { meeting, access, setup, tasks, debrief, comments, closed } = record;
	const chair = chairOf(meeting.chair, people);
	if (chair === null) return null;
	const isHere = (id: string | null) => id !== chair && people.some((person) => person.id === id);
	const profile = setup.rules.profile;
	const left = carriedOver(tasks, debrief?.remedies);
	const inside = insideOf(closed);
	const room = await rooms.get(meeting.id);
	return {
		month: meeting.month,
		remarks: room ? remarksLeft(room.meeting, reader) : [],
		planned: {
			// Whoever makes it may choose another; a topic must be written anew, and a model meeting is chosen anew.
			type: 'regular',
			topic: null,
			model: false,
			plannedStart: sameTime(nextThird(clock()), meeting.plannedStart),
			place: meeting.place,
			chair,
			facilitator: isHere(meeting.facilitator) ? meeting.facilitator : null,
			speakLimitSeconds: meeting.speakLimitSeconds,
			onlineCounts: meeting.onlineCounts,
			access: access.preset,
			ruleProfile: ruleProfiles.some(({ id }) => id === profile) ? profile : cell.ruleProfile,
			resolutionNumber: await nextResolution(log, cell, meeting.resolutionNumber),
			questions: comments.filter((comment) => isLeftOpen(comment) && !inside.has(comment.id)).map(asQuestion)
		},
		tasks: left.length,
		remedies: left.filter(({ remedy }) => remedy).length
	};
}

function chairOf(last: string, people: readonly Leader[]): string | null {
	const leaders = people.filter(({ office }) => office === 'secretary' || office === 'deputy_secretary');
	const again = leaders.find(({ id }) => id === last);
	return (again ?? leaders.find(({ office }) => office === 'secretary') ?? leaders[0])?.id ?? null;
}

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** The day of the one at the time of the other, in Vietnam. */
function sameTime(day: number, time: number): number {
	return Math.floor((day + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS + ((time + OFFSET_MS) % DAY_MS);
}

/** What the next resolution will be called: the number after the last one given, or the plan that none came of (NU2, NU5). */
async function nextResolution(
	log: Pick<Log, 'last'>,
	{ id, term }: Pick<Cell, 'id' | 'term'>,
	planned: string | null
): Promise<string | null> {
	const last = await log.last(countOf('resolution', id, term));
	return last > 0 ? numberWords('resolution', last + 1) : planned;
}

/** What began inside a closed session stays there, whatever the next meeting is about. */
function insideOf(closed: readonly ClosedPart[]): ReadonlySet<string> {
	return new Set(closed.flatMap(({ inside }) => inside));
}

/** What everybody could read and nobody dealt with. */
function isLeftOpen({ status, to, held, text }: Comment): boolean {
	return status === 'open' && to === 'all' && !held && text !== '';
}

function asQuestion({ text }: Comment, index: number): Question {
	return {
		id: `before-${index + 1}`,
		text: `Góp ý kỳ trước chưa giải quyết: ${text}`.slice(0, MOST_LETTERS),
		carried: true
	};
}

/** Without the name of who said it: it is a question to the cell now (PR4). */
export function asQuestions(remarks: readonly Left[]): Question[] {
	return remarks.map(({ text }, index) => ({
		id: `remark-${index + 1}`,
		text: `Đại biểu góp ý kỳ trước: ${text}`.slice(0, MOST_LETTERS),
		carried: true
	}));
}

const MOST_LETTERS = 4_000;

/** Limits and suggestions that no remedy took up, and comments held for the debrief; of a closed session nothing (PR4). */
function remarksLeft(meeting: Meeting, reader: string | null): Left[] {
	if (!isInDebrief(meeting, reader)) return [];
	const remedied = new Set((meeting.debrief?.remedies ?? []).map(({ remark }) => remark));
	const remarks = meeting.remarks.remarks.filter(
		(remark) =>
			!remark.withdrawn &&
			!remark.closed &&
			remark.pole !== 'strength' &&
			!remedied.has(remark.id) &&
			readsRemark(reading(meeting), reader, remark)
	);
	const inside = insideOf(meeting.closed);
	const comments = meeting.comments.filter(
		(comment) =>
			comment.status === 'for-debrief' &&
			comment.text !== '' &&
			!inside.has(comment.id) &&
			readsComment(meeting, reader, comment)
	);
	return [...remarks, ...comments].map(({ id, text }) => ({ id, text }));
}
