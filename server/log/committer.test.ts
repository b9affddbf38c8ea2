import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { committer, streamOf } from './committer.ts';
import { Conflict, type Append } from './port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = (name: string): Append => ({
	stream: 'document',
	document: `mtg/${name}`,
	expected: 1,
	epoch: 0,
	raiseEpoch: false,
	parts: [{ author: 'm1', at: 0, update: Uint8Array.of(1) }],
	clients: []
});

/** Every commit takes a millisecond; `sizes` is how many streams went into each. */
function disk() {
	const sizes: number[] = [];
	const append = committer(async (appends) => {
		sizes.push(appends.length);
		await new Promise((resolve) => setTimeout(resolve, 1));
	});
	return { sizes, append };
}

test('what comes when all is idle is committed at once, again and again', async () => {
	const { sizes, append } = disk();
	for (let nth = 0; nth < 5; nth += 1) {
		const done = append([words('a')]);
		await vi.advanceTimersByTimeAsync(0);
		expect(sizes).toHaveLength(nth + 1);
		await vi.advanceTimersByTimeAsync(40);
		await done;
	}
});

test('the more come, the more go together, and nobody waits longer than the window and the commit before', async () => {
	const { sizes, append } = disk();
	const waits: number[] = [];
	for (let ms = 0; ms < 400; ms += 1) {
		for (const nth of [0, 1, 2]) {
			const came = performance.now();
			void append([words(`${ms}.${nth}`)]).then(() => waits.push(performance.now() - came));
		}
		await vi.advanceTimersByTimeAsync(1);
	}
	await vi.advanceTimersByTimeAsync(50);
	expect(waits).toHaveLength(1200);
	expect(Math.max(...waits)).toBeLessThanOrEqual(13);
	expect(Math.min(...sizes.slice(-20, -1))).toBeGreaterThan(15);
});

test('two groups on one stream go one after the other, and one that conflicts fails alone', async () => {
	const commits: string[][] = [];
	const append = committer((appends) => {
		const names = appends.map(streamOf);
		commits.push(names);
		return names.includes('mtg/bad') ? Promise.reject(new Conflict()) : Promise.resolve();
	});
	const answers = Promise.allSettled([
		append([words('first')]),
		append([words('a')]),
		append([words('a')]),
		append([words('bad')]),
		append([words('b')])
	]);
	await vi.advanceTimersByTimeAsync(50);
	expect((await answers).map(({ status }) => status)).toEqual([
		'fulfilled',
		'fulfilled',
		'fulfilled',
		'rejected',
		'fulfilled'
	]);
	expect(commits.filter((names) => names.filter((name) => name === 'mtg/a').length > 1)).toEqual([]);
});
