import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UnknownAccount, type Auth } from './port.ts';
import { DAY, heard, house, sent } from '../../tests/support/house.ts';

let home: Awaited<ReturnType<typeof house>>;
let auth: Auth;
beforeAll(async () => {
	home = await house();
	auth = home.auth();
});
afterAll(() => home.close());

async function accounts() {
	return (await home.sql<{ id: string }[]>`select id from accounts`).map(({ id }) => id);
}

describe('a device', () => {
	test('waits without a name', async () => {
		const { account, cookie } = await auth.newDevice();
		expect((await auth.principal(sent(cookie)))?.principal).toMatchObject({
			account,
			kind: 'device',
			person: null,
			isAdmin: false
		});
	});

	test('has its name from the moment the desk confirms it', async () => {
		const { account, cookie } = await auth.newDevice();
		await auth.principal(sent(cookie));
		const changed = heard(auth.onChanged);
		expect(await auth.bind(account, 'an')).toBe(true);
		expect(changed).toEqual([account]);
		expect((await auth.principal(sent(cookie)))?.principal.person).toBe('an');
	});

	test('loses its name and its sessions at once', async () => {
		const { account, cookie } = await auth.newDevice();
		await auth.bind(account, 'an');
		const second = await auth.issueSession(account);
		const sessions = [await auth.principal(sent(cookie)), await auth.principal(sent(second))];
		const ended = heard(auth.onEnded);
		expect(await auth.unbind(account)).toBe(true);
		expect(ended.sort()).toEqual(sessions.map((found) => found?.principal.session).sort());
		expect(await auth.principal(sent(cookie))).toBeNull();
		expect(await auth.principal(sent(second))).toBeNull();
		const [row] = await home.sql`select person from accounts where id = ${account}`;
		expect(row).toEqual({ person: null });
	});

	test('that is passed round has no name of its own, and stays signed in', async () => {
		const { account, cookie } = await auth.newDevice();
		await auth.bind(account, 'an');
		const session = (await auth.principal(sent(cookie)))?.principal.session;
		const ended = heard(auth.onEnded);
		expect(await auth.release(account)).toEqual([session]);
		expect((await auth.principal(sent(cookie)))?.principal).toMatchObject({ account, person: null });
		expect([ended, await auth.release('nobody')]).toEqual([[], []]);
	});

	test('is listed with the others that speak for a person, by hash, while it may', async () => {
		const [phone, laptop] = [await auth.newDevice(), await auth.newDevice()];
		await auth.bind(phone.account, 'binh');
		const [first] = await auth.devicesOf('binh');
		expect(first).toEqual({
			session: (await auth.principal(sent(phone.cookie)))?.principal.session,
			account: phone.account,
			kind: 'device',
			createdAt: new Date(home.now()),
			expiresAt: new Date(home.now() + 400 * DAY)
		});
		home.pass(DAY);
		await auth.bind(laptop.account, 'binh');
		expect((await auth.devicesOf('binh')).map(({ account }) => account)).toContain(laptop.account);
		if (first) await auth.revokeSession(first.session);
		expect((await auth.devicesOf('binh')).map(({ account }) => account)).toEqual([laptop.account]);
		home.pass(401 * DAY);
		expect(await auth.devicesOf('binh')).toEqual([]);
	});
});

test('staff and walls are neither bound nor unbound by a desk', async () => {
	const account = await auth.createStaff({
		login: 'can.bo',
		password: 'mật khẩu dài',
		person: 'an',
		isAdmin: true
	});
	const cookie = await auth.issueSession(account);
	const wall = await auth.newWall();
	const told = [...heard(auth.onChanged), ...heard(auth.onEnded)];
	expect([await auth.bind(account, 'binh'), await auth.unbind(account)]).toEqual([false, false]);
	expect([await auth.bind(wall.account, 'binh'), await auth.unbind('nobody')]).toEqual([false, false]);
	expect((await auth.principal(sent(cookie)))?.principal.person).toBe('an');
	expect((await auth.principal(sent(wall.cookie)))?.principal.person).toBeNull();
	expect(told).toEqual([]);
});

test('nobody gets a session for an account that does not exist', async () => {
	await expect(auth.issueSession('nobody')).rejects.toThrow(UnknownAccount);
});

describe('a sweep', () => {
	test('forgets devices that nobody gave a name in 30 days, and tells their sockets', async () => {
		const [nameless, named] = [await auth.newDevice(), await auth.newDevice()];
		await auth.bind(named.account, 'an');
		const session = (await auth.principal(sent(nameless.cookie)))?.principal.session;
		home.pass(29 * DAY);
		await auth.sweep();
		expect(await accounts()).toEqual(expect.arrayContaining([nameless.account, named.account]));
		const ended = heard(auth.onEnded);
		home.pass(2 * DAY);
		await auth.sweep();
		expect(ended).toContain(session);
		expect(await accounts()).not.toContain(nameless.account);
		expect(await auth.principal(sent(nameless.cookie))).toBeNull();
		expect(await auth.principal(sent(named.cookie))).not.toBeNull();
	});

	test('forgets devices and walls without a session, but never staff', async () => {
		const staff = await auth.createStaff({
			login: 'van.phong',
			password: 'mật khẩu dài',
			person: null,
			isAdmin: false
		});
		const [device, wall] = [await auth.newDevice(), await auth.newWall()];
		for (const { cookie } of [device, wall])
			await auth.signOut((await auth.principal(sent(cookie)))?.principal.session ?? '');
		await auth.sweep();
		expect(await accounts()).toEqual(expect.arrayContaining([device.account, wall.account]));
		home.pass(2 * DAY);
		await auth.sweep();
		expect(await accounts()).toContain(staff);
		expect(await accounts()).not.toContain(device.account);
		expect(await accounts()).not.toContain(wall.account);
	});
});
