import { expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';

test('nothing matches where there is no account, whatever it is compared with meanwhile', async () => {
	const passwords = createPasswords();
	for (const password of ['', 'nobody', 'mật khẩu dài'])
		expect(await passwords.matches(null, password)).toBe(false);
});

test('two equal passwords are kept differently, and each matches', async () => {
	const passwords = createPasswords();
	const [one, other] = [await passwords.hash('mật khẩu dài'), await passwords.hash('mật khẩu dài')];
	expect(one).not.toBe(other);
	expect(await passwords.matches(one, 'mật khẩu dài')).toBe(true);
	expect(await passwords.matches(other, 'mật khẩu dài'.normalize('NFD'))).toBe(true);
	expect(await passwords.matches(one, 'mật khẩu dai')).toBe(false);
});

test('more than wait in the queue are told to come again', async () => {
	const passwords = createPasswords();
	const stored = await passwords.hash('mật khẩu dài');
	const answers = await Promise.allSettled(
		Array.from({ length: 110 }, () => passwords.matches(stored, 'mật khẩu dài'))
	);
	const refused = answers.filter((answer) => answer.status === 'rejected');
	expect(refused).toHaveLength(8);
	expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value)).toHaveLength(102);
});
