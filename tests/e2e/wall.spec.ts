import type { Locator, Page } from '@playwright/test';
import { axe } from './axe.ts';
import { block, opened, toEnd } from './room.ts';
import { DESKTOP, expect, HALL, picture, test } from './support.ts';

/* The big screens and the desk's control of them: slides, queue, pages, publication, several screens. */

const LONG = 'Chi bộ giao đồng chí phụ trách rà soát từng hộ, báo cáo kết quả trước ngày sinh hoạt. ';

async function choose(console: Locator, what: string): Promise<void> {
	await console.getByRole('radio', { name: what, exact: true }).check();
}

async function showNow(console: Locator, what: string): Promise<void> {
	await choose(console, what);
	await console.getByRole('button', { name: 'Chiếu ngay' }).click();
}

async function pair(screen: Page, console: Locator): Promise<void> {
	await screen.goto('/wall');
	const digits = (await screen.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
	await console.getByLabel('Nối thêm màn hình').fill(digits);
	await console.getByRole('button', { name: 'Nối màn hình' }).click();
	await expect(screen).toHaveURL(/\/meetings\/.+\/wall$/);
}

test('slides are prepared, seen in small, shown in turn, taken back', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const wall = await open({ session: sessions.wall, size: HALL });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	const console = await opened(desk, 'Màn hình lớn');

	await choose(console, 'Lời nhắn');
	await console.getByRole('textbox', { name: 'Lời nhắn' }).fill('Mời các đồng chí nhận phiếu ở bàn thư ký');
	await console.getByRole('button', { name: 'Để chiếu sau' }).click();
	await choose(console, 'Tạm nghỉ');
	await console.getByLabel('Nghỉ bao nhiêu phút').fill('15');
	await console.getByRole('button', { name: 'Để chiếu sau' }).click();
	const queue = console.getByRole('region', { name: 'Chờ chiếu' });
	await expect(queue.getByRole('listitem')).toHaveText([/Lời nhắn/, /Tạm nghỉ 15 phút/]);
	await picture(desk, 'wall-console-queue');

	await console.getByRole('button', { name: /^Chiếu tiếp/ }).click();
	await expect(wall.getByText('Mời các đồng chí nhận phiếu ở bàn thư ký')).toBeVisible();
	await picture(wall, 'wall-message');
	await console.getByRole('button', { name: /^Chiếu tiếp/ }).click();
	await expect(wall.getByRole('heading', { name: 'Tạm nghỉ' })).toBeVisible();
	await expect(wall.getByText(/^Họp tiếp lúc/)).toBeVisible();
	await picture(wall, 'wall-break');
	await console.getByRole('button', { name: 'Trở lại', exact: true }).click();
	await expect(wall.getByText('Mời các đồng chí nhận phiếu ở bàn thư ký')).toBeVisible();
	await console.getByRole('button', { name: 'Theo mục đang bàn' }).click();
	await expect(wall.getByText(/^Mục 1\//)).toBeVisible();
});

test('a long text has pages, which the desk turns; the back row gets larger letters', async ({
	open,
	product
}) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const wall = await open({ session: sessions.wall, size: HALL });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	const clause = block(desk, 'I.1');
	await toEnd(clause);
	await desk.keyboard.insertText(` ${LONG.repeat(9)}`);

	const console = await opened(desk, 'Màn hình lớn');
	await choose(console, 'Văn bản');
	await console.getByLabel('Phần nào').selectOption({ label: 'Cả nghị quyết' });
	await console.getByRole('button', { name: 'Chiếu ngay' }).click();
	await expect(wall.getByText(/^Trang 1\/\d+$/)).toBeVisible();
	const pages = Number(/\/(\d+)$/.exec((await wall.getByText(/^Trang 1\//).textContent()) ?? '')?.[1]);
	expect(pages).toBeGreaterThan(2);
	await picture(wall, 'wall-pages-1');
	await console.getByRole('button', { name: 'Trang sau' }).click();
	await expect(wall.getByText(`Trang 2/${pages}`)).toBeVisible();
	await expect(console.getByText(`Trang 2/${pages}`).filter({ visible: true }).first()).toBeVisible();
	await picture(wall, 'wall-pages-2');

	await console.getByRole('radio', { name: 'Lớn, cho hàng ghế cuối' }).check();
	await expect
		.poll(async () => Number(/\/(\d+)$/.exec((await wall.getByText(/^Trang /).textContent()) ?? '')?.[1]))
		.toBeGreaterThan(pages);
	await picture(wall, 'wall-back-row');
	const lines = await wall.evaluate(() => {
		const frame = document.querySelector('.frame');
		if (!frame) return 0;
		return frame.clientHeight / parseFloat(getComputedStyle(frame).lineHeight);
	});
	expect(lines).toBeLessThanOrEqual(9.05);
	expect(Math.abs(lines - Math.round(lines)), 'whole lines').toBeLessThan(0.06);
});

test('the hall reads no half sentence, unless the desk wants live typing', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const wall = await open({ session: sessions.wall, size: HALL });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const member = await open({ session: sessions.members[3] });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	await member.goto(`/meetings/${meeting}/write/minutes`);
	const running = (await wall.getByRole('heading', { level: 1 }).textContent()) ?? '';
	const section = block(member, `1. ${running}`);
	await toEnd(section);
	// A fact stands there alone: the first key makes the line behind it.
	await member.keyboard.press('Space');
	await member.keyboard.insertText('Đồng chí Lan đề nghị');
	await expect(block(desk, `1. ${running}`)).toContainText('Đồng chí Lan đề nghị');
	await expect(wall.getByText('Đồng chí Lan đề nghị')).toHaveCount(0);
	await member.keyboard.insertText(' sửa đường ngõ 5.');
	await expect(wall.getByText('Đồng chí Lan đề nghị sửa đường ngõ 5.')).toBeVisible();

	const console = await opened(desk, 'Màn hình lớn');
	await console.getByRole('radio', { name: 'Chỉ khi bấm “Đưa lên màn hình”' }).check();
	await showText(console, running);
	await toEnd(section);
	await member.keyboard.insertText(' Chi bộ nhất trí.');
	await expect(console.getByText('Bản đang soạn mới hơn chữ trên màn hình.')).toBeVisible();
	await picture(desk, 'wall-console-held');
	await expect(wall.getByText('Chi bộ nhất trí.')).toHaveCount(0);
	await console.getByRole('button', { name: 'Đưa lên màn hình' }).click();
	await expect(wall.getByText('Chi bộ nhất trí.')).toBeVisible();

	await console.getByRole('radio', { name: 'Từng chữ một' }).check();
	await toEnd(section);
	await member.keyboard.insertText(' Giao tổ');
	await expect(wall.getByText('Giao tổ')).toBeVisible();
});

async function showText(console: Locator, item: string): Promise<void> {
	await choose(console, 'Văn bản');
	await console.getByLabel('Phần nào').selectOption({ label: `1. ${item}` });
	await console.getByRole('button', { name: 'Chiếu ngay' }).click();
}

test('several screens: one leads, one is pinned, each says what it shows', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const wall = await open({ session: sessions.wall, size: HALL });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const second = await open({ size: DESKTOP });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	const console = await opened(desk, 'Màn hình lớn');
	await pair(second, console);
	const screens = console.getByRole('region', { name: 'Các màn hình đã nối' }).getByRole('listitem');
	await expect(screens).toHaveCount(2);
	await expect(screens.first()).toContainText(/đang hiện bản \d+/);
	await expect(screens.first()).toContainText('chính');

	await showNow(console, 'Chương trình');
	await expect(second.getByRole('heading', { name: 'Chương trình' })).toBeVisible();
	await screens.nth(1).getByRole('button', { name: 'Giữ nguyên nội dung này' }).click();
	await showNow(console, 'Tên cuộc họp');
	await expect(wall.getByRole('heading', { name: /^Sinh hoạt/ })).toBeVisible();
	await expect(second.getByRole('heading', { name: 'Chương trình' })).toBeVisible();
	await expect(screens.nth(1)).toContainText('riêng: Chương trình');
	const shows = /bản (\d+)/;
	await expect
		.poll(async () =>
			(await screens.allInnerTexts())
				.map((text) => shows.exec(text)?.[1])
				.every((seq, _, all) => seq === all[0])
		)
		.toBe(true);
	await picture(desk, 'wall-console-screens');
	await screens.nth(1).getByRole('button', { name: 'Cho theo màn hình chung' }).click();
	await expect(second.getByRole('heading', { name: /^Sinh hoạt/ })).toBeVisible();
	await second.close();
	await expect(screens).toHaveCount(1);

	expect(await axe(desk)).toEqual([]);
});
