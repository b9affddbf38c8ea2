/**
 * The PostgreSQL that the product brings along: one server below DATA_DIR, on loopback, started when it is not
 * running, found again when it outlived a killed process, restarted when it dies.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
	chown,
	lstat,
	mkdir,
	open,
	readdir,
	readFile,
	rename,
	rm,
	truncate,
	writeFile
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { findBinaries, type Binaries } from './binaries.ts';
import { placeFor, type Place } from './place.ts';
import { urlFile } from './running.ts';

export interface EmbeddedPostgres {
	readonly url: string;
	/** Fast shutdown, waited for. */
	stop(): Promise<void>;
	/** Called each time the database ended unasked; it is then being started again. */
	onExit(listener: () => void): void;
}

export class DatabaseFailed extends Error {
	readonly id = 'database-failed';
}

/** Modest for a laptop; durability is what PostgreSQL gives by default and is checked by `assertDurable`. */
const SETTINGS = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '60',
	shared_buffers: '64MB',
	jit: 'off',
	timezone: 'UTC',
	log_timezone: 'UTC',
	logging_collector: 'on',
	log_directory: 'log',
	log_filename: 'postgres-%a.log',
	log_truncate_on_rotation: 'on',
	log_rotation_age: '1d',
	log_rotation_size: '0',
	// A log carries no names and no texts: neither a refused statement nor the row it was about.
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse'
};

/** Long enough for a slow disk to recover after a power cut. */
const READY_MS = 120_000;
const FOUND_MS = 30_000;
const LOG_BYTES = 8 * 1024 * 1024;
const LOG_TRIM_MS = 3_600_000;

export async function startEmbedded({
	dataDir,
	log
}: {
	dataDir: string;
	log: (line: string) => void;
}): Promise<EmbeddedPostgres> {
	const binaries = await findBinaries();
	const place = await placeFor(resolve(dataDir), binaries, log);
	const password = await passwordOf(place);
	await initialise(place, password);
	const found = await running(place, password);
	const server = new Keeper(place, password, log);
	if (found) server.adopt(found);
	else await server.startPatiently();
	// For commands that work beside this process: on the same database while it runs.
	await writeFile(urlFile(dataDir), server.url, { mode: 0o600 });
	return {
		url: server.url,
		onExit: (listener) => server.onExit(listener),
		async stop() {
			await rm(urlFile(dataDir), { force: true });
			await server.stop();
		}
	};
}

interface Found {
	readonly pid: number;
	readonly port: number;
}

/** Keeps one server up: restarts it on the same port when it dies. */
class Keeper {
	readonly #place: Place;
	readonly #password: string;
	readonly #log: (line: string) => void;
	readonly #end = new AbortController();
	readonly #listeners: (() => void)[] = [];
	#pid: number | null = null;
	#watch: NodeJS.Timeout | null = null;
	#trimming: NodeJS.Timeout | null = null;
	#restarting: Promise<void> | null = null;
	#port = 0;

	constructor(place: Place, password: string, log: (line: string) => void) {
		this.#place = place;
		this.#password = password;
		this.#log = log;
	}

	get url(): string {
		return urlOf(this.#port, this.#password);
	}

	onExit(listener: () => void): void {
		this.#listeners.push(listener);
	}

	adopt({ pid, port }: Found): void {
		this.#pid = pid;
		this.#port = port;
		this.#trimLogs();
		// It is no child of this process, so its end is seen by looking.
		this.#watch = setInterval(() => {
			void isPostmaster(pid, this.#place.data).then((alive) => alive || this.#pid !== pid || this.#died());
		}, 1_000).unref();
	}

	/** One attempt. Only a server that was up is started again when it ends: a failed attempt is the caller's to repeat. */
	async start(): Promise<void> {
		this.#port ||= await freePort();
		this.#trimLogs();
		const { binaries, data } = this.#place;
		const settings = Object.entries({ ...SETTINGS, port: String(this.#port) }).flatMap(([name, value]) => [
			'-c',
			`${name}=${value}`
		]);
		const child = spawn(binaries.postgres, ['-D', data, ...settings], {
			...account(this.#place),
			stdio: ['ignore', 'ignore', 'pipe'],
			detached: true
		});
		this.#pid = child.pid ?? null;
		await this.#ready(child);
		child.once('exit', () => this.#died());
	}

	/** A server that was killed a moment ago may still hold the folder: its last workers take a while to notice. */
	async startPatiently(): Promise<void> {
		const deadline = Date.now() + READY_MS;
		for (;;) {
			try {
				await forgetDead(this.#place);
				return await this.start();
			} catch (error) {
				if (Date.now() > deadline || !/lock file|shared memory/.test(String(error))) throw error;
				await pause(200);
			}
		}
	}

	async #ready(child: ChildProcess): Promise<void> {
		let said = '';
		let failed = false;
		child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
		child.once('error', (error) => ((said = error.message), (failed = true)));
		const ended = (): boolean => failed || child.exitCode !== null || child.signalCode !== null;
		const deadline = Date.now() + READY_MS;
		let answer: Answer = 'none';
		while (!ended() && answer === 'none' && Date.now() < deadline) {
			answer = await ask(this.url);
			if (answer === 'none') await pause(25);
		}
		if (answer === 'up' && !ended()) return;
		await this.#kill();
		if (answer === 'refused') throw passwordRefused(this.#place);
		throw new DatabaseFailed(
			`The embedded database did not start: ${reasonIn(said)} (log: ${join(this.#place.data, 'log')})`
		);
	}

	#died(): void {
		this.#pid = null;
		if (this.#watch) clearInterval(this.#watch);
		this.#watch = null;
		if (this.#end.signal.aborted) return;
		for (const listener of this.#listeners) listener();
		this.#restarting = this.#restart();
	}

	async #restart(): Promise<void> {
		const { signal } = this.#end;
		for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, 5_000)) {
			this.#log('The database ended unexpectedly; starting it again.');
			try {
				return await this.start();
			} catch (error) {
				if (signal.aborted) return;
				this.#log(String(error));
				await pause(wait, undefined, { signal }).catch(() => {
					// Told to stop: the loop ends.
				});
			}
		}
	}

	async stop(): Promise<void> {
		this.#end.abort();
		if (this.#watch) clearInterval(this.#watch);
		if (this.#trimming) clearInterval(this.#trimming);
		await this.#kill();
		await this.#restarting;
	}

	async #kill(): Promise<void> {
		const pid = this.#pid;
		if (pid === null || !(await isPostmaster(pid, this.#place.data))) return;
		// SIGINT is PostgreSQL's fast shutdown: open work is rolled back, everything committed is kept.
		interrupt(pid);
		while (await isPostmaster(pid, this.#place.data)) await pause(20);
	}

	/** The collector bounds a log by days only, and a day of errors can fill a disk; it appends, so cutting is safe. */
	#trimLogs(): void {
		const trim = (): void =>
			void trimLogs(join(this.#place.data, 'log')).catch(() => {
				// A log rotated away meanwhile; the next round looks again.
			});
		trim();
		this.#trimming ??= setInterval(trim, LOG_TRIM_MS).unref();
	}
}

/** The server of this folder that still runs, left behind by a killed process. */
async function running(place: Place, password: string): Promise<Found | null> {
	const file = join(place.data, 'postmaster.pid');
	const lines = await readFile(file, 'utf8').then(
		(text) => text.split('\n'),
		() => []
	);
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	if (!pid) return null;
	if (await isAnotherProgram(pid)) {
		// PostgreSQL sees only that the number is alive again, after a power cut, and would refuse to start.
		await rm(file, { force: true });
		return null;
	}
	const deadline = Date.now() + FOUND_MS;
	while (port && Date.now() < deadline && (await isPostmaster(pid, place.data))) {
		const answer = await ask(urlOf(port, password));
		if (answer === 'up') return { pid, port };
		if (answer === 'refused') throw passwordRefused(place);
		await pause(50);
	}
	return null;
}

/** Takes away the mark of a server whose process has ended, also where nobody has collected it yet. */
async function forgetDead({ data }: Place): Promise<void> {
	const file = join(data, 'postmaster.pid');
	const pid = await readFile(file, 'utf8').then(
		(text) => Number(text.split('\n')[0]),
		() => 0
	);
	if (pid && !isAlive(pid)) await rm(file, { force: true });
}

/** Made aside and moved into place, so that a first start cut off in the middle begins again. */
async function initialise(place: Place, password: string): Promise<void> {
	if (existsSync(join(place.data, 'PG_VERSION'))) return;
	if (await holdsAnything(place.data)) {
		throw new DatabaseFailed(
			`The folder ${place.data} holds something that is not a whole database. Move it away, or put a backup back.`
		);
	}
	await clearAway(place);
	// A name of its own: the initdb of a killed start may still be running in the one before.
	const aside = `${place.data}.new-${randomBytes(6).toString('hex')}`;
	const file = `${aside}.password`;
	await mkdir(aside, { mode: 0o700 });
	await writeFile(file, password, { mode: 0o600 });
	if (place.account)
		for (const path of [aside, file]) await chown(path, place.account.uid, place.account.gid);
	const options = [
		'-D',
		aside,
		'-U',
		'hoitruong',
		'-A',
		'scram-sha-256',
		`--pwfile=${file}`,
		'-E',
		'UTF8',
		'--locale=C',
		'--no-instructions'
	];
	await finished(place.binaries.initdb, options, place);
	await rm(file, { force: true });
	await rename(aside, place.data);
	await synced(dirname(place.data));
}

async function holdsAnything(folder: string): Promise<boolean> {
	return (await readdir(folder).catch(() => [])).length > 0;
}

async function clearAway({ data }: Place): Promise<void> {
	await rm(data, { recursive: true, force: true });
	for (const name of await readdir(dirname(data))) {
		if (!name.startsWith(`${basename(data)}.new`) && name !== `${basename(data)}.password`) continue;
		await rm(join(dirname(data), name), { recursive: true, force: true }).catch(() => {
			// Still being written by that initdb; the next first start removes it.
		});
	}
}

/** A rename that a power cut takes back would take the records in the folder with it. */
async function synced(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder);
	await handle.sync().finally(() => handle.close());
}

async function finished(program: string, args: readonly string[], place: Place): Promise<void> {
	const child = spawn(program, args, { ...account(place), stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
	if (code !== 0)
		throw new DatabaseFailed(
			`The embedded database could not be set up: ${said.trim().split('\n').at(-1) ?? ''}`
		);
}

/** How PostgreSQL is spawned: under an account of its own where this process is root, whom it refuses. */
function account({ account, data }: Place): {
	uid?: number;
	gid?: number;
	cwd: string;
	env: NodeJS.ProcessEnv;
} {
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	const cwd = existsSync(data) ? data : '/';
	return account ? { ...account, cwd, env } : { cwd, env };
}

async function passwordOf({ root }: Place): Promise<string> {
	const file = join(root, 'postgres-password');
	if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
	const made = randomBytes(24).toString('base64url');
	// Whole or not at all: an empty file would lock this server out of its own database.
	await writeFile(`${file}.new`, made, { mode: 0o600 });
	await rename(`${file}.new`, file);
	return made;
}

function passwordRefused({ root, data }: Place): DatabaseFailed {
	return new DatabaseFailed(
		`The database in ${data} refuses the password in ${join(root, 'postgres-password')}. Put that file back as it was.`
	);
}

type Answer = 'up' | 'refused' | 'none';

async function ask(url: string): Promise<Answer> {
	// The driver asks for types on its own; where the server goes away just then, nobody catches that failure.
	const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
	try {
		await sql`select 1`;
		return 'up';
	} catch (error) {
		return (error as { code?: string }).code === '28P01' ? 'refused' : 'none';
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** The last thing said before it ended, without the lines that say only where the log goes on. */
function reasonIn(said: string): string {
	const lines = said.split('\n').filter((line) => line.trim() && !/HINT|redirecting log output/.test(line));
	return lines.at(-1)?.trim() ?? 'no answer';
}

async function trimLogs(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		const file = await lstat(join(folder, name));
		if (file.isFile() && file.size > LOG_BYTES) await truncate(join(folder, name));
	}
}

function urlOf(port: number, password: string): string {
	return `postgres://hoitruong:${password}@127.0.0.1:${port}/postgres`;
}

/** What `pid` was started with; null where the system does not tell, empty for one that has ended. */
async function commandOf(pid: number): Promise<string[] | null> {
	if (process.platform !== 'linux') return null;
	return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
		(text) => text.split('\0').filter(Boolean),
		() => null
	);
}

/** A number is given out again, so a live one alone proves nothing. */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
	if (!isAlive(pid)) return false;
	const command = await commandOf(pid);
	return command === null ? isAlive(pid) : command.includes(data);
}

async function isAnotherProgram(pid: number): Promise<boolean> {
	const command = await commandOf(pid);
	return isAlive(pid) && command?.[0] !== undefined && !basename(command[0]).startsWith('postgres');
}

function interrupt(pid: number): void {
	try {
		process.kill(pid, 'SIGINT');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	return !isZombie(pid);
}

/** Ended, but not yet collected by its parent; told by /proc where there is one. */
function isZombie(pid: number): boolean {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

export type { Binaries };
