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

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
