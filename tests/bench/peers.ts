import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './processes.ts';
import { ServerProcess } from './server-process.ts';
import type { Demand, Endpoint, Running, Target, TargetName } from './types.ts';

const FOLDER = join(import.meta.dirname, 'peers');

/** Installs the peers from their own lockfile, once; nothing of theirs reaches the product. */
export function installPeers(): void {
	const marker = join(FOLDER, 'node_modules', '.package-lock.json');
	if (existsSync(marker) && installedVersions() === wantedVersions()) return;
	process.stderr.write('installing the peers …\n');
	// The Node in use first on the PATH, since npm runs on whatever `node` it finds there.
	const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
	execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: FOLDER,
		env,
		stdio: ['ignore', 2, 2],
		timeout: 300_000
	});
}

function wantedVersions(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
	return JSON.stringify((manifest as { dependencies: Record<string, string> }).dependencies);
}

function installedVersions(): string {
	const wanted = JSON.parse(wantedVersions()) as Record<string, string>;
	const found = Object.keys(wanted).map((name) => {
		const file = join(FOLDER, 'node_modules', name, 'package.json');
		const manifest: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
		return [name, (manifest as { version?: string }).version ?? ''];
	});
	return JSON.stringify(Object.fromEntries(found));
}

export function peerVersions(): Record<string, string> {
	return JSON.parse(wantedVersions()) as Record<string, string>;
}

export const PEERS: Target[] = [
	peer('y-websocket', 'y-websocket.mjs'),
	peer('y-websocket+leveldb', 'y-websocket.mjs', (store) => ({ YPERSISTENCE: join(store, 'leveldb') })),
	peer('hocuspocus+sqlite', 'hocuspocus.mjs', (store) => ({ STORE: store })),
	peer('relay', 'relay.mjs'),
	peer('socket.io', 'socketio.mjs')
];

function peer(
	name: TargetName,
	script: string,
	storeEnv: (store: string) => Record<string, string> = () => ({})
): Target {
	return {
		name,
		async start(demand) {
			const store = await mkdtemp(join(tmpdir(), 'bench-peer-'));
			const port = await freePort();
			const env = {
				PATH: process.env['PATH'],
				PORT: String(port),
				NODE_ENV: 'production',
				...storeEnv(store)
			};
			const url = `http://127.0.0.1:${port}/`;
			const server = new ServerProcess(join(FOLDER, script), env, url, join(tmpdir(), `bench-${script}.log`));
			await server.start(store);
			const running: Running = {
				endpoint: endpointOf(name, port, server.pid, demand),
				startedIn: server.startedIn,
				stored: async () => void (await (await fetch(`${url}stored`)).text()),
				restart: async () => {
					await server.stop();
					await server.start(store);
					running.endpoint = { ...running.endpoint, server: { pid: server.pid, dataDir: null } };
					running.startedIn = server.startedIn;
				},
				stop: async () => {
					await server.stop();
					await rm(store, { recursive: true, force: true });
				}
			};
			return running;
		}
	};
}

function endpointOf(target: TargetName, port: number, pid: number, demand: Demand): Endpoint {
	return {
		target,
		dialect: target === 'hocuspocus+sqlite' ? 'hocuspocus' : 'yjs',
		port,
		cookies: [],
		observers: [],
		documents: Array.from({ length: demand.documents }, (_, n) => ({
			path: `/bench-${n}`,
			name: `bench-${n}`,
			root: 'body'
		})),
		live: target === 'socket.io' ? { auth: {}, items: ['item'] } : null,
		server: { pid, dataDir: null }
	};
}
