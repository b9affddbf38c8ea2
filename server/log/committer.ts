import { Conflict, type Append } from './port.ts';

interface Waiting {
	readonly group: readonly Append[];
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
}

/** How long a commit waits, in milliseconds, for each group that came in a millisecond of late, and at most. */
const WAIT_PER_RATE = 3.5;
const LONGEST_WAIT_MS = 10;
/** How long ago "of late" is. */
const MEMORY_MS = 50;

/**
 * Group commit: what arrives while one commit runs goes into the next, over all meetings and documents of the
 * process. When idle a group is committed at once; the more of them come, the longer a commit waits for others, up
 * to 10 ms, since it costs nearly the same for one as for ten. A group that conflicts must not fail its neighbours,
 * so a batch that failed is tried again group by group.
 */
export function committer(
	commit: (appends: readonly Append[]) => Promise<void>
): (group: readonly Append[]) => Promise<void> {
	let queue: Waiting[] = [];
	let running = false;
	const rhythm = new Rhythm();

	async function run(): Promise<void> {
		running = true;
		while (queue.length > 0) {
			await rhythm.wait();
			const batch = compatible();
			rhythm.begins(batch.length);
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

/** When the next commit begins. */
class Rhythm {
	#begun = -Infinity;
	/** Groups a millisecond. */
	#rate = 0;

	async wait(): Promise<void> {
		const left = this.#begun + Math.min(LONGEST_WAIT_MS, WAIT_PER_RATE * this.#rate) - performance.now();
		if (left >= 1) await new Promise((resolve) => setTimeout(resolve, left));
	}

	begins(groups: number): void {
		const now = performance.now();
		const since = Math.max(1, now - this.#begun);
		const weight = 1 - Math.exp(-since / MEMORY_MS);
		this.#rate += weight * (groups / since - this.#rate);
		this.#begun = now;
	}
}

export function streamOf(append: Append): string {
	switch (append.stream) {
		case 'meeting':
			return append.meeting;
		case 'document':
			return append.document;
		case 'count':
			return append.count;
	}
}
