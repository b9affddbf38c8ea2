/** A played meeting of two hours is shown again at any second: by the slider, by keys, by itself; to who may see it. */
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { promisify } from 'node:util';
import { createAuth } from '../../server/auth/auth.ts';
import { connect } from '../../server/db/client.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { axe } from './axe.ts';
import { ARTEFACTS, beyond, DESKTOP, expect, HALL, PHONE, type Product, test } from './support.ts';

test.setTimeout(240_000);

const MEETING = 'mtg-2026-11';
/** Said while the session was closed; o4 and o5 waited outside. */
const INSIDE = 'chưa sát việc phân loại rác ở khu trọ';
interface Played {
	readonly origin: string;
	session(person: string): Promise<string>;
	close(): Promise<void>;
}

/** The sample on a database of its own beside the product's, and a server for its record. */
async function played(product: Product): Promise<Played> {
	const url = new URL(await product.databaseUrl());
	const cluster = postgres(url.href, { max: 1, onnotice: () => {} });
	await cluster.unsafe('create database replayed');
	await cluster.end();
	url.pathname = '/replayed';
	const dataDir = await mkdtemp(join(tmpdir(), 'hoi-truong-replay-'));
	await chmod(dataDir, 0o755);
	const env = { DATABASE_URL: url.href, DATA_DIR: dataDir, SEAL_KEY: join(dataDir, 'seal-key.pem') };
	await promisify(execFile)(
		process.execPath,
		['server/cli.mjs', 'play', 'tests/scripts/sample-meeting.json'],
		{ env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 }
	);
	const server = new ServerProcess(await freePort(), env);
	await server.start();
	const { db, close: disconnect } = connect(url.href);
	const auth = createAuth({ db, secure: false });
	return {
		origin: `http://localhost:${server.port}`,
		async session(person) {
			const { cookie, account } = await auth.newDevice();
			await auth.bind(account, person);
			return `${cookie.name}=${cookie.value}`;
		},
		async close() {
			await disconnect();
			await server.kill('SIGTERM');
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

const slider = (page: Page) => page.getByRole('slider');
const wall = (page: Page) => page.getByRole('img', { name: /^(Màn hình lớn lúc ấy|The screen)/ });
const inRoom = (page: Page) => page.getByRole('region', { name: /^(Trong phòng lúc ấy|In the room)/ });

/** The time of the evening that the slider tells. */
async function clockOf(page: Page): Promise<string> {
	return (await slider(page).getAttribute('aria-valuetext'))?.split(',')[0] ?? '';
}

async function standsAt(page: Page, clock: string): Promise<void> {
	await expect.poll(() => clockOf(page)).toBe(clock);
}

/** As a finger does it: to this time of the evening. */
async function moveTo(page: Page, clock: string): Promise<void> {
	const seconds = (text: string) => text.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
	const now = seconds(await clockOf(page));
	const value = Number(await slider(page).inputValue()) + seconds(clock) - now;
	await slider(page).evaluate((input: HTMLInputElement, to) => {
		input.value = String(to);
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}, value);
	await standsAt(page, clock);
}

/** What is seen at once: the bar stands over the lower edge of the window, not of the page. */
async function picture(page: Page, name: string): Promise<void> {
	const width = page.viewportSize()?.width ?? 0;
	await page.screenshot({ path: join(ARTEFACTS, `${name}-${width}.png`), animations: 'disabled' });
}

async function judged(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
	expect(await beyond(page)).toBeLessThanOrEqual(0);
}

/** Words of the bar that do not fit into what is pressed. */
function cutOff(page: Page): Promise<string[]> {
	return page
		.getByRole('region', { name: 'Điều khiển xem lại' })
		.locator('button:visible, label:visible')
		.evaluateAll((pressed) =>
			pressed.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent.trim())
		);
}

test('the sample is shown again, second by second', async ({ product, open }) => {
	const house = await played(product);
	const { origin } = house;
	try {
		const desk = await open({ session: await house.session('m01'), size: DESKTOP, origin });
		await desk.goto(`/records/${MEETING}`);
		await desk.getByRole('link', { name: 'Xem lại diễn biến' }).click();
		await expect(slider(desk)).toBeVisible();

		await test.step('all panes follow the slider', async () => {
			await moveTo(desk, '20:41:30');
			await expect(inRoom(desk).getByText('Mục 14/21 · Thảo luận dự thảo nghị quyết')).toBeVisible();
			await expect(inRoom(desk).getByText('Dương Khánh Linh').first()).toBeVisible();
			await expect(wall(desk)).toContainText('Dương Khánh Linh');
			await expect(wall(desk)).toContainText('20:41');
			const minutes = desk.getByRole('tabpanel');
			await expect(minutes).toContainText('Đồng chí Đoàn Quang Lực: Đề nghị nâng chỉ tiêu');
			await expect(minutes).not.toContainText('Đồng chí Dương Khánh Linh:');
			await expect(minutes).toContainText(INSIDE);
			const written = minutes.getByRole('button', { name: /Đoàn Quang Lực: Đề nghị nâng chỉ tiêu/ });
			const bar = desk.getByRole('region', { name: 'Điều khiển xem lại' });
			const lowerEdge = await written.evaluate((line) => line.getBoundingClientRect().bottom);
			expect(lowerEdge).toBeLessThanOrEqual(await bar.evaluate((all) => all.getBoundingClientRect().top));
			expect(lowerEdge).toBeGreaterThan(0);
			await judged(desk);
			await picture(desk, 'replay');

			await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
			await moveTo(desk, '21:15:00');
			await expect(minutes).not.toContainText('tại nhà văn hóa');
			await moveTo(desk, '21:15:20');
			await expect(minutes).toContainText('tại nhà văn hóa');
			await moveTo(desk, '20:55:40');
			await expect(inRoom(desk).getByText('Đang biểu quyết')).toBeVisible();
			await expect(wall(desk)).toContainText('Đã biểu quyết');
			await moveTo(desk, '20:21:00');
			await expect(wall(desk)).toContainText('Chi bộ đang họp nội bộ');
			await desk.getByRole('tab', { name: 'Biên bản' }).click();
		});

		await test.step('the record beside it fits a phone, with its roll and its scores', async () => {
			const phone = await open({ session: await house.session('m01'), size: PHONE, origin });
			await phone.goto(`/records/${MEETING}`);
			await expect(phone.getByRole('heading', { name: 'Chấm điểm', exact: true })).toBeVisible();
			expect(await beyond(phone)).toBeLessThanOrEqual(0);
			expect(await axe(phone)).toEqual([]);
			// A number of the list or a time of the day stands in one line.
			const lines = await phone.locator('td.whole, span.whole').evaluateAll((cells) =>
				cells.map((cell) => {
					const range = document.createRange();
					range.selectNodeContents(cell);
					return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
				})
			);
			expect(lines.length).toBeGreaterThan(40);
			expect(Math.max(...lines)).toBe(1);
			await phone.context().addCookies([{ name: 'text', value: '3', url: origin }]);
			await phone.reload();
			expect(await beyond(phone)).toBeLessThanOrEqual(0);
		});

		await test.step('who wrote a sentence, and when', async () => {
			await moveTo(desk, '20:41:30');
			await desk.getByRole('button', { name: /Đoàn Quang Lực: Đề nghị nâng chỉ tiêu/ }).click();
			await expect(desk.getByText(/^Người viết: Vũ Hoàng Yến, 20:41:1\d/)).toBeVisible();
			await desk.getByLabel('Hiện người viết').check();
			await expect(desk.getByText(/^Người viết: /).nth(20)).toBeAttached();
			await expect(desk.getByText(/^Ghi tự động theo việc của Trịnh Đức Hòa/).first()).toBeAttached();
			await judged(desk);
			await picture(desk, 'replay-writers');
			await desk.getByLabel('Hiện người viết').uncheck();
		});

		await test.step('by keys, by moments, by itself', async () => {
			await slider(desk).press('End');
			await standsAt(desk, '21:25:00');
			await slider(desk).press('ArrowLeft');
			await standsAt(desk, '21:24:50');
			await slider(desk).press('Home');
			await slider(desk).press('ArrowRight');
			await expect(slider(desk)).toHaveValue('10');
			await moveTo(desk, '20:39:10');
			await desk.getByRole('button', { name: 'Mốc sau' }).click();
			await standsAt(desk, '20:39:20');
			await desk.getByRole('button', { name: 'Mốc trước' }).click();
			await standsAt(desk, '20:39:00');
			await desk.getByText(/^Các mốc/).click();
			await desk.getByRole('button', { name: /21:03:00.*Biểu quyết/ }).click();
			await standsAt(desk, '21:03:00');
			await picture(desk, 'replay-moments');
			await desk.getByLabel('60×').check();
			await slider(desk).press(' ');
			await expect(desk.getByRole('button', { name: 'Dừng' })).toBeVisible();
			await expect.poll(() => clockOf(desk)).toMatch(/21:0[5-9]/);
			await desk.getByRole('button', { name: 'Dừng' }).click();
			await moveTo(desk, '21:24:00');
			await desk.getByRole('button', { name: 'Chạy' }).click();
			await standsAt(desk, '21:25:00');
			await expect(desk.getByRole('button', { name: 'Chạy' })).toBeVisible();
		});

		await test.step('on a phone, on a large screen, in English', async () => {
			const phone = await open({ session: await house.session('m02'), size: PHONE, origin });
			await phone.goto(`/records/${MEETING}/replay`);
			await moveTo(phone, '20:41:30');
			await expect(wall(phone)).toContainText('Dương Khánh Linh');
			await judged(phone);
			await picture(phone, 'replay');
			await phone.getByRole('tab', { name: 'Biên bản' }).scrollIntoViewIfNeeded();
			await phone.getByRole('button', { name: 'Tới chỗ vừa viết' }).click();
			await phone.getByRole('button', { name: /Đoàn Quang Lực: Đề nghị nâng chỉ tiêu/ }).click();
			const told = await phone.getByText(/^Người viết: Vũ Hoàng Yến/).boundingBox();
			const bar = await phone.getByRole('region', { name: 'Điều khiển xem lại' }).boundingBox();
			expect(told && told.y + told.height).toBeLessThanOrEqual(bar?.y ?? 0);
			await picture(phone, 'replay-sentence');
			await phone.getByRole('button', { name: 'Chữ rất to' }).click();
			await phone.getByText('5×').click();
			await expect(phone.getByLabel('5×')).toBeChecked();
			await judged(phone);
			expect(await cutOff(phone)).toEqual([]);
			await slider(phone).press('ArrowRight');
			await standsAt(phone, '20:41:40');
			await picture(phone, 'replay-large-words');
			const large = await open({ session: await house.session('m01'), size: HALL, origin, locale: 'en' });
			await large.goto(`/records/${MEETING}/replay`);
			await moveTo(large, '20:52:00');
			await expect(large.getByRole('region', { name: 'Resolution' })).toBeVisible();
			await judged(large);
			await picture(large, 'replay');
		});

		await test.step('nobody gets more than their record', async () => {
			const path = `/records/${MEETING}/replay`;
			const whole = await desk.request.get(`${path}/data`);
			expect(await whole.text()).toContain(INSIDE);
			for (const person of ['o4', 'o1', 'm09']) {
				const other = await open({ session: await house.session(person), origin });
				for (const asked of [path, `${path}/data`]) {
					const answer = await other.request.get(asked);
					expect(answer.status(), `${person} ${asked}`).toBe(404);
					expect(await answer.text()).not.toContain('Thảo luận');
				}
				expect(await (await other.request.get(`${path}/__data.json`)).text()).toContain('"status":404');
			}
			const nobody = await open({ origin });
			expect((await nobody.request.get(`${path}/data`)).status()).toBe(401);
		});
	} finally {
		await house.close();
	}
});
