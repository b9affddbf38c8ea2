import { expect, test } from 'vitest';
import { createJoinCodes } from './join-codes.ts';

const MINUTE = 60_000;
const HALL = '192.168.1.1';

function entrance() {
	let now = 1_000_000;
	const codes = createJoinCodes(() => now);
	let asked = 0;
	const find = (right: boolean) => () => {
		asked += 1;
		return right ? 'meeting' : null;
	};
	return {
		...codes,
		wrong: (device: string, address = HALL) => codes.attempt(device, address, find(false)),
		right: (device: string, address = HALL) => codes.attempt(device, address, find(true)),
		pass: (milliseconds: number) => void (now += milliseconds),
		asked: () => asked
	};
}

test('a right code opens', async () => {
	expect(await entrance().right('phone')).toEqual({ ok: true, found: 'meeting' });
});

test('after ten wrong codes a device waits ten minutes, and its neighbours in the hall do not', async () => {
	const door = entrance();
	for (let i = 0; i < 10; i++) expect(await door.wrong('phone')).toEqual({ ok: false, code: 'wrong' });
	expect(await door.right('phone')).toEqual({ ok: false, code: 'too-many', retryAfterSeconds: 600 });
	expect(door.asked()).toBe(10);
	expect(await door.right('another phone')).toMatchObject({ ok: true });
	expect(await door.right('phone', '10.0.0.1')).toMatchObject({ ok: true });
	door.pass(10 * MINUTE);
	expect(await door.right('phone')).toMatchObject({ ok: true });
});

test('twenty wrong codes within a minute, by whomever, turn codes off', async () => {
	const door = entrance();
	for (let i = 0; i < 19; i++) await door.wrong(`phone ${i}`, `10.0.0.${i}`);
	expect(door.areOff()).toBe(false);
	await door.wrong('the last', '10.0.1.1');
	expect(door.areOff()).toBe(true);
	expect(await door.right('honest')).toEqual({ ok: false, code: 'codes-off', retryAfterSeconds: 600 });
	expect(door.asked()).toBe(20);
	door.pass(10 * MINUTE);
	expect(door.areOff()).toBe(false);
	expect(await door.right('honest')).toMatchObject({ ok: true });
});

test('a wrong code now and then turns nothing off', async () => {
	const door = entrance();
	for (let i = 0; i < 60; i++) {
		await door.wrong(`phone ${i}`);
		door.pass(MINUTE / 18);
	}
	expect(door.areOff()).toBe(false);
});

test('a hall of a hundred who all type the right code at once gets in', async () => {
	const door = entrance();
	const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => door.right(`phone ${i}`)));
	expect(answers.every((answer) => answer.ok)).toBe(true);
	for (let i = 0; i < 30; i++) expect(await door.right('one phone')).toMatchObject({ ok: true });
});

test('guesses sent all at once are counted before any is answered', async () => {
	const door = entrance();
	await Promise.all(Array.from({ length: 50 }, () => door.wrong('phone')));
	expect(door.asked()).toBe(10);
});

test('a code that could not be looked up counts for nothing', async () => {
	const door = entrance();
	for (let i = 0; i < 15; i++) {
		await expect(door.attempt('phone', HALL, () => Promise.reject(new Error('away')))).rejects.toThrow(
			'away'
		);
	}
	expect(await door.right('phone')).toMatchObject({ ok: true });
});
