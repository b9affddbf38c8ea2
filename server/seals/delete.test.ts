import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { heldAndSealed } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { fillWords, refill } from '../archive/fill.ts';
import { refillModel } from '../archive/models.ts';
import { paperFiles, publications, records, recordWords, snapshots, uploads } from '../db/tables.ts';
import { sayDone, takeBack } from '../handbook/proofs.ts';
import { keepFile } from '../papers/files.ts';
import { extractOf, NOTHING, openPartOf } from '../publication/extract.ts';
import { publish } from '../publication/publish.ts';
import { appendSeal } from './append.ts';
import { deleteRecord } from './delete.ts';
import { verifyDatabase } from './verify.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
	await heldAndSealed(server, 'one', 'cell');
});
afterEach(() => server.close());

const BY = { id: 'm01', name: 'Nguyễn Văn m01' };
const deleted = () => deleteRecord(server.app, { meeting: 'one', by: 'm01', reason: 'Hết thời hạn lưu trữ' });

async function stored() {
	const found = await server.app.records.of('one');
	return found ?? Promise.reject(new Error('nothing is sealed'));
}

/** Begins the deletion, lets `meanwhile` begin when it has removed nearly everything, and then both come to their end. */
async function inItsMidst<T>(meanwhile: () => Promise<T>): Promise<T> {
	const { sql } = server.app;
	let going: Promise<unknown> = Promise.resolve();
	let other: Promise<T> | undefined;
	await sql.begin(async (holding) => {
		// The deletion comes to this row late and waits for it; the other then waits for the deletion.
		await holding`select 1 from events where meeting = 'one' for update`;
		going = deleted();
		await until(async () => (await waiting()) >= 1);
		other = meanwhile();
		other.catch(() => {});
		// Whoever does not wait is done by then.
		await Promise.race([other.catch(() => {}), until(async () => (await waiting()) >= 2), wait(3_000)]);
	});
	await going;
	if (!other) throw new Error('nothing was begun');
	return other;
}

/** How many wait for a lock in this database. */
async function waiting(): Promise<number> {
	const [row] = await server.app.sql<{ n: number }[]>`
		select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
	return row?.n ?? 0;
}

async function nothingIsLeft(): Promise<void> {
	const { db, sql } = server.app;
	for (const table of [records, recordWords, publications, uploads, paperFiles] as const)
		expect(await db.select().from(table).where(eq(table.meeting, 'one'))).toEqual([]);
	expect(await db.select().from(snapshots)).toEqual([]);
	expect((await verifyDatabase(sql, { keys: null, checkpoints: [] })).findings).toEqual([]);
}

test('[PB8] [SE9] a record that is published in the moment of its deletion is not published', async () => {
	const open = openPartOf(server.app.records.open(await stored()));
	const extract = extractOf(open, NOTHING, { number: 1, hash: 'a'.repeat(64), at: 1 });
	expect(await inItsMidst(() => publish(server.app, BY, extract, NOTHING))).toBe(false);
	await nothingIsLeft();
});

test('[HB5] [SE9] proof that is noted in the moment of the deletion goes with it', async () => {
	const said = { meeting: 'one', what: 'record', by: BY } as const;
	const proof = { name: 'a.png', kind: 'png', content: Buffer.from('secret') } as const;
	expect(await inItsMidst(() => sayDone(server.app, said, { reference: '1', proof }))).toBe(false);
	await takeBack(server.app, said, 'nhầm');
	await nothingIsLeft();
});

test('[SE9] neither a paper’s file nor the words that a record is found by are kept after its deletion', async () => {
	const { db } = server.app;
	const record = JSON.parse((await stored()).canonical) as MeetingRecord;
	const at = { meeting: 'one', paper: 'p1' };
	const both = await inItsMidst(() =>
		Promise.all([keepFile(db, at, 'a.txt', Buffer.from('Bí mật')), fillWords(db, record), refill(db, 'one')])
	);
	expect(both[0]).toEqual({ refused: 'deleted' });
	await nothingIsLeft();
});

test('[PB8] the words of a model that are made anew in the moment of the deletion go with it', async () => {
	const open = openPartOf(server.app.records.open(await stored()));
	const extract = extractOf(open, NOTHING, { number: 1, hash: 'a'.repeat(64), at: 1 });
	expect(await publish(server.app, BY, extract, NOTHING)).toBe(true);
	await inItsMidst(() => refillModel(server.app.db, 'one'));
	await nothingIsLeft();
});

test('[SE9] a text that was open when the record was deleted leaves nothing of itself', async () => {
	const second = await server.sibling();
	expect(await second.app.documents.open('one', 'minutes')).not.toBeNull();
	await deleted();
	await second.close();
	await nothingIsLeft();
});

test('[SE9] who had read the record before it was deleted does not seal it again', async () => {
	const { db, sealKey } = server.app;
	const { canonical, cell } = await stored();
	await deleted();
	const again = {
		cell,
		kind: 'record',
		meeting: 'one',
		at: 1,
		by: 'm01',
		log: null,
		of: null,
		reason: null
	} as const;
	const link = await appendSeal(db, await sealKey.current(), { ...again, canonical }, () =>
		Promise.reject(new Error('it came back'))
	);
	expect(link).toBeNull();
	await nothingIsLeft();
});
