/** What a member did in the cell's meetings (S4-5), read from the records; what is secret comes from the log alone. */
import { desc, eq } from 'drizzle-orm';
import type { Commitment } from '../../src/lib/commitments/commitments.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { AttendanceState } from '../../src/lib/rollcall/attendance.ts';
import type { App } from '../app.ts';
import { meetings, records } from '../db/tables.ts';

export interface Attended {
	readonly meeting: string;
	readonly month: string;
	readonly type: MeetingRecord['meeting']['type'];
	/** Milliseconds since 1970. */
	readonly openedAt: number | null;
	readonly state: AttendanceState | null;
	readonly speeches: number;
	readonly seconds: number;
	readonly comments: number;
}

export interface OwnTask {
	readonly meeting: string;
	readonly id: string;
	readonly task: string;
	readonly deadline: string | null;
	/** Leads it, rather than supports. */
	readonly leads: boolean;
}

export interface MemberPage {
	/** The last first. */
	readonly meetings: readonly Attended[];
	readonly tasks: readonly OwnTask[];
	/** As it stands in the last meeting that has one; the page's own reader may see it (commitments, CM3). */
	readonly commitment: Commitment | null;
}

const MONTHS = 24;

export async function memberPage(app: App, cell: string, person: string): Promise<MemberPage> {
	const rows = await app.db
		.select({ canonical: records.canonical })
		.from(records)
		.where(eq(records.cell, cell))
		.orderBy(desc(records.endedAt))
		.limit(MONTHS);
	const all = rows
		.map(({ canonical }) => JSON.parse(canonical) as MeetingRecord)
		.filter(({ people }) => people.some(({ id }) => id === person));
	return {
		meetings: all.map((record) => attended(record, person)),
		tasks: all.flatMap((record) => tasksOf(record, person)),
		commitment: await commitmentOf(app, cell, person)
	};
}

function attended({ meeting, attendance, floor, comments }: MeetingRecord, person: string): Attended {
	const turns = floor.turns.filter((turn) => turn.person === person && turn.kind !== 'presentation');
	return {
		meeting: meeting.id,
		month: meeting.month,
		type: meeting.type,
		openedAt: meeting.openedAt,
		state: attendance.find((each) => each.person === person)?.state ?? null,
		speeches: turns.length,
		seconds: turns.reduce((sum, { seconds }) => sum + seconds, 0),
		comments: comments.filter((comment) => comment.person === person && comment.status !== 'withdrawn').length
	};
}

function tasksOf({ meeting, tasks }: MeetingRecord, person: string): OwnTask[] {
	return tasks.assigned
		.filter(({ owner, supports }) => owner === person || supports.includes(person))
		.map(({ id, words, deadline, owner }) => ({
			meeting: meeting.id,
			id,
			task: words,
			deadline,
			leads: owner === person
		}));
}

async function commitmentOf(app: App, cell: string, person: string): Promise<Commitment | null> {
	const rows = await app.db
		.select({ id: meetings.id })
		.from(meetings)
		.where(eq(meetings.cell, cell))
		.orderBy(desc(meetings.plannedStart))
		.limit(MONTHS);
	for (const { id } of rows) {
		const commitment = (await app.rooms.get(id))?.meeting.commitments[person];
		if (commitment) return commitment;
	}
	return null;
}
