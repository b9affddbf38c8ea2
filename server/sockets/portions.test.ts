import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inPortions } from './portions.ts';

const people = (count: number) => Array.from({ length: count }, (_, nth) => nth);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('few are told at once', () => {
	const told: number[] = [];
	inPortions<number>()('room', people(20), (some) => told.push(...some));
	expect(told).toEqual(people(20));
});

test('many are told a portion at a time, everybody once and in order, and other work comes between', () => {
	const tell = inPortions<number>();
	const told: string[] = [];
	tell('room', people(120), (some) => told.push(...some.map((nth) => `first ${nth}`)));
	tell('room', people(60), (some) => told.push(...some.map((nth) => `second ${nth}`)));
	expect(told).toHaveLength(20);
	vi.advanceTimersToNextTimer();
	expect(told).toHaveLength(40);
	vi.runAllTimers();
	expect(told).toEqual([
		...people(120).map((nth) => `first ${nth}`),
		...people(60).map((nth) => `second ${nth}`)
	]);
	tell('room', people(3), (some) => told.push(...some.map((nth) => `third ${nth}`)));
	expect(told).toHaveLength(183);
});

test('a room does not wait for another', () => {
	const tell = inPortions<number>();
	const told: number[] = [];
	tell('large', people(300), () => {});
	tell('small', people(10), (some) => told.push(...some));
	tell('empty', [], () => {});
	expect(told).toEqual(people(10));
});
