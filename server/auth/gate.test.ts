import { expect, test } from 'vitest';
import { Busy, gate } from './gate.ts';

function work() {
	let finish: () => void = () => {};
	let fail: (error: Error) => void = () => {};
	const done = new Promise<void>((resolve, reject) => {
		finish = resolve;
		fail = reject;
	});
	return { done, finish, fail };
}

test('two run at once, the others in order, and one that fails makes room too', async () => {
	const enter = gate(2, 10);
	const begun: number[] = [];
	const works = [work(), work(), work(), work()];
	const results = works.map(({ done }, index) =>
		enter(() => {
			begun.push(index);
			return done;
		})
	);
	expect(begun).toEqual([0, 1]);
	works[1]?.fail(new Error('one fails'));
	await expect(results[1]).rejects.toThrow('one fails');
	await expect.poll(() => begun).toEqual([0, 1, 2]);
	works[0]?.finish();
	await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
	for (const { finish } of works) finish();
	await Promise.all([results[0], results[2], results[3]]);
	await enter(async () => void begun.push(4));
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('nobody is let into a queue that is full', async () => {
	const enter = gate(1, 1);
	const [running, waiting] = [work(), work()];
	const results = [enter(() => running.done), enter(() => waiting.done)];
	await expect(enter(async () => {})).rejects.toThrow(Busy);
	running.finish();
	waiting.finish();
	await Promise.all(results);
	await enter(async () => {});
});
