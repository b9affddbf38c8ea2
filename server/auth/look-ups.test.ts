import { expect, test } from 'vitest';
import { lookUps } from './look-ups.ts';

function shelf(most = 100) {
	let now = 0;
	const stored = new Map<string, string>();
	let reads = 0;
	/** While held, a read has its value already but does not answer. */
	let held: Promise<void> = Promise.resolve();
	const known = lookUps<string>({
		now: () => now,
		milliseconds: 2_000,
		most,
		async load(key) {
			reads += 1;
			const value = stored.get(key) ?? null;
			await held;
			return value;
		}
	});
	return {
		...known,
		stored,
		pass: (milliseconds: number) => void (now += milliseconds),
		reads: () => reads,
		hold() {
			let release = () => {};
			held = new Promise((resolve) => (release = resolve));
			return () => {
				held = Promise.resolve();
				release();
			};
		}
	};
}

test('an answer is kept for its time, and asked once by many at once', async () => {
	const known = shelf();
	known.stored.set('a', '1');
	expect(await Promise.all([known.get('a'), known.get('a'), known.get('a')])).toEqual(['1', '1', '1']);
	known.pass(1_999);
	await known.get('a');
	expect(known.reads()).toBe(1);
	known.pass(1);
	await known.get('a');
	expect(known.reads()).toBe(2);
});

test('what is unknown is asked again each time', async () => {
	const known = shelf();
	expect(await known.get('a')).toBeNull();
	known.stored.set('a', '1');
	expect(await known.get('a')).toBe('1');
});

test.each([
	['by key', (known: ReturnType<typeof shelf>) => known.drop('a')],
	['by value', (known: ReturnType<typeof shelf>) => known.dropWhere(() => false)]
])('a look-up that began before a drop %s is not answered with what it had read', async (_, drop) => {
	const known = shelf();
	known.stored.set('a', 'before');
	const release = known.hold();
	const answer = known.get('a');
	known.stored.set('a', 'after');
	drop(known);
	release();
	expect(await answer).toBe('after');
	expect(await known.get('a')).toBe('after');
});

test('dropping by value drops what matches and keeps the rest', async () => {
	const known = shelf();
	known.stored.set('a', '1').set('b', '2');
	await Promise.all([known.get('a'), known.get('b')]);
	known.stored.set('a', 'new').set('b', 'new');
	known.dropWhere((value) => value === '1');
	expect([await known.get('a'), await known.get('b')]).toEqual(['new', '2']);
});

test('a failure is answered to who waits and not kept', async () => {
	let fails = true;
	const known = lookUps<string>({
		now: () => 0,
		milliseconds: 2_000,
		most: 10,
		load: () => (fails ? Promise.reject(new Error('away')) : Promise.resolve('1'))
	});
	await expect(known.get('a')).rejects.toThrow('away');
	fails = false;
	expect(await known.get('a')).toBe('1');
});

test('the oldest goes when there are too many', async () => {
	const known = shelf(2);
	known.stored.set('a', '1').set('b', '1').set('c', '1');
	for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await known.get(key);
	expect(known.reads()).toBe(4);
});
