import type { ISql, TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical, hashAfter, signed, type Entry } from '../../src/lib/seal/chain.ts';
import { headIn } from '../../src/lib/seal/checkpoint.ts';
import { lineOf } from '../../src/lib/seal/line.ts';
import { act, foundAfter, held, heldAndSealed, manySealed } from '../../tests/support/sealed.ts';
import { SEAL_KEY, startServer, type TestServer } from '../../tests/support/server.ts';
import type { StoredLink } from './append.ts';
import { correct } from './correct.ts';
import { keyOf, newPrivateKey } from './keys.ts';
import { headsIn } from './stored.ts';
import { tools } from './tools.ts';
import { verifyDatabase, type Against, type Verified } from './verify.ts';

const ANY: Against = { keys: null, checkpoints: [] };
let server: TestServer;
beforeAll(async () => {
	server = await startServer();
	await manySealed(server);
});
afterAll(() => server.close());

/** What checking finds after a change past every trigger, which is then undone. */
const after = (change: (sql: TransactionSql) => Promise<unknown>, against = ANY) =>
	foundAfter(server.app.sql, change, against);

const faults = ({ findings }: Verified) => findings.map(({ fault, cell, number }) => [fault, cell, number]);

describe('what was sealed holds', () => {
	test('[SE4] [SE10] every entry, by the keys of the database and by the right key alone', async () => {
		const { sql } = server.app;
		const all = { cells: 2, entries: 8, records: 4, deleted: 1, keys: [SEAL_KEY.id], findings: [] };
		expect(await verifyDatabase(sql, ANY)).toEqual(all);
		const keys = new Map([[SEAL_KEY.id, SEAL_KEY.publicKey]]);
		expect(await verifyDatabase(sql, { ...ANY, keys })).toEqual(all);
	});

	test('[SE9] a deletion takes the content, the correction and the log, and leaves the entries', async () => {
		const { sql } = server.app;
		expect(await sql`select number, kind from seals where meeting = 'deleted' order by number`).toEqual([
			{ number: 3, kind: 'record' },
			{ number: 5, kind: 'correction' },
			{ number: 6, kind: 'deletion' }
		]);
		for (const table of ['records', 'corrections', 'events'])
			expect(await sql`select 1 from ${sql(table)} where meeting = 'deleted'`, table).toEqual([]);
		for (const table of ['updates', 'clients', 'snapshots'])
			expect(await sql`select 1 from ${sql(table)} where document like 'deleted/%'`, table).toEqual([]);
		const { app } = server;
		const by = { id: 'm01', name: 'Nguyễn Văn m01' };
		expect(await correct(app, { meeting: 'deleted', by, reason: 'r', text: 't' })).toBeNull();
	});

	test('[SE8] only what is sealed can be corrected', async () => {
		const by = { id: 'm01', name: 'Nguyễn Văn m01' };
		expect(await correct(server.app, { meeting: 'mtg', by, reason: 'r', text: 't' })).toBeNull();
	});

	test('[SE6] the server’s own role can neither change nor remove what is sealed', async () => {
		const { sql } = server.app;
		for (const table of ['seals', 'seal_keys', 'corrections', 'records'])
			for (const act of ['delete', 'truncate', 'update'] as const) {
				const column = table === 'seal_keys' ? 'public_key' : table === 'seals' ? 'hash' : 'canonical';
				const statement =
					act === 'update'
						? sql`update ${sql(table)} set ${sql(column)} = 'x'`
						: act === 'delete'
							? sql`delete from ${sql(table)}`
							: sql`truncate ${sql(table)} cascade`;
				await expect(statement, `${act} ${table}`).rejects.toThrow('append-only');
			}
	});
});

describe('what was done to it is found', () => {
	test('an edit, a removal, an insertion and a swap are told by their place', async () => {
		expect(
			faults(
				await after(
					(sql) =>
						sql`update records set canonical = replace(canonical, 'ghi rõ', 'bỏ') where meeting = 'one'`
				)
			)
		).toEqual([['content-changed', 'north', 1]]);
		expect(
			faults(
				await after(
					(sql) =>
						sql`update seals set entry = replace(entry, 'm01', 'm02') where cell = 'north' and number = 2`
				)
			)
		).toEqual([['changed', 'north', 2]]);
		expect(faults(await after((sql) => sql`delete from seals where cell = 'north' and number = 2`))).toEqual([
			['missing', 'north', 2],
			['not-in-chain', 'north', null],
			['not-in-chain', 'north', 2]
		]);
		const swapped = await after(
			(sql) => sql`
				update seals a set entry = b.entry, hash = b.hash, signature = b.signature
				from seals b where a.cell = 'north' and b.cell = 'north' and a.number + b.number = 3`
		);
		expect(faults(swapped)).toEqual(
			expect.arrayContaining([
				['misplaced', 'north', 1],
				['misplaced', 'north', 2],
				['unsigned', 'north', 1],
				['unsigned', 'north', 2]
			])
		);
		const inserted = await after(
			(sql) => sql`
				insert into seals select cell, 9, 'new', kind, entry, hash, signature, key from seals
				where cell = 'north' and number = 2`
		);
		expect(faults(inserted).map(([fault]) => fault)).toEqual(
			expect.arrayContaining(['misplaced', 'unsigned'])
		);
	});

	test('[SE10] an entry that somebody signed with a key of their own, by whoever has the right key from elsewhere', async () => {
		const own = keyOf(newPrivateKey(), 'another');
		const forged = async (sql: ISql) => {
			const [last] = await sql<StoredLink[]>`select * from seals where cell = 'south' and number = 2`;
			if (!last) throw new Error('no entry');
			const entry = canonical({
				...(JSON.parse(last.entry) as Entry),
				number: 3,
				meeting: 'forged',
				kind: 'correction'
			});
			const hash = hashAfter(last.hash, entry, tools);
			const signature = own.sign(signed('south', 3, hash));
			const content = (JSON.parse(entry) as Entry).content === null ? '' : null;
			await sql`insert into seal_keys values (${own.id}, ${own.publicKey})`;
			await sql`
				insert into seals select cell, 3, 'forged', 'correction', ${entry}, ${hash}, ${signature}, ${own.id}
				from seals where cell = 'south' and number = 2`;
			await sql`
				insert into corrections select 'south', 3, 'forged', coalesce(${content}, canonical) from records where meeting = 'last'`;
		};
		expect(faults(await after(forged))).toEqual([]);
		const keys = new Map([[SEAL_KEY.id, SEAL_KEY.publicKey]]);
		expect(faults(await after(forged, { ...ANY, keys }))).toEqual([['unknown-key', 'south', 3]]);
	});

	test('[SE11] a tail that was cut off, against a checkpoint and no other way', async () => {
		const heads = await headsIn(server.app.sql);
		expect(heads.map(({ cell, number }) => [cell, number])).toEqual([
			['north', 6],
			['south', 2]
		]);
		const checkpoints = heads.map((head) => headIn(lineOf(head)) ?? head);
		expect(checkpoints).toEqual(heads);
		expect((await verifyDatabase(server.app.sql, { ...ANY, checkpoints })).findings).toEqual([]);
		const cut = async (sql: ISql) => {
			await sql`delete from seals where meeting = 'last'`;
			await sql`delete from records where meeting = 'last'`;
			await sql`delete from events where meeting = 'last'`;
		};
		expect(faults(await after(cut))).toEqual([]);
		expect(faults(await after(cut, { ...ANY, checkpoints }))).toEqual([['cut', 'south', 2]]);
		const none = async (sql: ISql) => {
			await sql`delete from seals where cell = 'south'`;
			for (const table of ['records', 'events'])
				await sql`delete from ${sql(table)} where meeting in ('last', 'other')`;
		};
		expect(faults(await after(none, { ...ANY, checkpoints }))).toEqual([['cut', 'south', 2]]);
	});

	test('[SE11] a checkpoint of another history, and one that nobody signed', async () => {
		const [north] = await headsIn(server.app.sql);
		if (!north) throw new Error('no chain');
		const foreign = { ...north, hash: north.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
		expect(faults(await verifyDatabase(server.app.sql, { ...ANY, checkpoints: [foreign] }))).toEqual([
			['checkpoint-unsigned', 'north', 6]
		]);
	});
});

test('records of one cell that are sealed at once stand one after the other', async () => {
	const meetings = ['at-once-1', 'at-once-2', 'at-once-3'];
	for (const id of meetings) await held(server, id, 'west');
	await Promise.all(meetings.map((id) => act(server, id, 'm01', { type: 'record.seal' })));
	for (const id of meetings) await server.app.records.of(id);
	const { sql } = server.app;
	expect(await sql`select number from seals where cell = 'west' order by number`).toEqual(
		[1, 2, 3].map((number) => ({ number }))
	);
	expect((await verifyDatabase(sql, ANY)).findings).toEqual([]);
	await heldAndSealed(server, 'later', 'west');
	expect((await server.app.rooms.get('later'))?.meeting.seal?.kept?.number).toBe(4);
});
