import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { untilReady } from './processes.ts';

/** A server in a process of its own, run by the Node that runs the benchmark. */
export class ServerProcess {
	#child: ChildProcess | null = null;
	#script: string;
	#env: NodeJS.ProcessEnv;
	#readyUrl: string;
	#log: string;
	startedIn = 0;

	constructor(script: string, env: NodeJS.ProcessEnv, readyUrl: string, log: string) {
		this.#script = script;
		this.#env = env;
		this.#readyUrl = readyUrl;
		this.#log = log;
	}

	get pid(): number {
		if (this.#child?.pid === undefined) throw new Error('the server is not running');
		return this.#child.pid;
	}

	async start(cwd: string): Promise<void> {
		const begun = performance.now();
		const child = spawn(process.execPath, [this.#script], {
			cwd,
			env: this.#env,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#child = child;
		child.on('error', () => {}); // the exit code below says it as well
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (data: Buffer) => appendFileSync(this.#log, data));
		}
		const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
		try {
			await untilReady(this.#readyUrl, ended, 60_000);
		} catch (error) {
			await this.stop();
			throw new Error(`${String(error)}; its output is in ${this.#log}`);
		}
		this.startedIn = performance.now() - begun;
	}

	/** SIGTERM, and SIGKILL after ten seconds. */
	async stop(): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (child === null || child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.kill('SIGTERM');
		const late = new AbortController();
		const limit = wait(10_000, undefined, { signal: late.signal }).then(
			() => child.kill('SIGKILL'),
			() => false // stopped in time
		);
		await gone;
		late.abort();
		await limit;
	}
}
