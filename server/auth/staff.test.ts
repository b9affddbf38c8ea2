import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Auth } from './port.ts';
import { LoginTaken, UnfitPassword, UnknownAccount } from './port.ts';
import { heard, house, MINUTE, sent } from '../../tests/support/house.ts';

const PASSWORD = 'Đồng tâm nhất trí';
const HALL = '192.168.1.20';

let home: Awaited<ReturnType<typeof house>>;
let auth: Auth;
beforeAll(async () => {
	home = await house();
	auth = home.auth();
});
afterAll(() => home.close());

let made = 0;
async function clerk() {
	const login = `thu.ky.${++made}`;
	return {
		login,
		account: await auth.createStaff({ login, password: PASSWORD, person: 'an', isAdmin: false })
	};
}

async function failed(login: string, times: number, address = HALL) {
	const codes: string[] = [];
	for (let i = 0; i < times; i++) {
		const answer = await auth.signIn(login, `wrong ${i}`, address);
		codes.push(answer.ok ? 'ok' : answer.code);
	}
	return codes;
}

describe('a password', () => {
	test('is kept as Argon2id with 19,456 KiB, two passes and one lane', async () => {
		const { account } = await clerk();
		const [row] = await home.sql<
			{ password_hash: string }[]
		>`select password_hash from accounts where id = ${account}`;
		expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	test('is the same typed in decomposed letters, and the login in capitals', async () => {
		const { login, account } = await clerk();
		expect(PASSWORD.normalize('NFD')).not.toBe(PASSWORD);
		const answer = await auth.signIn(` ${login.toUpperCase()}`, PASSWORD.normalize('NFD'), HALL);
		expect(answer).toMatchObject({ ok: true, account });
	});

	test('of fewer than 8 or more than 1,024 characters is refused', async () => {
		const account = { login: 'short', person: null, isAdmin: false };
		for (const password of ['1234567', 'x'.repeat(1_025)]) {
			await expect(auth.createStaff({ ...account, password })).rejects.toThrow(UnfitPassword);
		}
		for (const [index, password] of ['12345678', 'ạ'.normalize('NFD').repeat(1_024)].entries()) {
			await auth.createStaff({ ...account, login: `edge${index}`, password });
			expect(await auth.signIn(`edge${index}`, password, HALL)).toMatchObject({ ok: true });
		}
	});

	test('that is changed ends the other sessions at once and no longer signs in', async () => {
		const { login, account } = await clerk();
		const [phone, desk] = [await auth.issueSession(account), await auth.issueSession(account)];
		const [onPhone, atDesk] = [await auth.principal(sent(phone)), await auth.principal(sent(desk))];
		const ended = heard(auth.onEnded);
		await auth.setPassword(account, 'một mật khẩu khác', atDesk?.principal.session);
		expect(ended).toEqual([onPhone?.principal.session]);
		expect(await auth.principal(sent(phone))).toBeNull();
		expect(await auth.principal(sent(desk))).not.toBeNull();
		expect(await auth.signIn(login, PASSWORD, HALL)).toEqual({ ok: false, code: 'wrong' });
		expect(await auth.signIn(login, 'một mật khẩu khác', HALL)).toMatchObject({ ok: true });
	});

	test('is not given to a device', async () => {
		const { account } = await auth.newDevice();
		await expect(auth.setPassword(account, PASSWORD)).rejects.toThrow(UnknownAccount);
	});
});

describe('an account', () => {
	test('has a login of its own', async () => {
		const { login } = await clerk();
		const second = { login: login.toUpperCase(), password: PASSWORD, person: null, isAdmin: true };
		await expect(auth.createStaff(second)).rejects.toThrow(LoginTaken);
	});
});

describe('a sign-in', () => {
	test('gives a new token each time and ends the session that the browser had', async () => {
		const { login } = await clerk();
		const device = await auth.newDevice();
		const before = (await auth.principal(sent(device.cookie)))?.principal.session;
		const first = await auth.signIn(login, PASSWORD, HALL, before);
		const second = await auth.signIn(login, PASSWORD, HALL);
		if (!first.ok || !second.ok) throw new Error('not signed in');
		expect(new Set([device.cookie.value, first.cookie.value, second.cookie.value]).size).toBe(3);
		expect(await auth.principal(sent(device.cookie))).toBeNull();
		expect((await auth.principal(sent(first.cookie)))?.principal).toMatchObject({
			kind: 'staff',
			person: 'an'
		});
	});

	test('that fails ends nothing', async () => {
		const { login } = await clerk();
		const device = await auth.newDevice();
		const before = (await auth.principal(sent(device.cookie)))?.principal.session;
		await auth.signIn(login, 'not the password', HALL, before);
		expect(await auth.principal(sent(device.cookie))).not.toBeNull();
	});

	test('fails alike for a wrong password, an unknown login and garbage', async () => {
		const { login } = await clerk();
		const tries = [
			[login, 'not the password'],
			['nobody', PASSWORD],
			['nobody', 'nobody'],
			['', ''],
			['a\0b', PASSWORD],
			['x'.repeat(100_000), PASSWORD],
			[login, 'x'.repeat(1_000_000)]
		] as const;
		for (const [name, password] of tries) {
			expect(await auth.signIn(name, password, '10.0.0.9')).toEqual({ ok: false, code: 'wrong' });
		}
	});

	test('with a login longer than any is not even counted, so that it fills no memory', async () => {
		expect(new Set(await failed('x'.repeat(201), 7))).toEqual(new Set(['wrong']));
		expect(await failed('x'.repeat(200), 6)).toContain('too-many');
	});

	test('is refused after five failures, even with the right password, for this account and address alone', async () => {
		const [one, other] = [await clerk(), await clerk()];
		expect(await failed(one.login, 6)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too-many']);
		expect(await auth.signIn(one.login, PASSWORD, HALL)).toEqual({
			ok: false,
			code: 'too-many',
			retryAfterSeconds: 60
		});
		expect(await auth.signIn(one.login.toUpperCase(), PASSWORD, HALL)).toMatchObject({ code: 'too-many' });
		expect(await auth.signIn(one.login, PASSWORD, '10.0.0.7')).toMatchObject({ ok: true });
		expect(await auth.signIn(other.login, PASSWORD, HALL)).toMatchObject({ ok: true });
		home.pass(MINUTE);
		expect(await auth.signIn(one.login, PASSWORD, HALL)).toMatchObject({ ok: true });
	});

	test('waits twice as long after each further failure', async () => {
		const { login } = await clerk();
		await failed(login, 5);
		for (const minutes of [1, 2, 4, 8]) {
			expect(await auth.signIn(login, PASSWORD, HALL)).toMatchObject({ retryAfterSeconds: minutes * 60 });
			home.pass(minutes * MINUTE);
			expect(await failed(login, 1)).toEqual(['wrong']);
		}
	});

	test('counts tries that come all at once', async () => {
		const { login } = await clerk();
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) => auth.signIn(login, `guess ${i}`, HALL))
		);
		const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
		expect(codes.filter((code) => code === 'wrong')).toHaveLength(5);
		expect(codes.filter((code) => code === 'too-many')).toHaveLength(15);
	});

	test('that finds too many others under way is told to come again, and is not counted', async () => {
		const logins = Array.from({ length: 110 }, (_, i) => `crowd ${i}`);
		const answers = await Promise.all(logins.map((login) => auth.signIn(login, PASSWORD, HALL)));
		const turnedAway = logins.filter((_, i) => !answers[i]?.ok && answers[i]?.code === 'too-many');
		expect(turnedAway.length).toBeGreaterThan(0);
		expect(answers[logins.indexOf(turnedAway[0] ?? '')]).toMatchObject({ retryAfterSeconds: 5 });
		expect(await failed(turnedAway[0] ?? '', 5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
	});

	test('that succeeds clears the failures before it', async () => {
		const { login } = await clerk();
		await failed(login, 4);
		await auth.signIn(login, PASSWORD, HALL);
		expect(await failed(login, 5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
	});
});
