import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, migrate } from '../../server/db/client.ts';
import { migrationsFolder } from '../../server/db/open.ts';
import { memoryLog } from '../../server/log/memory.ts';
import {
	Conflict,
	type CountAppend,
	type DocumentAppend,
	type EventAppend,
	type Log
} from '../../server/log/port.ts';
import { postgresLog } from '../../server/log/postgres.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { freshDatabase } from '../database.ts';

/** Each form of the log keeps the same promises. */
function contract(name: string, make: () => Log): void {
	describe(name, () => {
		let made = 0;
		const meeting = () => `m-${name}-${++made}`;
		const event = (seq: number): LoggedEvent => ({ seq, at: 1_000 + seq, by: 'm01', type: 'notice.sent' });
		const events = (id: string, expected: number, count: number): EventAppend => ({
			stream: 'meeting',
			meeting: id,
			expected,
			events: Array.from({ length: count }, (_, i) => event(expected + 1 + i))
		});
		const update = (id: string, expected: number, change: Partial<DocumentAppend> = {}): DocumentAppend => ({
			stream: 'document',
			document: `${id}/minutes`,
			expected,
			epoch: 0,
			raiseEpoch: false,
			parts: [{ author: 'm01', at: 5, update: Uint8Array.of(expected, 255, 0, 7) }],
			clients: [],
			...change
		});

		test('gives events back in order, after a number, up to a limit', async () => {
			const log = make();
			const id = meeting();
			await log.append([events(id, 0, 3)]);
			await log.append([events(id, 3, 2)]);
			expect((await log.events(id, 0, 100)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
			expect(await log.events(id, 3, 1)).toEqual([event(4)]);
			expect(await log.events('nobody', 0, 10)).toEqual([]);
		});

		test('the second of two appends after one number loses and leaves nothing', async () => {
			const log = make();
			const id = meeting();
			await log.append([events(id, 0, 1)]);
			const results = await Promise.allSettled([
				log.append([events(id, 1, 1)]),
				log.append([events(id, 1, 2)])
			]);
			expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
			expect(results[1]).toMatchObject({ reason: expect.any(Conflict) });
			expect(await log.events(id, 0, 100)).toHaveLength(2);
		});

		test('a group is taken whole or not at all', async () => {
			const log = make();
			const id = meeting();
			await log.append([events(id, 0, 1), update(id, 0)]);
			await expect(log.append([events(id, 1, 1), update(id, 7)])).rejects.toThrow(Conflict);
			await expect(log.append([update(id, 1), events(id, 9, 1)])).rejects.toThrow(Conflict);
			expect(await log.events(id, 0, 100)).toHaveLength(1);
			expect((await log.document(`${id}/minutes`))?.seq).toBe(1);
		});

		test('a count gives each number once, together with what it was given for', async () => {
			const log = make();
			const [one, two] = [meeting(), meeting()];
			const count: CountAppend = { stream: 'count', count: `:${name}/NQ`, expected: 0, to: 11 };
			expect(await log.last(count.count)).toBe(0);
			await log.append([events(one, 0, 1), count]);
			expect(await log.last(count.count)).toBe(11);
			await expect(log.append([events(two, 0, 1), count])).rejects.toThrow(Conflict);
			expect(await log.events(two, 0, 100)).toEqual([]);
			const next = { ...count, expected: 11, to: 12 };
			const both = [one, two].map((id) => log.append([events(id, id === one ? 1 : 0, 1), next]));
			const statuses = (await Promise.allSettled(both)).map(({ status }) => status);
			expect(statuses).toEqual(['fulfilled', 'rejected']);
			expect(await log.last(count.count)).toBe(12);
		});

		test('one group in conflict does not fail its neighbours', async () => {
			const log = make();
			const ids = Array.from({ length: 20 }, meeting);
			await Promise.all(ids.map((id) => log.append([events(id, 0, 1)])));
			const results = await Promise.allSettled(
				ids.map((id, i) => log.append([events(id, i === 7 ? 0 : 1, 1)]))
			);
			expect(results.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([7]);
		});

		test('nobody commits past an epoch that rose', async () => {
			const log = make();
			const id = meeting();
			await log.append([update(id, 0)]);
			await log.append([update(id, 1, { parts: [], raiseEpoch: true })]);
			await expect(log.append([update(id, 1)])).rejects.toThrow(Conflict);
			await log.append([update(id, 1, { epoch: 1 })]);
			expect(await log.document(`${id}/minutes`)).toMatchObject({ seq: 2, epoch: 1 });
		});

		test('keeps parts, authors, times and the owners of client ids', async () => {
			const log = make();
			const id = meeting();
			const parts = [
				{ author: 'm01', at: 1_793_000_000_000, update: Uint8Array.of(0, 1, 2, 255) },
				{ author: 'o1', at: 1_793_000_000_001, update: new Uint8Array(0) }
			];
			await log.append([update(id, 0, { parts, clients: [{ client: 4_294_967_295, person: 'm01' }] })]);
			const stored = await log.document(`${id}/minutes`);
			expect(stored?.batches.map(({ seq }) => seq)).toEqual([1]);
			expect(stored?.batches[0]?.parts.map((part) => ({ ...part, update: [...part.update] }))).toEqual(
				parts.map((part) => ({ ...part, update: [...part.update] }))
			);
			expect(stored?.clients).toEqual([{ client: 4_294_967_295, person: 'm01' }]);
			expect(await log.document('m/none')).toBeNull();
		});

		test('keeps any letters as they are', async () => {
			const log = make();
			const id = meeting();
			const text = 'dấu "nháy", gạch \\ chéo, {ngoặc}, phẩy, NULL, 👩‍👩‍👧 và\nxuống dòng';
			const posted: LoggedEvent = {
				seq: 1,
				at: 1,
				by: 'm01',
				type: 'comment.posted',
				comment: 'k',
				person: 'm01',
				on: { kind: 'item', ref: 'a' },
				text,
				held: false
			};
			await log.append([{ stream: 'meeting', meeting: id, expected: 0, events: [posted] }]);
			expect(await log.events(id, 0, 1)).toEqual([posted]);
		});

		test('a client id that is somebody else’s is refused', async () => {
			const log = make();
			const id = meeting();
			await log.append([update(id, 0, { clients: [{ client: 5, person: 'm01' }] })]);
			await expect(log.append([update(id, 1, { clients: [{ client: 5, person: 'm02' }] })])).rejects.toThrow(
				Conflict
			);
		});

		test('a snapshot stands beside the updates and never goes back', async () => {
			const log = make();
			const id = meeting();
			for (let seq = 0; seq < 3; seq++) await log.append([update(id, seq)]);
			await log.saveSnapshot(`${id}/minutes`, 2, Uint8Array.of(9));
			await log.saveSnapshot(`${id}/minutes`, 1, Uint8Array.of(8));
			const stored = await log.document(`${id}/minutes`);
			expect(stored?.snapshot && { seq: stored.snapshot.seq, state: [...stored.snapshot.state] }).toEqual({
				seq: 2,
				state: [9]
			});
			expect(stored?.batches.map(({ seq }) => seq)).toEqual([3]);
			expect((await log.since(`${id}/minutes`, 0))?.batches.map(({ seq }) => seq)).toEqual([1, 2, 3]);
		});

		test('no snapshot is put where there is no document, or not any more', async () => {
			const log = make();
			const id = meeting();
			await log.saveSnapshot(`${id}/minutes`, 2, Uint8Array.of(9));
			await log.append([update(id, 0)]);
			expect((await log.document(`${id}/minutes`))?.snapshot).toBeNull();
		});
	});
}

const shared = memoryLog();
contract('memory', () => shared);

let sql: Sql;
let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
	database = await freshDatabase();
	await migrate(database.url, { folder: migrationsFolder() });
	({ sql } = connect(database.url));
});
afterAll(async () => {
	await sql.end();
	await database.drop();
});
contract('postgres', () => postgresLog(sql));
