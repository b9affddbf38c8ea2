/**
 * Keeps the record of each ended meeting: made as soon as the end is committed and again with what comes after
 * it, until the seal (SE3); at the next start where a crash came between, and at the latest when somebody asks.
 */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { and, eq, isNull, lt, notInArray } from 'drizzle-orm';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import { documentOf } from '../../src/lib/closed/closed.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { fillWords, refill, unfilled } from '../archive/fill.ts';
import { refillModel } from '../archive/models.ts';
import type { Database } from '../db/client.ts';
import { events, records } from '../db/tables.ts';
import type { Log } from '../log/port.ts';
import { report } from '../report.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { appendSeal } from '../seals/append.ts';
import type { SealKeys } from '../seals/keys.ts';
import { logDigest } from '../seals/log-digest.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';
import { buildRecord } from './build.ts';
import { foldOf } from './outside.ts';

export interface StoredRecord {
	readonly meeting: string;
	readonly cell: string;
	readonly endedAt: number;
	/** Null for a record that may still grow. */
	readonly sealedAt: number | null;
	/** The last event that it tells of. */
	readonly seq: number;
	readonly sha256: string;
	/** The RFC 8785 text that `sha256` is of. */
	readonly canonical: string;
}

/** Shared by all who look at it, and never changed. */
export interface OpenRecord {
	readonly record: MeetingRecord;
	/** As the record leaves it. */
	readonly meeting: Meeting;
}

export interface Records {
	/** Up to now, or to the seal. Null for a meeting that has not ended, or does not exist. */
	of(meeting: string): Promise<StoredRecord | null>;
	/** Read and folded; of those that were looked at last at once. */
	open(stored: StoredRecord): OpenRecord;
	/** Lets records that are being made come to their end; begins none again. */
	close(): Promise<void>;
}

export interface RecordsDeps {
	readonly db: Database;
	readonly log: Log;
	readonly rooms: Pick<Rooms, 'onCommitted' | 'get'>;
	readonly sealKey: SealKeys;
}

const FIRST_RETRY = 100;
const LAST_RETRY = 300_000;
/** After a meeting its people look at one record together. */
const MOST_OPEN = 8;

export function keepRecords({ db, log, rooms, sealKey }: RecordsDeps): Records {
	const underway = new Map<string, Promise<void>>();
	/** Meetings in which something happened while their record was being made. */
	const stale = new Set<string>();
	const closing = new AbortController();
	/** By hash, so that what was made anew is read anew. */
	const opened = new Map<string, OpenRecord>();

	async function stored(meeting: string): Promise<StoredRecord | null> {
		const [found] = await db.select().from(records).where(eq(records.meeting, meeting));
		return found ?? null;
	}

	async function isWhole({ meeting, sealedAt, seq }: StoredRecord): Promise<boolean> {
		return sealedAt !== null || (await log.events(meeting, seq, 1)).length === 0;
	}

	async function make(meeting: string): Promise<void> {
		const record = await buildRecord(log, meeting);
		if (!record) return;
		const row = rowOf(record);
		if (record.sealed) await seal(record, record.sealed, row);
		else await unlessDeleted(db, meeting, (transaction) => put(transaction, row));
		await fillWords(db, record);
	}

	/** The record and its place in the chain are on disk together, and then the room is told (SE4). */
	async function seal(
		{ seq, closed }: MeetingRecord,
		{ at, by }: NonNullable<MeetingRecord['sealed']>,
		row: StoredRecord
	): Promise<void> {
		const { meeting, cell, canonical } = row;
		const names = [...DOCUMENTS, ...closed.map(documentOf)];
		const digest = await logDigest(log, meeting, seq, names);
		const entry = { cell, kind: 'record', meeting, at, by, log: digest, of: null, reason: null } as const;
		const link = await appendSeal(db, await sealKey.current(), { ...entry, canonical }, (transaction) =>
			put(transaction, row)
		);
		if (link) await (await rooms.get(meeting))?.tellKept(link);
	}

	/** The database may be away just then: tried until it is done or the process ends. */
	async function persist(meeting: string): Promise<void> {
		for (let pause = FIRST_RETRY; !closing.signal.aborted; pause = Math.min(pause * 2, LAST_RETRY)) {
			try {
				stale.delete(meeting);
				await make(meeting);
				if (!stale.has(meeting)) return;
			} catch (error) {
				report('record-not-kept', error, { meeting });
				// The end of the process ends the waiting.
				await wait(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {});
			}
		}
	}

	function keep(meeting: string): Promise<void> {
		const known = underway.get(meeting);
		if (known) stale.add(meeting);
		const kept = known ?? persist(meeting).finally(() => underway.delete(meeting));
		underway.set(meeting, kept);
		return kept;
	}

	/** What a crash left without a record, or sealed without anybody's being told; then what cannot be found yet. */
	async function sweep(): Promise<void> {
		const unkept = await db
			.select({ meeting: events.meeting })
			.from(events)
			.leftJoin(records, eq(records.meeting, events.meeting))
			.where(and(eq(events.type, 'meeting.ended'), isNull(records.meeting)));
		const kept = db.select({ meeting: events.meeting }).from(events).where(eq(events.type, 'record.kept'));
		const untold = await db
			.select({ meeting: events.meeting })
			.from(events)
			.where(and(eq(events.type, 'record.sealed'), notInArray(events.meeting, kept)));
		for (const { meeting } of [...unkept, ...untold]) if (!closing.signal.aborted) await keep(meeting);
		for (const meeting of await unfilled(db)) if (!closing.signal.aborted) await makeFindable(meeting);
	}

	/** One that cannot be read must not keep the others from being found. */
	async function makeFindable(meeting: string): Promise<void> {
		try {
			// Last what says that it is done.
			await refillModel(db, meeting);
			await refill(db, meeting);
		} catch (error) {
			report('record-not-findable', error, { meeting });
		}
	}

	rooms.onCommitted(({ id, meeting }, committed) => {
		if (meeting.phase === 'ended' && committed.some(changesRecord)) void keep(id);
	});
	const swept = sweep().catch((error: unknown) => {
		if (!closing.signal.aborted) report('records-not-swept', error);
	});

	return {
		async of(meeting) {
			await underway.get(meeting);
			const found = await stored(meeting);
			if (found && (await isWhole(found))) return found;
			await make(meeting);
			return stored(meeting);
		},
		open({ sha256, canonical }) {
			const known = opened.get(sha256);
			const record = known?.record ?? (JSON.parse(canonical) as MeetingRecord);
			const open = known ?? { record, meeting: foldOf(record.events) };
			opened.delete(sha256);
			opened.set(sha256, open);
			for (const oldest of opened.keys()) if (opened.size > MOST_OPEN) opened.delete(oldest);
			return open;
		},
		async close() {
			closing.abort();
			await Promise.all([swept, ...underway.values()]);
		}
	};
}

/** Turning the screen and refused attempts are in the record as well, but none is made for them alone. */
function changesRecord({ type }: LoggedEvent): boolean {
	const isAside = type === 'command.refused' || type === 'record.kept' || type === 'projection.shown';
	return !isAside && !type.startsWith('wall.');
}

/** Another process may have been quicker and further. */
async function put(db: Pick<Database, 'insert'>, row: StoredRecord): Promise<void> {
	await db
		.insert(records)
		.values(row)
		.onConflictDoUpdate({ target: records.meeting, set: row, setWhere: lt(records.seq, row.seq) });
}

function rowOf(record: MeetingRecord): StoredRecord {
	const canonical = canonicalize(record) ?? '';
	const { id, cell, endedAt } = record.meeting;
	return {
		meeting: id,
		cell: cell.id,
		endedAt: endedAt ?? 0,
		sealedAt: record.sealed?.at ?? null,
		seq: record.seq,
		sha256: createHash('sha256').update(canonical).digest('hex'),
		canonical
	};
}
