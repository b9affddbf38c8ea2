import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inPortions } from './portions.ts';

const people = (count: number) => Array.from({ length: count }, (_, nth) => nth);

test('few are told at once', () => {
	const told: number[] = [];
	inPortions<number>()(people(20), (some) => told.push(...some));
	expect(told).toEqual(people(20));
});

test('many are told a portion at a time, everybody once and in order, and other work comes between', async () => {
	const tell = inPortions<number>();
	const told: string[] = [];
	tell(people(120), (some) => told.push(...some.map((nth) => `first ${nth}`)));
	tell(people(60), (some) => told.push(...some.map((nth) => `second ${nth}`)));
	expect(told).toHaveLength(20);
	await turn();
	expect(told.length).toBeLessThan(180);
	while (told.length < 180) await turn();
	expect(told).toEqual([
		...people(120).map((nth) => `first ${nth}`),
		...people(60).map((nth) => `second ${nth}`)
	]);
});
