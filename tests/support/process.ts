import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { ask } from './request.ts';
import { until } from './server.ts';

/** The product's own process, as `npm start` runs it. */
export class ServerProcess {
	readonly port: number;
	readonly secure: boolean;
	readonly #env: NodeJS.ProcessEnv;
	#child: ChildProcess | null = null;
	said = '';
	/** Of what it said, what went to stderr. */
	complained = '';

	constructor(port: number, env: NodeJS.ProcessEnv) {
		this.port = port;
		this.secure = Boolean(env.TLS_CERT);
		this.#env = {
			HOST: '127.0.0.1',
			...process.env,
			...env,
			PORT: String(port),
			NODE_ENV: 'production'
		};
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	/** Resolves when the database answers. */
	async start(): Promise<void> {
		const child = this.#spawn();
		await until(async () => {
			if (child.exitCode !== null) throw new Error(`the server ended: ${this.said}`);
			return this.isReady();
		}, 60_000);
	}

	isReady(): Promise<boolean> {
		return ask(this, '/readyz').then(
			({ status }) => status === 200,
			() => false
		);
	}

	/** Resolves with the exit code once it is gone. */
	kill(signal: NodeJS.Signals): Promise<number | null> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null)
			return Promise.resolve(child?.exitCode ?? null);
		const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
		child.kill(signal);
		return gone;
	}

	/** Resolves with the exit code of a start that is expected to fail, or to be stopped before it is done. */
	async exit(): Promise<number | null> {
		const child = this.#spawn();
		return new Promise((resolve) => child.once('close', resolve));
	}

	#spawn(): ChildProcess {
		const child = spawn(process.execPath, ['server/start.mjs'], {
			env: this.#env,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#child = child;
		child.stdout.on('data', (text: Buffer) => (this.said += text.toString()));
		child.stderr.on('data', (text: Buffer) => {
			this.said += text.toString();
			this.complained += text.toString();
		});
		return child;
	}
}

/** Of each worker that runs beside others its own ports, so that no two are given the same before they listen. */
const PORTS = { from: 20_000, each: 500, workers: 24 };
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? process.env.VITEST_POOL_ID ?? 0) % PORTS.workers;
let given = Math.floor(Math.random() * PORTS.each);

/**
 * A port that nobody listens on just now. It lies below those that the system hands out by itself, so that no
 * connection takes it either, before the server listens or while a killed one is away.
 */
export async function freePort(): Promise<number> {
	for (let tried = 0; tried < PORTS.each; tried += 1) {
		given = (given + 1) % PORTS.each;
		const port = PORTS.from + worker * PORTS.each + given;
		if (await isFree(port)) return port;
	}
	throw new Error(`no port is free from ${PORTS.from} on`);
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer()
			.once('error', () => resolve(false))
			.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
	});
}
