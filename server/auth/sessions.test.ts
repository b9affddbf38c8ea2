import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { createAuth } from './auth.ts';
import { DAY, heard, house, idOf, SECOND, sent, staff } from '../../tests/support/house.ts';

let home: Awaited<ReturnType<typeof house>>;
beforeAll(async () => {
	home = await house();
});
afterAll(() => home.close());

describe('the cookie', () => {
	test('is bound to its host under https', async () => {
		const { cookie } = await home.auth(true).newDevice();
		expect(cookie.header).toBe(
			`__Host-session=${cookie.value}; HttpOnly; Max-Age=34560000; Path=/; SameSite=Lax; Secure`
		);
		expect(cookie).toMatchObject({
			name: '__Host-session',
			attributes: { httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 34_560_000 }
		});
	});

	test('has another name on plain http, where browsers refuse that prefix', async () => {
		const { cookie } = await home.auth().newDevice();
		expect(cookie.header).toBe(`session=${cookie.value}; HttpOnly; Max-Age=34560000; Path=/; SameSite=Lax`);
		expect(home.auth().blankCookie().header).toBe('session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax');
	});

	test('carries 160 bits that are new each time', async () => {
		const made = await Promise.all(Array.from({ length: 20 }, () => home.auth().newWall()));
		expect(new Set(made.map(({ cookie }) => cookie.value)).size).toBe(20);
		for (const { cookie } of made) expect(Buffer.from(cookie.value.slice(1), 'base64url')).toHaveLength(20);
	});

	test('is nowhere in the database: only the hash of its token is', async () => {
		const auth = home.auth();
		const { cookie } = await auth.newDevice();
		const link = await auth.createLink('an');
		const tables = await home.sql<{ name: string }[]>`
			select table_name as name from information_schema.tables where table_schema = 'public'`;
		let everything = '';
		for (const { name } of tables)
			everything += JSON.stringify(await home.sql`select * from ${home.sql(name)}`);
		for (const secret of [cookie.value, cookie.value.slice(1), link])
			expect(everything).not.toContain(secret);
		expect(everything).toContain(idOf(cookie));
	});
});

describe('a look-up', () => {
	test('names who is there, by name and nothing else of the row', async () => {
		const auth = home.auth();
		const { account, cookie } = await staff(auth, 'thu.ky');
		expect(await auth.principal(sent(cookie))).toEqual({
			principal: {
				session: idOf(cookie),
				account,
				kind: 'staff',
				person: 'an',
				isAdmin: true,
				meeting: null
			},
			refreshed: null
		});
	});

	test('answers garbage with nobody, and finds the session beside it', async () => {
		const auth = home.auth();
		const { cookie } = await auth.newDevice();
		const forged = `session=s${cookie.value.slice(1)}`;
		const garbage = [
			forged,
			'',
			';',
			'=',
			'session',
			'session=',
			'session=%E0%A4',
			'sid=%E0%A4',
			`session=${cookie.value}x`,
			`session=${cookie.value.slice(1)}`,
			`session=d${'\0'.repeat(27)}`,
			`session="${cookie.value}"`,
			`__Host-session=${cookie.value}`,
			`session=${'d'.repeat(100_000)}`,
			'=;'.repeat(50_000)
		];
		for (const header of [null, undefined, ...garbage])
			expect(await auth.principal(header, 'page')).toBeNull();
		// Two cookies of a token's form: the first counts, as it would for any server.
		for (const header of garbage.filter((other) => other !== forged)) {
			const found = await auth.principal(`${header}; session=${cookie.value}; theme=%`);
			expect(found?.principal.session).toBe(idOf(cookie));
		}
	});

	test('under https does not take the cookie that any host of the network could have set', async () => {
		const auth = home.auth(true);
		const { cookie } = await auth.newDevice();
		expect(await auth.principal(`session=${cookie.value}`)).toBeNull();
		expect(await auth.principal(sent(cookie))).not.toBeNull();
	});

	test('rejects while the database is away: nobody is signed out by that', async () => {
		const away = connect(home.url);
		const auth = createAuth({ db: away.db, secure: false });
		const { cookie } = await auth.newDevice();
		await away.close();
		await expect(auth.principal(sent(cookie))).rejects.toThrow();
		expect(await home.auth().principal(sent(cookie))).not.toBeNull();
	});
});

describe('a lifetime', () => {
	test('of a device slides: it is prolonged in its second half, by a page and not by a socket', async () => {
		const auth = home.auth();
		const { cookie } = await auth.newDevice();
		const end = home.now() + 400 * DAY;
		home.pass(199 * DAY);
		expect((await auth.principal(sent(cookie), 'page'))?.refreshed).toBeNull();
		home.pass(2 * DAY);
		expect((await auth.principal(sent(cookie), 'socket'))?.refreshed).toBeNull();
		expect((await home.session(idOf(cookie)))?.expiresAt).toBe(end);
		const prolonged = await auth.principal(sent(cookie), 'page');
		expect(prolonged?.refreshed?.header).toBe(cookie.header);
		expect((await home.session(idOf(cookie)))?.expiresAt).toBe(home.now() + 400 * DAY);
		expect((await auth.principal(sent(cookie), 'page'))?.refreshed).toBeNull();
		home.pass(399 * DAY);
		expect(await auth.principal(sent(cookie))).not.toBeNull();
	});

	test('of a device ends after 400 days without a page, and its sockets are told', async () => {
		const auth = home.auth();
		const ended = heard(auth.onEnded);
		const { cookie } = await auth.newDevice();
		home.pass(400 * DAY - SECOND);
		expect(await auth.principal(sent(cookie))).not.toBeNull();
		home.pass(3 * SECOND);
		expect(await auth.principal(sent(cookie))).toBeNull();
		expect(ended).toEqual([idOf(cookie)]);
		expect(await home.session(idOf(cookie))).toBeUndefined();
	});

	test('of staff slides by 30 days', async () => {
		const auth = home.auth();
		const { cookie } = await staff(auth, 'idle');
		home.pass(30 * DAY + SECOND);
		expect(await auth.principal(sent(cookie), 'page')).toBeNull();
	});

	test('of staff ends 90 days after the sign-in, however often they come', async () => {
		const auth = home.auth();
		const { cookie } = await staff(auth, 'busy');
		const signedIn = home.now();
		for (let day = 10; day < 90; day += 10) {
			home.pass(10 * DAY);
			expect(await auth.principal(sent(cookie), 'page')).not.toBeNull();
			expect((await home.session(idOf(cookie)))?.expiresAt).toBeLessThanOrEqual(signedIn + 90 * DAY);
		}
		home.pass(10 * DAY - SECOND);
		expect(await auth.principal(sent(cookie), 'page')).not.toBeNull();
		home.pass(3 * SECOND);
		expect(await auth.principal(sent(cookie), 'page')).toBeNull();
	});

	test('of a wall ends 400 days after it was made', async () => {
		const auth = home.auth();
		const { cookie } = await auth.newWall();
		home.pass(300 * DAY);
		expect((await auth.principal(sent(cookie), 'page'))?.refreshed).toBeNull();
		home.pass(100 * DAY + SECOND);
		expect(await auth.principal(sent(cookie), 'page')).toBeNull();
	});

	test('that is over is swept, and its sockets are told', async () => {
		const auth = home.auth();
		await auth.sweep();
		const ended = heard(auth.onEnded);
		const { cookie } = await staff(auth, 'swept');
		home.pass(31 * DAY);
		await auth.sweep();
		expect(ended).toContain(idOf(cookie));
		expect(await home.session(idOf(cookie))).toBeUndefined();
	});
});

describe('an end', () => {
	test('is immediate in this process, though the session had just been looked up', async () => {
		const auth = home.auth();
		const ended = heard(auth.onEnded);
		const [one, two] = [await auth.newDevice(), await auth.newDevice()];
		expect(await auth.principal(sent(one.cookie))).not.toBeNull();
		expect(await auth.principal(sent(two.cookie))).not.toBeNull();
		await auth.revokeSession(idOf(one.cookie));
		await auth.signOut(idOf(two.cookie));
		expect(await auth.principal(sent(one.cookie))).toBeNull();
		expect(await auth.principal(sent(two.cookie))).toBeNull();
		expect(ended).toEqual([idOf(one.cookie), idOf(two.cookie)]);
	});

	test('in another process is known after two seconds', async () => {
		const [here, there] = [home.auth(), home.auth()];
		const { cookie } = await here.newDevice();
		expect(await there.principal(sent(cookie))).not.toBeNull();
		await here.revokeSession(idOf(cookie));
		home.pass(2 * SECOND);
		expect(await there.principal(sent(cookie))).toBeNull();
	});

	test('of something that is no session does nothing', async () => {
		const auth = home.auth();
		const ended = heard(auth.onEnded);
		for (const garbage of ['', '\0', "' or true --", 'a'.repeat(63)]) await auth.revokeSession(garbage);
		expect(ended).toEqual([]);
	});

	test('is told no longer to who stopped listening', async () => {
		const auth = home.auth();
		const subjects: string[] = [];
		const stop = auth.onEnded((session) => subjects.push(session));
		stop();
		const { cookie } = await auth.newDevice();
		await auth.revokeSession(idOf(cookie));
		expect(subjects).toEqual([]);
	});
});
