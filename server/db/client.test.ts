import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { assertDurable, connect, migrate, UnfitDatabase } from './client.ts';

const folder = fileURLToPath(new URL('../../drizzle', import.meta.url));
const journal: { entries: { when: number }[] } = JSON.parse(
	readFileSync(join(folder, 'meta/_journal.json'), 'utf8')
);

let open: Sql[] = [];
let made: FreshDatabase[] = [];
afterEach(async () => {
	await Promise.all(open.map((sql) => sql.end()));
	await Promise.all(made.map((database) => database.drop()));
	open = [];
	made = [];
});

function raw(url: string): Sql {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	open.push(sql);
	return sql;
}

/** A folder with one migration, gone with the test. */
function folderWith(migration: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, 'meta'));
	writeFileSync(join(folder, 'one.sql'), migration);
	const entries = [{ idx: 0, version: '7', when: 1, tag: 'one', breakpoints: true }];
	writeFileSync(
		join(folder, 'meta/_journal.json'),
		JSON.stringify({ version: '7', dialect: 'postgresql', entries })
	);
	return folder;
}

async function connected() {
	const database = await freshDatabase();
	const { url } = database;
	made.push(database);
	return { url, sql: raw(url), reconnected: () => open[open.push(connect(url).sql) - 1] as Sql };
}

describe('a connection', () => {
	test('limits statements to 5 s, waiting for locks to 2 s and idle transactions to 10 s', async () => {
		const { reconnected } = await connected();
		const [limits] = await reconnected()`
			select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
			       current_setting('idle_in_transaction_session_timeout') as idle`;
		expect(limits).toEqual({ statement: '5s', lock: '2s', idle: '10s' });
	});

	test('gives up waiting for a lock that somebody else holds', async () => {
		const { sql, reconnected } = await connected();
		await sql`create table held (id int)`;
		const other = reconnected();
		await sql.begin(async (holder) => {
			await holder`lock table held`;
			await expect(other`select * from held`).rejects.toMatchObject({ code: '55P03' });
		});
	});

	test('speaks Drizzle with the tables', async () => {
		const { url } = await connected();
		await migrate(url, { folder });
		const { db, close } = connect(url);
		expect(await db.query.accounts.findMany()).toEqual([]);
		await close();
	});
});

describe('a database that could lose what it confirmed', () => {
	/** What the server itself says of fsync cannot be changed for one database; a view of that name can stand before it. */
	async function saying(fsync: string, commit: string) {
		const { url, sql, reconnected } = await connected();
		await sql`create view pg_settings as select * from (values ('fsync', ${sql.unsafe(`'${fsync}'`)}),
			('synchronous_commit', ${sql.unsafe(`'${commit}'`)})) as s (name, setting)`;
		await sql.unsafe(`alter database ${new URL(url).pathname.slice(1)} set search_path = public, pg_catalog`);
		return reconnected();
	}

	test('is refused with fsync off, in one line that says what to do', async () => {
		const refusal = await assertDurable(await saying('off', 'on')).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(UnfitDatabase);
		expect(String(refusal)).toMatch(/^Error: The database has fsync = off .* set fsync = on\.$/);
	});

	test('is refused with synchronous_commit off', async () => {
		const { url, sql, reconnected } = await connected();
		await sql.unsafe(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
		await expect(assertDurable(reconnected())).rejects.toThrow('synchronous_commit = off');
	});

	test.each(['on', 'local', 'remote_write', 'remote_apply'])(
		'is not one with synchronous_commit = %s',
		async (commit) => {
			await assertDurable(await saying('on', commit));
		}
	);
});

describe('migrating', () => {
	const applied = async (sql: Sql) =>
		(
			await sql<{ when: string }[]>`select created_at as when from drizzle.__drizzle_migrations order by 1`
		).map((row) => Number(row.when));
	const journalled = journal.entries.map((entry) => entry.when);

	test('by many processes at once happens once', async () => {
		const { url, sql } = await connected();
		await Promise.all(Array.from({ length: 5 }, () => migrate(url, { folder })));
		expect(await applied(sql)).toEqual(journalled);
		await migrate(url, { folder });
		expect(await applied(sql)).toEqual(journalled);
		expect(await sql`select * from accounts`).toEqual([]);
	});

	test('waits for whoever migrates already, then finds it done', async () => {
		const { url, sql } = await connected();
		const slow = folderWith('lock table gate;--> statement-breakpoint\ncreate table made_once (id int);');
		await sql`create table gate (id int)`;
		const watcher = raw(url);
		let both: Promise<unknown> = Promise.resolve();
		await sql.begin(async (holder) => {
			await holder`lock table gate`;
			both = Promise.all([migrate(url, { folder: slow }), migrate(url, { folder: slow })]);
			const waiting = () => watcher`
				select locktype from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())
				order by 1`;
			await expect.poll(waiting).toEqual([{ locktype: 'advisory' }, { locktype: 'relation' }]);
		});
		await both;
		expect(await applied(sql)).toHaveLength(1);
	});

	test('leaves no connection behind', async () => {
		const { url, sql } = await connected();
		await migrate(url, { folder });
		await expect
			.poll(
				() =>
					sql`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
			)
			.toEqual([]);
	});

	test('is refused in one line where the database is newer than the program, and changes nothing', async () => {
		const { url, sql } = await connected();
		await migrate(url, { folder });
		await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.now() + 1e12})`;
		const before = await applied(sql);
		const refusal = await migrate(url, { folder }).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(UnfitDatabase);
		expect(String(refusal)).toMatch(/^Error: The database is newer than this program: [^\n]*\.$/);
		expect(await applied(sql)).toEqual(before);
	});

	test('is refused where another version of the program left a migration in between', async () => {
		const { url, sql } = await connected();
		await migrate(url, { folder });
		await sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`;
		await expect(migrate(url, { folder })).rejects.toThrow('another version');
	});

	test('that fails half-way leaves nothing of itself', async () => {
		const { url, sql } = await connected();
		const broken = folderWith('create table half (id int);--> statement-breakpoint\nselect 1/0;');
		await expect(migrate(url, { folder: broken })).rejects.toThrow();
		const [half] = await sql`select to_regclass('public.half') as name`;
		expect(half).toEqual({ name: null });
	});
});
