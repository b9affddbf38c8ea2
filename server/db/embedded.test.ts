import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { DataDirInUse, lockDataDir } from './data-dir-lock.ts';
import { DatabaseFailed, startEmbedded, type EmbeddedPostgres } from './embedded.ts';

const started: EmbeddedPostgres[] = [];
const folders: string[] = [];

afterEach(async () => {
	for (const server of started.splice(0)) await server.stop();
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-db-'));
	await chmod(made, 0o755);
	folders.push(made);
	return made;
}

async function start(dataDir: string, log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
	const server = await startEmbedded({ dataDir, log });
	started.push(server);
	return server;
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
	try {
		return await work(sql);
	} finally {
		await sql.end({ timeout: 1 });
	}
}

async function until(what: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!(await what())) {
		if (Date.now() > deadline) throw new Error('it did not happen in 20 s');
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

const postmaster = async (dataDir: string) =>
	Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
const isUp = (url: string) =>
	query(url, (sql) => sql`select 1`).then(
		() => true,
		() => false
	);
const count = (url: string) =>
	query(url, async (sql) => Number((await sql`select count(*) as n from kept`)[0]?.n));

test('keeps what was written over a stop and a start, and never without fsync', async () => {
	const dataDir = await folder();
	const first = await start(dataDir);
	await query(first.url, (sql) =>
		sql`create table kept (n int)`.then(() => sql`insert into kept values (1)`)
	);
	const settings = await query(
		first.url,
		(sql) => sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
	);
	expect(settings[0]).toEqual({ fsync: 'on', commit: 'on' });
	await first.stop();
	expect(await count((await start(dataDir)).url)).toBe(1);
});

test('starts again, with its data and on its port, when it is killed', async () => {
	const dataDir = await folder();
	const server = await start(dataDir);
	await query(server.url, (sql) => sql`create table kept (n int)`);
	process.kill(await postmaster(dataDir), 'SIGKILL');
	await until(() =>
		count(server.url).then(
			(n) => n === 0,
			() => false
		)
	);
});

/** A backend that does not notice the end of its postmaster: until it is let go, no new one can start. */
async function killedWithBusyBackend(server: EmbeddedPostgres, dataDir: string): Promise<{ letGo(): void }> {
	const sql = postgres(server.url, { max: 1, fetch_types: false, onnotice: () => {} });
	const backend = Number((await sql`select pg_backend_pid() as pid`)[0]?.pid);
	process.kill(backend, 'SIGSTOP');
	process.kill(await postmaster(dataDir), 'SIGKILL');
	return {
		letGo() {
			process.kill(backend, 'SIGCONT');
			void sql.end({ timeout: 0 });
		}
	};
}

test('tries one start at a time while it cannot start, then is up', { timeout: 30_000 }, async () => {
	const dataDir = await folder();
	const lines: string[] = [];
	const server = await start(dataDir, (line) => lines.push(line));
	let exits = 0;
	server.onExit(() => exits++);
	const busy = await killedWithBusyBackend(server, dataDir);
	try {
		await until(async () => lines.filter((line) => line.includes('did not start')).length >= 4);
		const tries = lines.filter((line) => line.startsWith('The database ended')).length;
		expect(tries).toBeLessThanOrEqual(5);
	} finally {
		busy.letGo();
	}
	await until(() => isUp(server.url));
	expect(exits).toBe(1);
});

test('a stop while it cannot start ends it for good', async () => {
	const dataDir = await folder();
	const lines: string[] = [];
	const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
	const busy = await killedWithBusyBackend(server, dataDir);
	try {
		await until(async () => lines.some((line) => line.includes('did not start')));
		await server.stop();
	} finally {
		busy.letGo();
	}
	const said = lines.length;
	await expect(isUp(server.url)).resolves.toBe(false);
	expect(lines).toHaveLength(said);
});

test('a start that cannot succeed is one error, and nothing is tried again', async () => {
	const dataDir = await folder();
	await (await start(dataDir)).stop();
	await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
	const lines: string[] = [];
	await expect(start(dataDir, (line) => lines.push(line))).rejects.toThrow(DatabaseFailed);
	expect(lines).toEqual([]);
});

test('starts at once where the number of the last server now belongs to another program', async () => {
	const dataDir = await folder();
	await (await start(dataDir)).stop();
	const left = [process.pid, join(dataDir, 'postgres'), 1, 54_321, '', '127.0.0.1', ''].join('\n');
	await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), left);
	const before = Date.now();
	await start(dataDir);
	expect(Date.now() - before).toBeLessThan(15_000);
});

test('says so when its password is not the one in the database', async () => {
	const dataDir = await folder();
	await (await start(dataDir)).stop();
	await writeFile(join(dataDir, 'postgres-password'), 'another');
	await expect(start(dataDir)).rejects.toThrow('refuses the password');
});

test('a folder with something else in it is left alone', async () => {
	const dataDir = await folder();
	await mkdir(join(dataDir, 'postgres'));
	await writeFile(join(dataDir, 'postgres', 'kept'), 'records');
	await expect(start(dataDir)).rejects.toThrow(DatabaseFailed);
	expect(await readFile(join(dataDir, 'postgres', 'kept'), 'utf8')).toBe('records');
});

test('is found again when it outlived a killed server', async () => {
	const dataDir = await folder();
	const module = new URL('./embedded.ts', import.meta.url).href;
	const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
		const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {} }); console.log(server.url); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const url = await new Promise<string>((resolve) =>
		child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
	);
	const pid = await postmaster(dataDir);
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
	const found = await start(dataDir);
	expect([found.url, await postmaster(dataDir)]).toEqual([url, pid]);
});

test('begins again where the first start was killed in the middle', async () => {
	const dataDir = await folder();
	const module = new URL('./embedded.ts', import.meta.url).href;
	const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
		await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {} });`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
	const gone = new Promise((resolve) => child.once('exit', resolve));
	await until(async () => (await readdir(dataDir)).some((name) => name.startsWith('postgres.new')));
	child.kill('SIGKILL');
	await gone;
	const server = await start(dataDir);
	expect(await query(server.url, (sql) => sql`select 1 as one`)).toHaveLength(1);
});

test('clears away what an earlier first start left', async () => {
	const dataDir = await folder();
	await mkdir(join(dataDir, 'postgres.new-1', 'base'), { recursive: true });
	await writeFile(join(dataDir, 'postgres.new-1', 'half'), '');
	await start(dataDir);
	expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
});

test('a second server on the same folder is refused with a sentence', async () => {
	const dataDir = await folder();
	const lock = await lockDataDir(dataDir);
	const second = lockDataDir(dataDir);
	await expect(second).rejects.toThrow(DataDirInUse);
	await expect(second).rejects.toThrow(String(process.pid));
	await lock.release();
	await (await lockDataDir(dataDir)).release();
});

test('of two that start at once one gets the folder', async () => {
	const dataDir = await folder();
	const results = await Promise.allSettled([
		lockDataDir(dataDir),
		lockDataDir(dataDir),
		lockDataDir(dataDir)
	]);
	expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the folder is free as soon as its process is killed', async () => {
	const dataDir = await folder();
	const module = new URL('./data-dir-lock.ts', import.meta.url).href;
	const script = `const { lockDataDir } = await import(${JSON.stringify(module)});
		await lockDataDir(${JSON.stringify(dataDir)}); console.log('locked'); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise((resolve) => child.stdout.once('data', resolve));
	await expect(lockDataDir(dataDir)).rejects.toThrow(String(child.pid));
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
	await (await lockDataDir(dataDir)).release();
});
