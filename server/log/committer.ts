import { Conflict, type Append } from './port.ts';

interface Waiting {
	readonly group: readonly Append[];
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
}

/** Above this many groups in one commit the process is busy, and waiting a little gathers more into the next. */
const BUSY = 4;
const WINDOW_MS = 10;

/**
 * Group commit: what arrives while one commit runs goes into the next, over all meetings and documents of the
 * process. When idle a group is committed at once; under load the next commit waits up to 10 ms. A group that
 * conflicts must not fail its neighbours, so a batch that failed is tried again group by group.
 */
export function committer(
	commit: (appends: readonly Append[]) => Promise<void>
): (group: readonly Append[]) => Promise<void> {
	let queue: Waiting[] = [];
	let running = false;

	async function run(): Promise<void> {
		running = true;
		let gathered = 1;
		while (queue.length > 0) {
			if (gathered > BUSY) await new Promise((resolve) => setTimeout(resolve, Math.min(WINDOW_MS, gathered)));
			const batch = compatible();
			gathered = batch.length;
			await commitAll(batch);
		}
		running = false;
	}

	/** Two groups on one stream cannot share a commit: the second expects what the first has not yet reached. */
	function compatible(): Waiting[] {
		const streams = new Set<string>();
		const batch: Waiting[] = [];
		const later: Waiting[] = [];
		for (const waiting of queue) {
			const names = waiting.group.map(streamOf);
			if (names.some((name) => streams.has(name))) later.push(waiting);
			else batch.push(waiting);
			for (const name of names) streams.add(name);
		}
		queue = later;
		return batch;
	}

	async function commitAll(batch: readonly Waiting[]): Promise<void> {
		try {
			await commit(batch.flatMap(({ group }) => group));
			for (const { resolve } of batch) resolve();
		} catch (error) {
			if (batch.length > 1 && error instanceof Conflict)
				for (const waiting of batch) await commitAll([waiting]);
			else for (const { reject } of batch) reject(error);
		}
	}

	return (group) =>
		new Promise((resolve, reject) => {
			queue.push({ group, resolve, reject });
			if (!running) void run();
		});
}

export function streamOf(append: Append): string {
	return append.stream === 'meeting' ? append.meeting : append.document;
}
