/**
 * The PostgreSQL that the product brings along: one server below DATA_DIR, on loopback, started when it is not
 * running, found again when it outlived a killed process, restarted when it dies.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { findBinaries, type Binaries } from './binaries.ts';
import { placeFor, type Place } from './place.ts';

export interface EmbeddedPostgres {
	readonly url: string;
	/** Fast shutdown, waited for. */
	stop(): Promise<void>;
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
	log_rotation_size: '0'
};

const READY_MS = 30_000;

export async function startEmbedded({ dataDir, log }: { dataDir: string; log: (line: string) => void }): Promise<EmbeddedPostgres> {
	const binaries = await findBinaries();
	const place = await placeFor(dataDir, binaries, log);
	const password = await passwordOf(place);
	await initialise(place, password);
	const found = await running(place, password);
	const server = new Keeper(place, password, log);
	if (found) server.adopt(found);
	else await server.start();
	return { url: server.url, stop: () => server.stop() };
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
	#child: ChildProcess | null = null;
	#adopted: Found | null = null;
	#watch: NodeJS.Timeout | null = null;
	#port = 0;
	#stopping = false;

	constructor(place: Place, password: string, log: (line: string) => void) {
		this.#place = place;
		this.#password = password;
		this.#log = log;
	}

	get url(): string {
		return urlOf(this.#port, this.#password);
	}

	adopt(found: Found): void {
		this.#adopted = found;
		this.#port = found.port;
		// It is no child of this process, so its end is seen by looking.
		this.#watch = setInterval(() => {
			if (!isAlive(found.pid)) void this.#restart();
		}, 1_000).unref();
	}

	async start(): Promise<void> {
		this.#port ||= await freePort();
		const { binaries, data } = this.#place;
		const settings = Object.entries({ ...SETTINGS, port: String(this.#port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const child = spawn(binaries.postgres, ['-D', data, ...settings], { ...account(this.#place), stdio: ['ignore', 'ignore', 'pipe'], detached: true });
		this.#child = child;
		let said = '';
		child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
		child.once('exit', () => {
			this.#child = null;
			if (!this.#stopping) void this.#restart();
		});
		await this.#ready(child, () => said);
	}

	async #ready(child: ChildProcess, said: () => string): Promise<void> {
		const deadline = Date.now() + READY_MS;
		while (!(await answers(this.url))) {
			if (child.exitCode !== null || Date.now() > deadline) {
				this.#stopping = true;
				throw new DatabaseFailed(`The embedded database did not start: ${said().trim() || 'no answer'} (log: ${join(this.#place.data, 'log')})`);
			}
			await pause(25);
		}
	}

	async #restart(): Promise<void> {
		if (this.#watch) clearInterval(this.#watch);
		this.#watch = null;
		this.#adopted = null;
		for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
			this.#log('The database ended unexpectedly; starting it again.');
			try {
				return await this.start();
			} catch (error) {
				this.#stopping = false;
				this.#log(String(error));
				await pause(wait);
			}
		}
	}

	async stop(): Promise<void> {
		this.#stopping = true;
		if (this.#watch) clearInterval(this.#watch);
		const pid = this.#child?.pid ?? this.#adopted?.pid;
		if (pid === undefined || !isAlive(pid)) return;
		// SIGINT is PostgreSQL's fast shutdown: open work is rolled back, everything committed is kept.
		process.kill(pid, 'SIGINT');
		while (isAlive(pid)) await pause(20);
	}
}

/** The server of this folder that still runs, left behind by a killed process. */
async function running({ data }: Place, password: string): Promise<Found | null> {
	const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').then(
		(text) => text.split('\n'),
		() => []
	);
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	if (!pid || !port || !isAlive(pid)) return null;
	const deadline = Date.now() + READY_MS;
	while (isAlive(pid) && Date.now() < deadline) {
		if (await answers(urlOf(port, password))) return { pid, port };
		await pause(50);
	}
	return null;
}

/** Made aside and moved into place, so that a first start cut off in the middle begins again. */
async function initialise(place: Place, password: string): Promise<void> {
	if (existsSync(join(place.data, 'PG_VERSION'))) return;
	const aside = `${place.data}.new`;
	const file = `${place.data}.password`;
	await rm(aside, { recursive: true, force: true });
	await rm(place.data, { recursive: true, force: true });
	await mkdir(aside, { recursive: true, mode: 0o700 });
	await writeFile(file, password, { mode: 0o600 });
	if (place.account) for (const path of [aside, file]) await chown(path, place.account.uid, place.account.gid);
	const options = ['-D', aside, '-U', 'hoitruong', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', '--locale=C', '--no-instructions'];
	await finished(place.binaries.initdb, options, place);
	await rm(file, { force: true });
	await rename(aside, place.data);
}

async function finished(program: string, args: readonly string[], place: Place): Promise<void> {
	const child = spawn(program, args, { ...account(place), stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
	if (code !== 0) throw new DatabaseFailed(`The embedded database could not be set up: ${said.trim().split('\n').at(-1) ?? ''}`);
}

/** How PostgreSQL is spawned: under an account of its own where this process is root, whom it refuses. */
function account({ account, data }: Place): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	const cwd = existsSync(data) ? data : '/';
	return account ? { ...account, cwd, env } : { cwd, env };
}

async function passwordOf({ root }: Place): Promise<string> {
	const file = join(root, 'postgres-password');
	if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
	const made = randomBytes(24).toString('base64url');
	await writeFile(file, made, { mode: 0o600 });
	await chmod(file, 0o600);
	return made;
}

async function answers(url: string): Promise<boolean> {
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
	try {
		await sql`select 1`;
		return true;
	} catch {
		// Not yet, or not ours: the caller asks again or gives up.
		return false;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

function urlOf(port: number, password: string): string {
	return `postgres://hoitruong:${password}@127.0.0.1:${port}/postgres`;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
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

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

export type { Binaries };
