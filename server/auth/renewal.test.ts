import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, heard, house, idOf, MINUTE, SECOND, sent, staff } from '../../tests/support/house.ts';

let home: Awaited<ReturnType<typeof house>>;
beforeAll(async () => {
	home = await house();
});
afterAll(() => home.close());

describe('after a change of office', () => {
	async function renewed() {
		const auth = home.auth();
		const { account, cookie } = await auth.newDevice();
		await auth.bind(account, 'binh');
		expect(await auth.principal(sent(cookie))).not.toBeNull();
		await auth.renewTokens('binh');
		return { auth, cookie };
	}

	test('the next page brings a new token, and the old one ends a minute later', async () => {
		const { auth, cookie } = await renewed();
		const begun = (await home.session(idOf(cookie)))?.createdAt;
		home.pass(5 * MINUTE);
		expect((await auth.principal(sent(cookie), 'socket'))?.refreshed).toBeNull();
		const page = await auth.principal(sent(cookie), 'page');
		const fresh = page?.refreshed;
		if (!fresh) throw new Error('no new token');
		expect(fresh.value).not.toBe(cookie.value);
		expect(page.principal).toMatchObject({ session: idOf(fresh), person: 'binh' });
		expect((await home.session(idOf(fresh)))?.createdAt).toBe(begun);
		home.pass(59 * SECOND);
		expect((await auth.principal(sent(cookie), 'page'))?.refreshed).toBeNull();
		await auth.renewTokens('binh');
		expect((await auth.principal(sent(cookie), 'page'))?.refreshed).toBeNull();
		home.pass(3 * SECOND);
		const ended = heard(auth.onEnded);
		expect(await auth.principal(sent(cookie), 'page')).toBeNull();
		expect(ended).toEqual([idOf(cookie)]);
		expect((await auth.principal(sent(fresh), 'page'))?.principal.person).toBe('binh');
	});

	test('ten requests at once bring one new token, and every one of them passes', async () => {
		const { auth, cookie } = await renewed();
		const before = (await auth.devicesOf('binh')).length;
		const pages = await Promise.all(Array.from({ length: 10 }, () => auth.principal(sent(cookie), 'page')));
		expect(pages.every((page) => page !== null)).toBe(true);
		expect(pages.filter((page) => page?.refreshed)).toHaveLength(1);
		expect(await auth.devicesOf('binh')).toHaveLength(before + 1);
	});

	test('a staff session that got a new token still ends 90 days after its sign-in', async () => {
		const auth = home.auth();
		const first = await staff(auth, 'rotated');
		home.pass(29 * DAY);
		let cookie = (await auth.principal(sent(first.cookie), 'page'))?.refreshed ?? first.cookie;
		home.pass(29 * DAY);
		cookie = (await auth.principal(sent(cookie), 'page'))?.refreshed ?? cookie;
		home.pass(29 * DAY);
		await auth.renewTokens('an');
		const fresh = (await auth.principal(sent(cookie), 'page'))?.refreshed;
		if (!fresh) throw new Error('no new token');
		expect(fresh.value).not.toBe(cookie.value);
		home.pass(3 * DAY + SECOND);
		expect(await auth.principal(sent(fresh), 'page')).toBeNull();
	});
});
