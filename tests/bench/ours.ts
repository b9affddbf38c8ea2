/**
 * Our server, as the benchmark must know it. Everything that depends on how the product is
 * started, seeded and addressed stands in this file.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, postmasterOf } from './processes.ts';
import { ServerProcess } from './server-process.ts';
import type { Demand, DocumentRef, Endpoint, LiveRef, Running, Target } from './types.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const START = join(ROOT, 'server/start.mjs');
const CLI = join(ROOT, 'server/cli.mjs');

/** A session may hold 24 sockets; a few are left free. */
const SOCKETS_PER_SESSION = 20;
export const peopleFor = (sockets: number): number => Math.ceil(sockets / SOCKETS_PER_SESSION);

/** Why our server cannot be measured now, or `null`. */
export function oursMissing(): string | null {
	for (const file of [START, CLI, join(ROOT, 'build/server/main.js')]) {
		if (!existsSync(file)) return `${file} does not exist`;
	}
	return null;
}

type Named = string | { id: string };

/** What `seed --json` prints; with `--meetings N` also the other meetings of the same people. */
interface Seeded {
	meeting: string;
	items: Named[];
	clauses: Named[];
	sessions: { secretary: string; minuteTaker?: string; members: string[]; observers?: string[] };
	meetings?: { meeting: string; items: Named[]; clauses: Named[] }[];
}

export const OURS: Target = {
	name: 'ours',
	async start(demand) {
		const home = await mkdtemp(join(tmpdir(), 'bench-ours-'));
		await chmod(home, 0o755); // the database's unprivileged account passes through
		const dataDir = join(home, 'data');
		await mkdir(dataDir);
		await chmod(dataDir, 0o755);
		const port = await freePort();
		const origin = `http://127.0.0.1:${port}`;
		const env: NodeJS.ProcessEnv = {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: origin,
			DATA_DIR: dataDir,
			NODE_ENV: 'production'
		};
		for (const name of ['DATABASE_URL', 'REDIS_URL', 'TLS_CERT', 'TLS_KEY']) delete env[name];
		const server = new ServerProcess(START, env, `${origin}/readyz`, join(tmpdir(), 'bench-ours.log'));

		const stop = async () => {
			const postmaster = postmasterOf(dataDir);
			await server.stop();
			await endDatabase(postmaster);
			await rm(home, { recursive: true, force: true });
		};
		try {
			await server.start(ROOT);
			const running: Running = {
				endpoint: await endpointOf(port, env, { pid: server.pid, dataDir }, demand),
				startedIn: server.startedIn,
				stored: async () => {}, // what has been shown is on disk
				restart: async () => {
					await server.stop();
					await server.start(ROOT);
					running.endpoint = { ...running.endpoint, server: { pid: server.pid, dataDir } };
					running.startedIn = server.startedIn;
				},
				stop
			};
			return running;
		} catch (error) {
			await stop();
			throw error;
		}
	}
};

async function endpointOf(
	port: number,
	env: NodeJS.ProcessEnv,
	server: Endpoint['server'],
	demand: Demand
): Promise<Endpoint> {
	const seeded = await seed(env, demand);
	const { secretary, members, observers = [] } = seeded.sessions;
	const cookies = members.length > 0 ? members : [secretary];
	return {
		target: 'ours',
		dialect: 'yjs',
		port,
		cookies,
		observers,
		documents: documentsOf(seeded),
		live: await liveOf(port, secretary, seeded),
		server
	};
}

async function seed(env: NodeJS.ProcessEnv, demand: Demand): Promise<Seeded> {
	const meetings = Math.ceil(demand.documents / 3);
	const members = String(Math.max(10, demand.people));
	const observers = String(demand.observers ?? 1);
	const options = ['seed', '--json', '--members', members, '--observers', observers];
	if (meetings > 1) options.push('--meetings', String(meetings));
	const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...options], {
		cwd: ROOT,
		env: { ...env, PATH: `${dirname(process.execPath)}:${env['PATH'] ?? ''}` },
		timeout: 180_000,
		maxBuffer: 64 * 1024 * 1024
	});
	return JSON.parse(stdout) as Seeded;
}

const idOf = (named: Named): string => (typeof named === 'string' ? named : named.id);

/** Minutes first: single-document scenarios take the first. Words hang on items and clauses. */
function documentsOf(seeded: Seeded): DocumentRef[] {
	const meetings = seeded.meetings ?? [seeded];
	const of = (meeting: string, name: string, root: Named | undefined): DocumentRef[] =>
		root === undefined ? [] : [{ path: `/yjs/${meeting}/${name}`, name, root: idOf(root) }];
	return meetings.flatMap(({ meeting, items, clauses }) => [
		...of(meeting, 'minutes', items[0]),
		...of(meeting, 'agenda', items[0]),
		...of(meeting, 'resolution', clauses[0])
	]);
}

async function liveOf(port: number, cookie: string, seeded: Seeded): Promise<LiveRef> {
	const url = `http://127.0.0.1:${port}/api/v1/meetings/${seeded.meeting}/state`;
	const response = await fetch(url, { headers: { cookie } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	const { seq } = (await response.json()) as { seq: number };
	return {
		auth: { meeting: seeded.meeting, since: seq, protocol: 1 },
		items: seeded.items.map(idOf)
	};
}

/** The command whose event is measured, about `length` characters of it text. */
export function commentCommand(live: LiveRef, nth: number, text: string): Record<string, unknown> {
	const id = `bench-${nth}-${Date.now().toString(36)}`;
	return { id, type: 'comment.post', ref: `r-${id}`, on: { kind: 'item', ref: live.items[0] ?? '' }, text };
}

/** Our own database, where it outlived the server: it was started for this data folder alone. */
async function endDatabase(postmaster: number | null): Promise<void> {
	if (postmaster === null) return;
	for (let tries = 0; tries < 100; tries += 1) {
		try {
			process.kill(postmaster, tries === 20 ? 'SIGINT' : 0);
		} catch {
			return; // gone
		}
		await wait(100);
	}
}
