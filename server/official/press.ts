/**
 * Has papers written in a thread of their own, one after another. The thread begins with the first paper and
 * ends when none was asked for a while, or one takes too long.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Job, Outcome } from './jobs.ts';

export interface Press {
	/** @throws {PressBusy} where too many wait already; {PressFailed} where a paper cannot be written */
	write(job: Job): Promise<Uint8Array>;
	close(): Promise<void>;
}

/** Later there will be room. */
export class PressBusy extends Error {
	readonly id = 'press-busy';
}

export class PressFailed extends Error {
	readonly id = 'press-failed';
}

interface Limits {
	readonly waiting: number;
	readonly jobMs: number;
	readonly idleMs: number;
}

const LIMITS: Limits = { waiting: 32, jobMs: 30_000, idleMs: 60_000 };

interface Waiting {
	readonly resolve: (bytes: Uint8Array) => void;
	readonly reject: (error: Error) => void;
}

export function createPress(limits: Limits = LIMITS, entry = workerEntry()): Press {
	let thread: Worker | null = null;
	let timer: NodeJS.Timeout | null = null;
	let made = 0;
	const waiting = new Map<number, Waiting>();

	function running(): Worker {
		if (thread) return thread;
		const begun = new Worker(entry);
		begun.on('message', ({ id, outcome }: { id: number; outcome: Outcome }) => settle(id, outcome));
		begun.on('error', (error) => stop(begun, error.message));
		begun.on('exit', () => stop(begun, 'the thread ended'));
		thread = begun;
		return begun;
	}

	function settle(id: number, outcome: Outcome): void {
		const { resolve, reject } = waiting.get(id) ?? {};
		waiting.delete(id);
		if (outcome.ok) resolve?.(outcome.bytes);
		else reject?.(new PressFailed(outcome.message));
		watch();
	}

	/** Nobody waits for ever, and an idle thread keeps no memory. */
	function watch(): void {
		if (timer) clearTimeout(timer);
		// While a paper is being written the process waits for it; the idle thread holds nothing up.
		if (waiting.size > 0) thread?.ref();
		else thread?.unref();
		const [ms, why] =
			waiting.size > 0 ? ([limits.jobMs, 'it took too long'] as const) : ([limits.idleMs, 'idle'] as const);
		timer = setTimeout(() => thread && stop(thread, why), ms);
		timer.unref();
	}

	function stop(which: Worker, why: string): void {
		if (which !== thread) return;
		thread = null;
		if (timer) clearTimeout(timer);
		for (const { reject } of waiting.values()) reject(new PressFailed(why));
		waiting.clear();
		void which.terminate();
	}

	return {
		write(job) {
			if (waiting.size >= limits.waiting) return Promise.reject(new PressBusy('too many papers wait'));
			return new Promise((resolve, reject) => {
				const id = (made += 1);
				waiting.set(id, { resolve, reject });
				running().postMessage({ id, job });
				if (waiting.size === 1) watch();
			});
		},
		async close() {
			const last = thread;
			if (last) stop(last, 'the server stops');
			await last?.terminate();
		}
	};
}

/** Built beside the server, whose code may lie in a folder below; in development the source itself. */
function workerEntry(): string {
	const here = fileURLToPath(import.meta.url);
	if (here.endsWith('.ts')) return join(dirname(here), 'worker.ts');
	let folder = dirname(here);
	while (!existsSync(join(folder, 'official-worker.js'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new PressFailed('The writing of papers is not built: run npm run build.');
		folder = parent;
	}
	return join(folder, 'official-worker.js');
}
