import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asks, Question, Told } from './asks.ts';

export class PlayFailed extends Error {
	readonly id = 'play-failed';
}

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };

/** Built beside the command line itself, whose code may lie in a folder below. */
function entry(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'play-server.js'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new PlayFailed('The server of the play is not built: run npm run build.');
		folder = parent;
	}
	return join(folder, 'play-server.js');
}

/** A server process of the play's own, in a data folder of its own that goes with it. */
export class PlayServer {
	readonly port: number;
	readonly #child: ChildProcess;
	readonly #home: string;
	readonly #waiting: Map<number, Waiting>;
	#asked = 0;

	/**
	 * @param databaseUrl  empty for the embedded database
	 * @param sealKey      the key to seal with where the database outlives the play
	 */
	static async start(databaseUrl: string, sealKey: string): Promise<PlayServer> {
		const home = await mkdtemp(join(tmpdir(), 'hoi-truong-play-'));
		// The embedded database may run under another account, which passes through.
		await chmod(home, 0o755);
		const child = spawn(process.execPath, [entry()], {
			env: environment(join(home, 'data'), databaseUrl, sealKey),
			stdio: ['ignore', 'ignore', 'inherit', 'ipc']
		});
		const waiting = new Map<number, Waiting>();
		try {
			return new PlayServer(await portOf(child, waiting), child, home, waiting);
		} catch (error) {
			await rm(home, { recursive: true, force: true });
			throw error;
		}
	}

	private constructor(port: number, child: ChildProcess, home: string, waiting: Map<number, Waiting>) {
		this.port = port;
		this.#child = child;
		this.#home = home;
		this.#waiting = waiting;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** @throws {PlayFailed} where the server refuses, or is gone */
	ask<Name extends keyof Asks>(ask: Name, of: Asks[Name]['of']): Promise<Asks[Name]['answer']> {
		const id = (this.#asked += 1);
		return new Promise<unknown>((resolve, reject) => {
			if (!this.#child.connected) return reject(new PlayFailed('The server of the play is gone.'));
			this.#waiting.set(id, { resolve, reject });
			this.#child.send({ id, ask, of } as Question);
		}) as Promise<Asks[Name]['answer']>;
	}

	async stop(): Promise<void> {
		if (this.#child.exitCode === null && this.#child.signalCode === null) {
			const gone = new Promise((resolve) => this.#child.once('exit', resolve));
			await this.ask('stop', null).catch(() => this.#child.kill('SIGTERM'));
			await gone;
		}
		await rm(this.#home, { recursive: true, force: true });
	}
}

function environment(dataDir: string, databaseUrl: string, sealKey: string): NodeJS.ProcessEnv {
	const own = {
		PORT: '0',
		HOST: '127.0.0.1',
		ORIGIN: '',
		TLS_CERT: '',
		TLS_KEY: '',
		TRUST_PROXY: '',
		REDIS_URL: '',
		SEAL_KEY: databaseUrl ? sealKey : ''
	};
	return { ...process.env, ...own, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, NODE_ENV: 'production' };
}

/** Resolves once the server listens; from then on its answers reach who asked. */
function portOf(child: ChildProcess, waiting: Map<number, Waiting>): Promise<number> {
	return new Promise((resolve, reject) => {
		const failed = new PlayFailed('The server of the play did not start.');
		child.once('error', () => reject(failed));
		child.once('exit', () => {
			reject(failed);
			for (const { reject: fail } of waiting.values()) fail(new PlayFailed('The server of the play ended.'));
			waiting.clear();
		});
		child.on('message', (told: Told) => {
			if ('port' in told) return resolve(told.port);
			const asked = waiting.get(told.id);
			waiting.delete(told.id);
			if ('error' in told) asked?.reject(new PlayFailed(told.error));
			else asked?.resolve(told.answer);
		});
	});
}
