import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Auth } from '../auth/port.ts';
import { house, sent } from '../../tests/support/house.ts';
import { createStaff, resetPassword } from './admin.ts';
import { firstLine } from './input.ts';

let at: Awaited<ReturnType<typeof house>>;
let auth: Auth;
let tools: Parameters<typeof createStaff>[0];
beforeEach(async () => {
	at = await house();
	auth = at.auth();
	tools = { db: at.db, auth };
});
afterEach(() => at.close());

const staff = { login: 'BiThu', password: 'mật khẩu dài', person: 'an', isAdmin: false };

test('an account is made with the password given, and signs in', async () => {
	expect(await createStaff(tools, staff)).toEqual({ login: 'BiThu', password: null });
	expect(await auth.signIn('bithu', 'mật khẩu dài', '127.0.0.1')).toMatchObject({ ok: true });
});

test('without a password one is made and told', async () => {
	const { password } = await createStaff(tools, { ...staff, password: null, person: null, isAdmin: true });
	expect(password).toMatch(/^[\w-]{16}$/);
	expect(await auth.signIn('bithu', password ?? '', '127.0.0.1')).toMatchObject({ ok: true });
});

test('a taken login, a short password and a person who does not exist are refused in a sentence', async () => {
	await createStaff(tools, staff);
	await expect(createStaff(tools, { ...staff, login: 'bithu' })).rejects.toThrow('The login bithu is taken.');
	await expect(createStaff(tools, { ...staff, login: 'khac', password: 'ngắn' })).rejects.toThrow(
		'A password has 8 to 1,024 characters.'
	);
	await expect(createStaff(tools, { ...staff, person: 'nobody' })).rejects.toThrow(
		'There is no person nobody.'
	);
});

test('a new password ends the account’s sessions', async () => {
	await createStaff(tools, staff);
	const before = await auth.signIn('bithu', 'mật khẩu dài', '127.0.0.1');
	if (!before.ok) throw new Error('no sign-in');
	await resetPassword(tools, 'BITHU', 'một mật khẩu khác');
	expect(await auth.principal(sent(before.cookie))).toBeNull();
	expect(await auth.signIn('bithu', 'mật khẩu dài', '127.0.0.1')).toMatchObject({ ok: false });
	expect(await auth.signIn('bithu', 'một mật khẩu khác', '127.0.0.1')).toMatchObject({ ok: true });
	await expect(resetPassword(tools, 'ai-do', null)).rejects.toThrow('There is no account ai-do.');
});

test('a password from standard input is its first line', async () => {
	expect(await firstLine(Readable.from(['mật ', 'khẩu\r\nkhông phải\n']))).toBe('mật khẩu');
	expect(await firstLine(Readable.from(['không xuống dòng']))).toBe('không xuống dòng');
	expect(await firstLine(Readable.from([]))).toBe('');
});
