import type { Page } from '@playwright/test';
import { block, end, observerWrites, panel } from './room.ts';
import { expect, HALL, NO_LINK, PHONE, test } from './support.ts';

/* What every screen promises of itself, whatever happens: never a lie (P5), nothing after the end (P6). */

const KNOWN_LOSS_MS = 5_000;
const REVOKED_MS = 2_000;

test('a lost link is said on every page within five seconds, and taken back when it returns', async ({
	open,
	demo,
	expected
}) => {
	expected.push(NO_LINK);
	const { secretary, observer, members, wall } = demo.sessions;
	const banner = (page: Page) =>
		page
			.getByText(/^Mất kết nối/)
			.filter({ visible: true })
			.first();
	const pages = [
		{ page: await open({ session: secretary }), path: 'desk' },
		{ page: await open({ session: observer }), path: 'observe' },
		{ page: await open({ session: members[4], size: PHONE }), path: 'phone' },
		{ page: await open({ session: members[5], size: PHONE }), path: 'write/minutes' },
		{ page: await open({ session: wall, size: HALL }), path: 'wall' }
	];
	for (const { page, path } of pages) {
		const sockets = page.waitForEvent('websocket');
		await page.goto(`/meetings/${demo.meeting}/${path}`);
		await sockets;
		await expect(banner(page)).toBeHidden();
		await page.context().setOffline(true);
		await expect(banner(page), path).toBeVisible({ timeout: KNOWN_LOSS_MS });
		await page.context().setOffline(false);
		await expect(banner(page), path).toBeHidden();
	}
});

test('[P4] a phone that was lost is put out within two seconds of one tap, and says what it is no longer', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 8, observers: 0 });
	const phone = await open({ session: demo.sessions.members[5], size: PHONE });
	await phone.goto(`/meetings/${demo.meeting}/phone`);
	await expect(phone.getByRole('button', { name: 'Xin phát biểu' })).toBeEnabled();
	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto('/');
	const cell = await desk.getByRole('link', { name: 'Danh sách đảng viên' }).getAttribute('href');
	await desk.goto(`${cell}/people/${demo.people.members[5]}`);
	// The member's other device first; the one in the room goes with the last tap.
	const devices = desk.getByRole('button', { name: 'Thu hồi', exact: true });
	await expect(devices).toHaveCount(2);
	await devices.first().click();
	await expect(devices).toHaveCount(1);
	const out = phone.getByText('Máy này không còn mang tên đồng chí');
	await expect(out).toBeHidden();
	await devices.click();
	await expect(out).toBeVisible({ timeout: REVOKED_MS });
	await expect(desk.getByText('Đã thu hồi máy.')).toBeVisible();
	await phone.reload();
	await expect(phone.getByRole('button', { name: 'Xin phát biểu' })).toHaveCount(0);
});

test('a raised hand is not kept for later, and the phone says so', async ({ open, demo, expected }) => {
	expected.push(NO_LINK);
	const phone = await open({ session: demo.sessions.members[6], size: PHONE });
	const desk = await open({ session: demo.sessions.secretary });
	await phone.goto(`/meetings/${demo.meeting}/phone`);
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await expect(phone.getByRole('button', { name: 'Xin phát biểu' })).toBeEnabled();
	await phone.context().setOffline(true);
	await expect(phone.getByText('Mất kết nối. Màn hình có thể đã cũ')).toBeVisible();
	await phone.getByRole('button', { name: 'Xin phát biểu' }).click();
	await expect(phone.getByText('Xin thử lại').filter({ visible: true }).first()).toBeVisible();
	await phone.context().setOffline(false);
	await expect(phone.getByText('Mất kết nối. Màn hình có thể đã cũ')).toBeHidden();
	await expect((await panel(desk, 'Phát biểu')).getByText('Chưa có ai xin phát biểu.')).toBeVisible();
	await expect(phone.getByRole('button', { name: 'Xin phát biểu' })).toBeVisible();
});

test('where a network lets no WebSocket through, a phone takes part all the same', async ({
	open,
	demo,
	expected
}) => {
	expected.push(/WebSocket connection to/);
	const phone = await open({ session: demo.sessions.members[7], size: PHONE });
	await phone.addInitScript(() => {
		window.WebSocket = class extends WebSocket {
			constructor(url: string | URL) {
				super(String(url).replace('/socket.io', '/blocked'));
			}
		};
	});
	await phone.goto(`/meetings/${demo.meeting}/phone`);
	const ask = phone.getByRole('button', { name: 'Xin phát biểu' });
	await expect(phone.getByText(/^Mất kết nối/)).toBeVisible();
	await expect(phone.getByText(/^Mất kết nối/)).toBeHidden();
	await ask.click();
	const takeBack = phone.getByRole('button', { name: 'Thôi xin phát biểu' });
	await takeBack.click();
	await expect(ask).toBeVisible();
});

test('at the end every open editor is closed for good', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed({ members: 6, observers: 1 });
	const desk = await open({ session: sessions.secretary });
	const observer = await open({ session: sessions.observer });
	const member = await open({ session: sessions.members[3], size: PHONE });
	await desk.goto(`/meetings/${meeting}/desk`);
	await observer.goto(`/meetings/${meeting}/observe`);
	await member.goto(`/meetings/${meeting}/write/resolution`);
	await observerWrites(observer);
	const sections = [block(desk, 'Kết thúc'), block(observer, 'Kết thúc'), block(member, 'I.1')];
	for (const section of sections) await expect(section).toBeEditable();
	await block(observer, 'Kết thúc').click();
	await end(desk);
	for (const section of sections)
		await expect(section).toHaveAttribute('contenteditable', 'false', { timeout: KNOWN_LOSS_MS });
	await observer.keyboard.insertText('Sau giờ bế mạc.');
	await expect(block(observer, 'Kết thúc')).not.toContainText('Sau giờ bế mạc.');

	const late = await open({ session: sessions.members[4] });
	await late.goto(`/meetings/${meeting}/write/minutes`);
	await expect(late.getByRole('heading', { name: 'Kết thúc', exact: true })).toBeVisible();
	await expect(late.locator('[contenteditable=true]')).toHaveCount(0);
	await expect(late.getByText('Sau giờ bế mạc.')).toHaveCount(0);
});

test('what is pressed before a slow page is ready is not swallowed', async ({ open, demo }) => {
	const phone = await open({ session: demo.sessions.members[7], size: PHONE });
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await phone.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await phone.goto(`/meetings/${demo.meeting}/phone`, { waitUntil: 'commit' });
	const button = phone.getByRole('button', { name: 'Xin phát biểu' });
	await expect(button).toBeVisible();
	await expect(button).toBeDisabled();
	release();
	await expect(button).toBeEnabled();
	await button.click();
	await expect(phone.getByText('Đồng chí phát biểu tiếp theo')).toBeVisible();
});

test('no page waits for its looks: they are there before its script is', async ({ open, demo }) => {
	const { secretary, observer, members, wall } = demo.sessions;
	for (const [session, path] of [
		[secretary, `meetings/${demo.meeting}/desk`],
		[observer, `meetings/${demo.meeting}/observe`],
		[members[8], `meetings/${demo.meeting}/phone`],
		[members[8], `meetings/${demo.meeting}/write/minutes`],
		[wall, `meetings/${demo.meeting}/wall`],
		[secretary, `meetings/${demo.meeting}/prepare`],
		[secretary, '']
	] as const) {
		const page = await open({ session });
		await page.route('**/*.js', () => {});
		await page.goto(`/${path}`, { waitUntil: 'commit' });
		await expect(page.locator('main')).toBeVisible();
		await expect
			.poll(() => page.evaluate(() => [...document.styleSheets].length), { message: path })
			.toBeGreaterThan(1);
		// Svelte marks with such a class what a style of the same name is for.
		const bare = await page.evaluate(() => {
			const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
			const known = rules.map(({ cssText }) => cssText).join();
			const marks = [...document.querySelectorAll('body *')].flatMap((element) => [...element.classList]);
			return [...new Set(marks)].filter((mark) => mark.startsWith('svelte-') && !known.includes(mark));
		});
		expect(bare, path).toEqual([]);
	}
});

test('what is typed before a slow page is ready stays there', async ({ open }) => {
	const page = await open({ size: PHONE });
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/signin', { waitUntil: 'commit' });
	await page.getByLabel('Tên tài khoản').fill('bithu.tdp2');
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Tên tài khoản')).toHaveValue('bithu.tdp2');
});
