/** Keeps the words that records are found by. They are made from the records alone, and can be made anew any time. */
import { and, eq, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { PARTS, wordsOf, type Part, type Passage } from '../../src/lib/archive/words.ts';
import { sharedBy } from '../../src/lib/lobby/lobby.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Database } from '../db/client.ts';
import { records, recordWords } from '../db/tables.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';
import { foldOf, forOutside, isOutside } from '../records/outside.ts';
import { passagesOf } from './passages.ts';

/** Raised with every change of what is read out of a record, so that older rows are made again. */
export const VERSION = 1;

export type Row = Omit<typeof recordWords.$inferInsert, 'title' | 'resolution' | 'words'>;

export async function fillWords(db: Database, record: MeetingRecord): Promise<void> {
	const rows = rowsOf(record).map(findable);
	const { id } = record.meeting;
	await unlessDeleted(db, id, async (transaction) => {
		// Another process may have read a newer record, which then stays.
		await transaction
			.delete(recordWords)
			.where(
				and(eq(recordWords.meeting, id), lte(recordWords.seq, record.seq), ne(recordWords.clearance, 'model'))
			);
		await transaction.insert(recordWords).values(rows).onConflictDoNothing();
	});
}

/** With what the database searches in. */
export function findable(row: Row) {
	const { passages } = row;
	return {
		...row,
		title: vector(passages, ['title']),
		resolution: vector(passages, ['resolution']),
		words: vector(passages, PARTS)
	};
}

/** Of a record that is on disk already. */
export async function refill(db: Database, meeting: string): Promise<void> {
	const [kept] = await db
		.select({ canonical: records.canonical })
		.from(records)
		.where(eq(records.meeting, meeting));
	if (kept) await fillWords(db, JSON.parse(kept.canonical) as MeetingRecord);
}

/** Records that nobody finds as they are now: kept by an older release, or just before a crash. */
export async function unfilled(db: Database): Promise<string[]> {
	const rows = await db
		.select({ meeting: records.meeting })
		.from(records)
		.leftJoin(recordWords, and(eq(recordWords.meeting, records.meeting), eq(recordWords.clearance, 'whole')))
		.where(
			or(isNull(recordWords.meeting), ne(recordWords.seq, records.seq), ne(recordWords.version, VERSION))
		);
	return rows.map(({ meeting }) => meeting);
}

function rowsOf(record: MeetingRecord): Row[] {
	const meeting = foldOf(record.events);
	const outside = (person: string) => meeting.closed.some((part) => isOutside(meeting, part, person));
	const people = readersOf(record);
	const kept = people.filter(outside);
	const inside = people.filter((person) => !outside(person));
	const readers = withDevices(meeting, inside);
	const others = withDevices(meeting, kept);
	const whole = rowOf(record, { clearance: 'whole', readers, others, passages: passagesOf(record, meeting) });
	if (meeting.closed.length === 0) return [whole];
	const left = forOutside(record, meeting, null);
	const passages = passagesOf(left.record, left.meeting);
	return [whole, rowOf(record, { clearance: 'public', readers: others, others: readers, passages })];
}

function rowOf(
	{ seq, meeting }: MeetingRecord,
	own: Pick<Row, 'clearance' | 'readers' | 'others' | 'passages'>
): Row {
	const { id, cell, month, type, model, topic, endedAt } = meeting;
	return {
		...own,
		meeting: id,
		cell: cell.id,
		month,
		type,
		model,
		topic,
		endedAt: endedAt ?? 0,
		seq,
		version: VERSION
	};
}

/** The members of the meeting, and the observers who came (AV1). */
function readersOf({ people, attendance }: MeetingRecord): string[] {
	const came = new Set(attendance.filter(({ stays }) => stays.length > 0).map(({ person }) => person));
	return people.filter(({ id, kind }) => kind === 'member' || came.has(id)).map(({ id }) => id);
}

/** With the devices that the meeting itself named; one that goes from hand to hand is nobody's. */
function withDevices({ lobby }: Meeting, people: readonly string[]): string[] {
	const devices = lobby
		.filter((entry) => entry.state === 'confirmed' && !sharedBy(lobby, entry.device))
		.filter((entry) => people.includes(entry.wants === 'name' ? entry.member : entry.id))
		.map(({ device }) => device);
	return [...people, ...devices];
}

/** Folded by us, so that the database's parser meets plain words only, and needs no extension and no language. */
function vector(passages: readonly Passage[], parts: readonly Part[]): SQL {
	const within = (part: Part) =>
		passages
			.filter((each) => each.part === part)
			.map(({ text }) => wordsOf(text).join(' '))
			.join(' ');
	// What stands aside is worth less than the minutes (AV3).
	const weighed = parts.map(
		(part) =>
			sql`setweight(to_tsvector('simple', ${within(part)}), ${sql.raw(part === 'aside' ? `'D'` : `'A'`)})`
	);
	return sql.join(weighed, sql` || `);
}
