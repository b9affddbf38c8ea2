/**
 * The thread that writes papers: the libraries are loaded here alone, so neither the start of the server nor its
 * loop feels them.
 */
import { parentPort } from 'node:worker_threads';
import type { Job, Outcome } from './jobs.ts';
import { done } from './write.ts';

parentPort?.on('message', ({ id, job }: { id: number; job: Job }) => {
	void answer(id, job);
});

async function answer(id: number, job: Job): Promise<void> {
	const outcome = await outcomeOf(job);
	const moved = outcome.ok ? [outcome.bytes.buffer as ArrayBuffer] : [];
	parentPort?.postMessage({ id, outcome }, moved);
}

async function outcomeOf(job: Job): Promise<Outcome> {
	try {
		return { ok: true, bytes: new Uint8Array(await done(job)) };
	} catch (error) {
		return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
