/** Backup of what is going on, restore into an empty database, and the meeting goes on there (R9). */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { createAuth } from '../../server/auth/auth.ts';
import { backup } from '../../server/backup/backup.ts';
import { connect } from '../../server/db/client.ts';
import type { Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { freshDatabase } from '../database.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { seed } from '../support/seed.ts';
import { Client, until } from '../support/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-backup-'));
	await chmod(made, 0o755);
	endings.push(() => rm(made, { recursive: true, force: true }));
	return made;
}

async function cli(
	args: readonly string[],
	env: NodeJS.ProcessEnv
): Promise<{ code: number; out: string; said: string }> {
	const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
	return promisify(execFile)(process.execPath, ['server/cli.mjs', ...args], options).then(
		({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
		({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
			code,
			out: stdout,
			said: stderr
		})
	);
}

async function serving(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
	const server = new ServerProcess(await freePort(), env);
	endings.push(() => server.kill('SIGTERM'));
	await server.start();
	return server;
}

async function database(): Promise<string> {
	const { url, drop } = await freshDatabase();
	endings.push(drop);
	return url;
}

async function must(client: Client, command: Command): Promise<void> {
	expect(await client.send(command), command.type).toMatchObject({ ok: true });
}

/** Every event of the log, as whoever may see all of it is shown it. */
async function logOf(url: string, meeting: string): Promise<LoggedEvent[]> {
	const { sql, close } = connect(url);
	const rows = await sql<
		{ event: LoggedEvent }[]
	>`select event from events where meeting = ${meeting} order by seq`;
	await close();
	return rows.map(({ event }) => event);
}

/** What a whole database is, table by table. */
async function picture(url: string): Promise<Record<string, string>> {
	const { sql, close } = connect(url);
	const tables = await sql<
		{ name: string }[]
	>`select tablename as name from pg_tables where schemaname = 'public'`;
	const found: Record<string, string> = {};
	for (const { name } of tables) {
		const [row] =
			await sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as all from ${sql(name)} t`;
		found[name] = String(row?.all);
	}
	await close();
	return found;
}

test(
	'embedded: a room that is being written in is backed up, restored elsewhere, and ends there',
	{ timeout: 180_000 },
	async () => {
		const [from, to] = [await folder(), await folder()];
		const source = { DATA_DIR: join(from, 'data'), DATABASE_URL: '', SEAL_KEY: '' };
		const target = { DATA_DIR: join(to, 'data'), DATABASE_URL: '', SEAL_KEY: '' };
		const server = await serving(source);
		const { meeting, otherMeeting, sessions } = await seed(source, { members: 4, observers: 1 });
		const other = await new Client(server, sessions.otherSecretary, otherMeeting).ready();
		await must(other, { type: 'meeting.end', override: '-' });
		await must(other, { type: 'record.seal' });
		await until(() => other.events.some(({ type }) => type === 'record.kept'));

		const chair = await new Client(server, sessions.secretary, meeting).ready();
		let isOver = false;
		const asked: string[] = [];
		const busy = (async () => {
			for (let n = 0; !isOver; n += 1) {
				await must(chair, { type: 'question.add', ref: `q${n}`, text: `Câu hỏi ${n}` }).catch(
					() => undefined
				);
				asked.push(`q${n}`);
				await must(chair, { type: 'question.remove', question: `q${n}` }).catch(() => undefined);
			}
		})();
		await until(() => asked.length > 20);
		const file = join(from, 'backup');
		expect(await cli(['backup', file], source)).toMatchObject({ code: 0, said: '' });
		isOver = true;
		await busy;
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect(await cli(['backup', file], source)).toMatchObject({
			code: 2,
			said: `${file} is there already: a backup never replaces another file.\n`
		});
		const before = chair.events;
		expect(await server.kill('SIGTERM')).toBe(0);

		const restored = await cli(['restore', file], target);
		expect(restored, restored.said).toMatchObject({ code: 0 });
		expect(restored.out).toContain('Checked with the key of this installation.\nEverything holds.\n');
		expect(await readFile(join(target.DATA_DIR, 'seal-key.pem'), 'utf8')).toBe(
			await readFile(join(source.DATA_DIR, 'seal-key.pem'), 'utf8')
		);
		const next = await serving(target);
		const again = await new Client(next, sessions.secretary, meeting).ready();
		expect(again.seq).toBeGreaterThan(20);
		expect(before.slice(0, again.seq)).toEqual(again.events);
		await must(again, { type: 'meeting.end', override: '-' });
		await must(again, { type: 'record.seal' });
		await until(() => again.events.some(({ type }) => type === 'record.kept'));
		expect(await cli(['verify'], target)).toMatchObject({ code: 0 });
		for (const client of [chair, other, again]) client.close();
	}
);

describe('DATABASE_URL', () => {
	test(
		'a backup in the middle of a play is a committed moment of it, and the meeting goes on',
		{ timeout: 180_000 },
		async () => {
			const [home, url, elsewhere] = [await folder(), await database(), await database()];
			const env = { DATABASE_URL: url, DATA_DIR: home, SEAL_KEY: join(home, 'seal-key.pem') };
			const meeting = 'mtg-2026-11';
			const playing = cli(['play', 'tests/scripts/sample-meeting.json'], env);
			const { sql, close } = connect(url);
			endings.push(close);
			const isRunning = async () =>
				(await sql`select 1 from pg_tables where tablename = 'events'`).length > 0 &&
				(await sql`select 1 from events where meeting = ${meeting} and type = 'vote.put'`).length > 0;
			await until(isRunning, 60_000);
			const file = join(home, 'backup');
			await backup(sql, file, { sealKey: env.SEAL_KEY, now: 0 });
			expect(await playing).toMatchObject({ code: 0 });

			const there = { DATABASE_URL: elsewhere, DATA_DIR: await folder(), SEAL_KEY: '' };
			const restored = await cli(['restore', file], there);
			expect(restored, restored.said).toMatchObject({ code: 0 });
			const [whole, part] = [await logOf(url, meeting), await logOf(elsewhere, meeting)];
			expect(part.length).toBeLessThan(whole.length);
			expect(whole.slice(0, part.length)).toEqual(part);
			expect(part.some(({ type }) => type === 'meeting.ended')).toBe(false);

			const connection = connect(elsewhere);
			const auth = createAuth({ db: connection.db, secure: false });
			const { account, cookie } = await auth.newDevice();
			await auth.bind(account, 'm01');
			await connection.close();
			const server = await serving(there);
			const chair = await new Client(server, `${cookie.name}=${cookie.value}`, meeting).ready();
			const open = chair.events.findLast((event) => event.type === 'vote.put');
			if (open?.type === 'vote.put') await chair.send({ type: 'vote.cancel', vote: open.vote });
			await must(chair, { type: 'meeting.end', override: 'khôi phục' });
			await must(chair, { type: 'record.seal' });
			await until(() => chair.events.some(({ type }) => type === 'record.kept'));
			chair.close();
			expect(await cli(['verify'], there)).toMatchObject({ code: 0 });
		}
	);

	test('what was restored is what was there, to the last column', { timeout: 120_000 }, async () => {
		const [home, url, elsewhere] = [await folder(), await database(), await database()];
		const env = { DATABASE_URL: url, DATA_DIR: home, SEAL_KEY: join(home, 'seal-key.pem') };
		expect(await cli(['play', 'tests/scripts/marks.json'], env)).toMatchObject({ code: 0 });
		const file = join(home, 'backup');
		expect(await cli(['backup', file], env)).toMatchObject({ code: 0 });
		const there = { DATABASE_URL: elsewhere, DATA_DIR: await folder(), SEAL_KEY: '' };
		expect(await cli(['restore', file, '--json'], there)).toMatchObject({ code: 0 });
		expect(await picture(elsewhere)).toEqual(await picture(url));
		expect(await cli(['restore', file], there)).toMatchObject({
			code: 2,
			said: expect.stringMatching(/^The database is not empty: .+\n$/) as string
		});

		await refusesUnfit(file, home);
	});

	async function refusesUnfit(file: string, home: string): Promise<void> {
		const bytes = await readFile(file);
		const [cut, changed, other] = ['cut', 'changed', 'other'].map((name) => join(home, name)) as [
			string,
			string,
			string
		];
		await writeFile(cut, bytes.subarray(0, bytes.length - 40));
		await writeFile(
			changed,
			bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1)
		);
		await writeFile(other, 'no backup');
		const empty = { DATABASE_URL: await database(), DATA_DIR: await folder(), SEAL_KEY: '' };
		for (const unfit of [cut, changed, other])
			expect(await cli(['restore', unfit], empty)).toMatchObject({
				code: 2,
				out: '',
				said: `${unfit} is no backup, or not a whole one.\n`
			});
		expect(await cli(['restore', join(home, 'none')], empty)).toMatchObject({
			code: 2,
			said: `There is no file ${join(home, 'none')}.\n`
		});
		// Nothing of it stayed behind.
		expect(await cli(['restore', file], empty)).toMatchObject({ code: 0 });
	}
});
