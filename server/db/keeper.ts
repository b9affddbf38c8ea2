import { setTimeout as pause } from 'node:timers/promises';
import { urlOf } from './answer.ts';
import { freePort } from './free-port.ts';
import { READY_MS, ready, spawnServer } from './launch.ts';
import { LOG_TRIM_MS, trimLogs } from './log-files.ts';
import type { Place } from './place.ts';
import { endPostmaster, forgetDead, isPostmaster, type Found } from './postmaster.ts';

/** Keeps one server up: restarts it on the same port when it dies. */
export class Keeper {
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
		const child = spawnServer(this.#place, this.#port);
		this.#pid = child.pid ?? null;
		await ready(child, this.#place, this.url);
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
		if (this.#pid !== null) await endPostmaster(this.#pid, this.#place.data);
		await this.#restarting;
	}

	#trimLogs(): void {
		const trim = (): void => void trimLogs(this.#place.data);
		trim();
		this.#trimming ??= setInterval(trim, LOG_TRIM_MS).unref();
	}
}
