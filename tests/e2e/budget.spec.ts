import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './support.ts';

/* JavaScript that a page really loads until it is live, compressed: what a cheap phone in the hall pays for. */

const KB = 1000;

/** Every script of the page, by name, with its compressed size; read until the page is live and no more is asked for. */
async function scripts(page: Page, address: string, live: () => Promise<void>): Promise<Map<string, number>> {
	const sizes = new Map<string, number>();
	const reading: Promise<void>[] = [];
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
		reading.push(response.body().then((body) => void sizes.set(pathname, gzipSync(body).length)));
	});
	await page.goto(address);
	await live();
	await page.waitForLoadState('networkidle');
	await Promise.all(reading);
	return sizes;
}

function told(sizes: ReadonlyMap<string, number>): string {
	const rows = [...sizes]
		.sort(([, a], [, b]) => b - a)
		.map(([name, size]) => `${(size / KB).toFixed(1).padStart(7)} kB  ${name}`);
	return rows.join('\n');
}

const sum = (sizes: ReadonlyMap<string, number>) =>
	[...sizes.values()].reduce((all, size) => all + size, 0) / KB;

async function keep(name: string, sizes: ReadonlyMap<string, number>): Promise<number> {
	const total = Math.round(sum(sizes) * 10) / 10;
	await test.info().attach(name, { body: `${total} kB\n${told(sizes)}`, contentType: 'text/plain' });
	console.log(`${name}: ${total} kB of JavaScript, compressed`);
	return total;
}

test("a member's phone loads at most 70 kB", async ({ open, demo }) => {
	const page = await open({ session: demo.sessions.members[5], size: PHONE });
	const sizes = await scripts(page, `/meetings/${demo.meeting}/phone`, () =>
		expect(page.getByRole('button', { name: 'Xin phát biểu' })).toBeEnabled()
	);
	expect(await keep('phone', sizes), told(sizes)).toBeLessThanOrEqual(70);
});

test('the wall loads at most 70 kB', async ({ open, demo }) => {
	const page = await open({ session: demo.sessions.wall });
	const sizes = await scripts(page, `/meetings/${demo.meeting}/wall`, () =>
		expect(page.getByRole('img', { name: 'Mã QR mở trang vào họp' })).toBeVisible()
	);
	expect(await keep('wall', sizes), told(sizes)).toBeLessThanOrEqual(70);
});

test('the observer’s page loads at most 110 kB, without the editor', async ({ open, demo }) => {
	const page = await open({ session: demo.sessions.observer, size: PHONE });
	const sizes = await scripts(page, `/meetings/${demo.meeting}/observe`, () =>
		expect(page.getByRole('button', { name: 'Hạn chế' })).toBeEnabled()
	);
	expect(await keep('observer', sizes), told(sizes)).toBeLessThanOrEqual(110);
	expect(await page.locator('[contenteditable]').count()).toBe(0);
});

const WRITERS = [
	{ who: 'secretary', path: 'desk' },
	{ who: 'member', path: 'write/minutes' }
] as const;
for (const { who, path } of WRITERS)
	test(`the page with an editor at ${path} loads at most 200 kB`, async ({ open, demo }) => {
		const { secretary, members } = demo.sessions;
		const page = await open({ session: { secretary, member: members[5] }[who] });
		const sizes = await scripts(page, `/meetings/${demo.meeting}/${path}`, () =>
			expect(page.locator('[contenteditable=true]').first()).toBeVisible()
		);
		expect(await keep(path, sizes), told(sizes)).toBeLessThanOrEqual(200);
	});
