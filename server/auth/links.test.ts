import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth } from './port.ts';
import { house, sent } from '../../tests/support/house.ts';

let home: Awaited<ReturnType<typeof house>>;
let auth: Auth;
beforeAll(async () => {
	home = await house();
	auth = home.auth();
});
afterAll(() => home.close());

test('a link makes each browser that opens it a device of its person', async () => {
	const token = await auth.createLink('an');
	const [phone, laptop] = [await auth.redeemLink(token), await auth.redeemLink(token)];
	if (!phone || !laptop) throw new Error('not redeemed');
	expect(phone.account).not.toBe(laptop.account);
	expect(phone.person).toBe('an');
	expect((await auth.principal(sent(phone.cookie)))?.principal).toMatchObject({
		kind: 'device',
		person: 'an',
		account: phone.account
	});
});

test('a link carries 160 bits, and the table holds their hash alone', async () => {
	const token = await auth.createLink('an');
	expect(Buffer.from(token, 'base64url')).toHaveLength(20);
	const rows = await home.sql<{ token_hash: string }[]>`select * from links`;
	expect(rows.map((row) => row.token_hash)).toContain(createHash('sha256').update(token).digest('hex'));
	expect(JSON.stringify(rows)).not.toContain(token);
});

test('revoking ends all links of the person and no others, and leaves the devices that came by them', async () => {
	const [first, second, others] = [
		await auth.createLink('an'),
		await auth.createLink('an'),
		await auth.createLink('binh')
	];
	const phone = await auth.redeemLink(first);
	await auth.revokeLinks('an');
	expect(await auth.redeemLink(first)).toBeNull();
	expect(await auth.redeemLink(second)).toBeNull();
	expect(await auth.redeemLink(others)).toMatchObject({ person: 'binh' });
	expect(phone && (await auth.principal(sent(phone.cookie)))).not.toBeNull();
	expect(await auth.redeemLink(await auth.createLink('an'))).toMatchObject({ person: 'an' });
});

test('garbage and a link of somebody who has left open nothing and make no account', async () => {
	const token = await auth.createLink('binh');
	await home.sql`update people set removed_at = now() where id = 'binh'`;
	const [before] = await home.sql`select count(*) from accounts`;
	for (const garbage of ['', '\0', '%E0%A4', 'x'.repeat(27), token.slice(1), token])
		expect(await auth.redeemLink(garbage)).toBeNull();
	expect(await home.sql`select count(*) from accounts`).toEqual([before]);
});
