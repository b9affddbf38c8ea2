import { describe, expect, test } from 'vitest';
import { limiter } from './limits.ts';

function three(wait = (time: number) => time * 100) {
	let now = 1_000_000;
	const limit = limiter({ tries: 3, milliseconds: 1_000, wait }, () => now);
	return { ...limit, pass: (milliseconds: number) => void (now += milliseconds) };
}

describe('a limiter', () => {
	test('allows as many tries as it says, and not one more', () => {
		const limit = three();
		expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 0, 100]);
		expect(limit.waiting('a')).toBe(100);
		expect(limit.take('b')).toBe(0);
	});

	test('forgets each try when its time is over, not all of them together', () => {
		const limit = three();
		limit.take('a');
		limit.pass(600);
		limit.take('a');
		limit.pass(600);
		expect([limit.take('a'), limit.take('a')]).toEqual([0, 0]);
		expect(limit.take('a')).toBe(100);
	});

	test('lets one more through after the wait, then waits longer', () => {
		const limit = three();
		for (let i = 0; i < 3; i++) limit.take('a');
		limit.pass(99);
		expect(limit.take('a')).toBe(1);
		limit.pass(1);
		expect(limit.take('a')).toBe(0);
		expect(limit.take('a')).toBe(200);
	});

	test('does not lengthen the wait for who asks during it', () => {
		const limit = three();
		for (let i = 0; i < 50; i++) limit.take('a');
		limit.pass(100);
		expect(limit.waiting('a')).toBe(0);
	});

	test('begins with the first wait again after a quiet spell', () => {
		const limit = three();
		for (let i = 0; i < 3; i++) limit.take('a');
		limit.pass(100);
		limit.take('a');
		limit.pass(200 + 1_000);
		for (let i = 0; i < 3; i++) expect(limit.take('a')).toBe(0);
		expect(limit.take('a')).toBe(100);
	});

	test('gives a try back that was none, also the one that used them up', () => {
		const limit = three();
		for (let i = 0; i < 20; i++) {
			expect(limit.take('a')).toBe(0);
			limit.giveBack('a');
		}
		limit.take('a');
		limit.take('a');
		expect(limit.take('a')).toBe(0);
		limit.giveBack('a');
		expect(limit.waiting('a')).toBe(0);
		expect(limit.take('a')).toBe(0);
		expect(limit.take('a')).toBe(100);
		limit.giveBack('never seen');
	});

	test('forgets a key', () => {
		const limit = three();
		for (let i = 0; i < 3; i++) limit.take('a');
		limit.forget('a');
		expect(limit.take('a')).toBe(0);
	});

	test('keeps a bounded number of keys, the latest', () => {
		const limit = three();
		for (let i = 0; i < 3; i++) limit.take('first');
		for (let i = 0; i < 19_999; i++) limit.take(`other ${i}`);
		expect(limit.waiting('first')).toBe(100);
		limit.take('one more');
		expect(limit.waiting('first')).toBe(0);
	});
});
