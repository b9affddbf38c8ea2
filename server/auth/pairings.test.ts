import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnknownAccount, type Auth } from './port.ts';
import { heard, house, MINUTE, SECOND, sent } from '../../tests/support/house.ts';

let home: Awaited<ReturnType<typeof house>>;
let auth: Auth;
beforeAll(async () => {
	home = await house();
	auth = home.auth();
});
afterAll(() => home.close());

/** A code that is not the given one. */
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

test('a console gives a wall its meeting by six digits, once', async () => {
	const { account, cookie } = await auth.newWall();
	await auth.principal(sent(cookie));
	const changed = heard(auth.onChanged);
	const code = await auth.newPairing(account);
	expect(code).toMatch(/^\d{6}$/);
	expect(await auth.pair(code, 'meeting-1')).toBe(account);
	expect(changed).toEqual([account]);
	expect((await auth.principal(sent(cookie)))?.principal).toMatchObject({
		kind: 'wall',
		meeting: 'meeting-1'
	});
	expect(await auth.pair(code, 'meeting-2')).toBeNull();
	expect((await auth.principal(sent(cookie)))?.principal.meeting).toBe('meeting-1');
});

test('one code at once typed at two consoles pairs one of them', async () => {
	const code = await auth.newPairing((await auth.newWall()).account);
	const paired = await Promise.all([auth.pair(code, 'a'), auth.pair(code, 'b')]);
	expect(paired.filter((account) => account !== null)).toHaveLength(1);
});

test('a code lives for ten minutes', async () => {
	const { account } = await auth.newWall();
	const [early, late] = [
		await auth.newPairing(account),
		await auth.newPairing((await auth.newWall()).account)
	];
	home.pass(10 * MINUTE - SECOND);
	expect(await auth.pair(early, 'meeting')).toBe(account);
	home.pass(2 * SECOND);
	expect(await auth.pair(late, 'meeting')).toBeNull();
});

test('a wall has one code at a time', async () => {
	const { account } = await auth.newWall();
	const first = await auth.newPairing(account);
	const second = await auth.newPairing(account);
	expect(await home.sql`select code from pairings where account = ${account}`).toEqual([{ code: second }]);
	if (first !== second) expect(await auth.pair(first, 'meeting')).toBeNull();
	expect(await auth.pair(second, 'meeting')).toBe(account);
});

test('a code that another wall waits with is not given away', async () => {
	const [holder, other] = [await auth.newWall(), await auth.newWall()];
	await home.sql`
		insert into pairings (code, account, expires_at)
		select lpad(n::text, 6, '0'), ${holder.account}, ${new Date(home.now() + MINUTE).toISOString()}::timestamptz
		from generate_series(7, 999999, 10) n on conflict do nothing`;
	const held = () => home.sql`select count(*)::int from pairings where account = ${holder.account}`;
	const before = await held();
	for (let i = 0; i < 40; i++) expect(await auth.newPairing(other.account)).not.toMatch(/7$/);
	expect(await held()).toEqual(before);
	await home.sql`delete from pairings where account = ${holder.account}`;
});

test('after ten wrong codes the right one is refused too, at that meeting', async () => {
	const { account } = await auth.newWall();
	const code = await auth.newPairing(account);
	for (let i = 0; i < 9; i++) expect(await auth.pair(wrong(code), 'guessing')).toBeNull();
	expect(await auth.pair('12345６', 'guessing')).toBeNull();
	expect(await auth.pair(code, 'guessing')).toBeNull();
	expect(await auth.pair(code, 'another')).toBe(account);
	home.pass(10 * MINUTE);
	const next = await auth.newPairing(account);
	expect(await auth.pair(next, 'guessing')).toBe(account);
});

test('right codes are not counted', async () => {
	for (let i = 0; i < 25; i++) {
		const { account } = await auth.newWall();
		expect(await auth.pair(await auth.newPairing(account), 'many walls')).toBe(account);
	}
});

test('only walls are paired', async () => {
	const { account } = await auth.newDevice();
	await expect(auth.newPairing(account)).rejects.toThrow(UnknownAccount);
	await expect(auth.newPairing('nobody')).rejects.toThrow(UnknownAccount);
});

test('codes that have expired are swept', async () => {
	await auth.newPairing((await auth.newWall()).account);
	home.pass(10 * MINUTE);
	await auth.sweep();
	expect(await home.sql`select code from pairings`).toEqual([]);
});
