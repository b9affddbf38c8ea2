/**
 * Keeps one record of each ended meeting: made as soon as the end is committed, at the next start where a
 * crash came between, and at the latest when somebody asks for it.
 */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { and, eq, isNull } from 'drizzle-orm';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Database } from '../db/client.ts';
import { events, records } from '../db/tables.ts';
import type { Log } from '../log/port.ts';
import { report } from '../report.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { buildRecord } from './build.ts';

export interface StoredRecord {
	readonly meeting: string;
	readonly cell: string;
	readonly endedAt: number;
	readonly sha256: string;
	/** The RFC 8785 text that `sha256` is of. */
	readonly canonical: string;
}

export interface Records {
	/** Null for a meeting that has not ended, or does not exist. */
	of(meeting: string): Promise<StoredRecord | null>;
	/** Lets records that are being made come to their end; begins none again. */
	close(): Promise<void>;
}

export interface RecordsDeps {
	readonly db: Database;
	readonly log: Log;
	readonly rooms: Pick<Rooms, 'onCommitted'>;
}

const FIRST_RETRY = 100;
const LAST_RETRY = 300_000;

export function keepRecords({ db, log, rooms }: RecordsDeps): Records {
	const underway = new Map<string, Promise<void>>();
	const closing = new AbortController();

	async function stored(meeting: string): Promise<StoredRecord | null> {
		const [found] = await db.select().from(records).where(eq(records.meeting, meeting));
		return found ?? null;
	}

	async function make(meeting: string): Promise<void> {
		const record = await buildRecord(log, meeting);
		// Another process may have been quicker; it made the same.
		if (record) await db.insert(records).values(rowOf(record)).onConflictDoNothing();
	}

	/** The database may be away just then: tried until it is done or the process ends. */
	async function persist(meeting: string): Promise<void> {
		for (let pause = FIRST_RETRY; !closing.signal.aborted; pause = Math.min(pause * 2, LAST_RETRY)) {
			try {
				return await make(meeting);
			} catch (error) {
				report('record-not-kept', error, { meeting });
				// The end of the process ends the waiting.
				await wait(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {});
			}
		}
	}

	function keep(meeting: string): Promise<void> {
		const kept = underway.get(meeting) ?? persist(meeting).finally(() => underway.delete(meeting));
		underway.set(meeting, kept);
		return kept;
	}

	/** What a crash left without a record. */
	async function sweep(): Promise<void> {
		const left = await db
			.select({ meeting: events.meeting })
			.from(events)
			.leftJoin(records, eq(records.meeting, events.meeting))
			.where(and(eq(events.type, 'meeting.ended'), isNull(records.meeting)));
		for (const { meeting } of left) if (!closing.signal.aborted) await keep(meeting);
	}

	rooms.onCommitted((room, committed) => {
		if (committed.some(({ type }) => type === 'meeting.ended')) void keep(room.id);
	});
	const swept = sweep().catch((error: unknown) => {
		if (!closing.signal.aborted) report('records-not-swept', error);
	});

	return {
		async of(meeting) {
			const found = await stored(meeting);
			if (found) return found;
			await (underway.get(meeting) ?? make(meeting));
			return stored(meeting);
		},
		async close() {
			closing.abort();
			await Promise.all([swept, ...underway.values()]);
		}
	};
}

function rowOf(record: MeetingRecord): StoredRecord {
	const canonical = canonicalize(record) ?? '';
	const { id, cell, endedAt } = record.meeting;
	return {
		meeting: id,
		cell: cell.id,
		endedAt: endedAt ?? 0,
		sha256: createHash('sha256').update(canonical).digest('hex'),
		canonical
	};
}
