import type { Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* The chair's console: the next step is one key, what was done by mistake is taken back, everybody sees why they wait. */

async function deskOf({ meeting }: Pick<Demo, 'meeting'>, page: Page): Promise<Page> {
	await page.goto(`/meetings/${meeting}/desk`);
	await expect(page.locator('[data-link=online]')).toBeVisible();
	return page;
}

async function phoneOf({ meeting }: Pick<Demo, 'meeting'>, page: Page): Promise<Page> {
	await page.goto(`/meetings/${meeting}/phone`);
	await expect(page.getByRole('button', { name: 'Xin phát biểu' })).toBeEnabled();
	return page;
}

const now = (desk: Page) =>
	desk.getByRole('region', { name: 'Chương trình' }).getByRole('heading', { level: 2 });
const speaker = (desk: Page) => desk.locator('.speaker');
const undo = (desk: Page) => desk.getByRole('button', { name: /^Hoàn tác/ });

test('J4: one tap asks for the floor, one takes it back', async ({ open, demo }) => {
	const page = await phoneOf(demo, await open({ session: demo.sessions.members[10], size: PHONE }));
	await page.getByRole('button', { name: 'Xin phát biểu' }).tap();
	await expect(page.getByText(/^Đồng chí (thứ \d|phát biểu tiếp theo)/)).toBeVisible();
	await page.getByRole('button', { name: 'Thôi xin phát biểu' }).tap();
	await expect(page.getByRole('button', { name: 'Xin phát biểu' })).toBeVisible();
});

test('J9: next item, next speaker and blanking the wall are one key each, by hand or by remote', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const desk = await deskOf(demo, await open({ session: demo.sessions.secretary }));
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await wall.goto(`/meetings/${demo.meeting}/wall`);
	const [, , , , , ...sessions] = demo.sessions.members;
	const one = await phoneOf(demo, await open({ session: sessions[0], size: PHONE }));
	const two = await phoneOf(demo, await open({ session: sessions[1], size: PHONE }));

	await desk.keyboard.press('n');
	await expect(now(desk)).toHaveText('Cử thư ký ghi biên bản');
	for (const phone of [one, two]) {
		await phone.getByRole('button', { name: 'Xin phát biểu' }).tap();
		await expect(phone.getByRole('button', { name: 'Thôi xin phát biểu' })).toBeVisible();
	}
	await expect(desk.locator('[aria-keyshortcuts=S]').first()).toBeEnabled();
	await desk.keyboard.press('s');
	await expect(one.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	await expect(desk.locator('[aria-keyshortcuts=E]').first()).toBeEnabled();
	await desk.keyboard.press('e');
	await expect(speaker(desk)).toContainText('Chưa có ai phát biểu.');
	await expect(desk.locator('[aria-keyshortcuts=S]').first()).toBeEnabled();
	await desk.keyboard.press('PageUp');
	await expect(two.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	await desk.keyboard.press('b');
	await expect(wall.getByText('Tạm nghỉ').first()).toBeVisible();
	await desk.keyboard.press('b');
	await expect(wall.getByRole('heading', { name: 'Cử thư ký ghi biên bản' })).toBeVisible();
	await expect(desk.locator('[aria-keyshortcuts=E]').first()).toBeEnabled();
	await desk.keyboard.press('e');
	await expect(speaker(desk)).toContainText('Chưa có ai phát biểu.');
	await desk.keyboard.press('PageDown');
	await expect(now(desk)).toHaveText('Điểm danh, thông báo tình hình đảng viên');
});

test('keys do nothing while somebody types', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await deskOf(demo, await open({ session: demo.sessions.secretary }));
	await desk.keyboard.press('k');
	const dialog = desk.getByRole('dialog', { name: 'Kết luận của chủ trì' });
	await expect(dialog.getByLabel('Nội dung kết luận')).toBeFocused();
	await desk.keyboard.type('snbeU?');
	await expect(dialog.getByLabel('Nội dung kết luận')).toHaveValue('snbeU?');
	await desk.keyboard.press('Escape');
	await expect(now(desk)).toHaveText('Tuyên bố lý do, giới thiệu đại biểu');
	await expect(speaker(desk)).toContainText('Chưa có ai phát biểu.');
});

test('everybody who waits sees the place and why, and the chair’s own hand', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await deskOf(demo, await open({ session: demo.sessions.secretary }));
	const phones: Page[] = [];
	for (const session of demo.sessions.members.slice(5, 8))
		phones.push(await phoneOf(demo, await open({ session, size: PHONE })));
	const [one, two, three] = phones as [Page, Page, Page];
	const ask = async (page: Page) => {
		await page.getByRole('button', { name: 'Xin phát biểu' }).tap();
		await expect(page.getByRole('button', { name: 'Thôi xin phát biểu' })).toBeVisible();
	};
	await ask(one);
	await desk.keyboard.press('s');
	await one.getByRole('button', { name: 'Tôi đã nói xong' }).tap();
	for (const phone of phones) await ask(phone);
	await expect(one.getByText('Đồng chí phát biểu tiếp theo: theo thứ tự đăng ký')).toBeVisible();

	await desk.keyboard.press('q');
	await desk.getByLabel('Người chưa phát biểu trước').check();
	await expect(one.getByText('Đồng chí thứ 3: đã phát biểu 1 lượt, sau người chưa phát biểu')).toBeVisible();
	await expect(three.getByText('Đồng chí thứ 2: ưu tiên người chưa phát biểu')).toBeVisible();
	await picture(desk, 'chair-order');
	expect(await axe(desk)).toEqual([]);
	await desk.keyboard.press('Escape');

	// Put first by hand, which everybody is told; then called before her, which everybody is told as well.
	const queue = desk.getByRole('region', { name: 'Điều hành' });
	await queue
		.getByLabel(/^Thêm việc với lượt của/)
		.last()
		.click();
	await queue.getByRole('button', { name: /^Lên:/ }).last().click();
	await expect(one.getByText('Đồng chí thứ 2: chủ trì xếp vào vị trí này')).toBeVisible();
	await expect(two.getByText('Chủ trì đã tự xếp chỗ 1 đồng chí')).toBeVisible();
	await queue
		.getByLabel(/^Thêm việc với lượt của/)
		.last()
		.click();
	await queue
		.getByRole('listitem')
		.last()
		.getByRole('button', { name: /^Mời 3 phút:/ })
		.click();
	await expect(three.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	for (const page of [one, two, desk])
		await expect(page.getByText('Chủ trì mời trước 2 đồng chí đang chờ')).toBeVisible();
	await picture(one, 'chair-waits');
	await picture(desk, 'chair-queue');

	// How the meeting is held goes before all.
	await one.getByRole('button', { name: 'Ý kiến về điều hành' }).tap();
	await expect(one.getByText('ý kiến về điều hành được ưu tiên')).toBeVisible();
	expect(await axe(one)).toEqual([]);
});

test('what the chair did by mistake is taken back for ten seconds, and was never done', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const page = await open({ session: demo.sessions.secretary });
	await page.clock.install();
	const desk = await deskOf(demo, page);
	const phone = await phoneOf(demo, await open({ session: demo.sessions.members[5], size: PHONE }));
	const [first, second] = ['Tuyên bố lý do, giới thiệu đại biểu', 'Cử thư ký ghi biên bản'];

	await desk.keyboard.press('n');
	await expect(desk.getByText('Đã chuyển sang mục 2')).toBeVisible();
	await expect(phone.getByRole('heading', { name: second })).toBeVisible();
	await picture(desk, 'chair-undo');
	expect(await axe(desk)).toEqual([]);
	await desk.keyboard.press('u');
	await expect(now(desk)).toHaveText(first);
	await expect(phone.getByRole('heading', { name: first })).toBeVisible();
	await expect(undo(desk)).toBeHidden();

	await phone.getByRole('button', { name: 'Xin phát biểu' }).tap();
	await expect(desk.locator('[aria-keyshortcuts=S]').first()).toBeEnabled();
	await desk.keyboard.press('s');
	await expect(phone.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	await undo(desk).click();
	await expect(phone.getByText('Đồng chí phát biểu tiếp theo: theo thứ tự đăng ký')).toBeVisible();

	await desk.keyboard.press('b');
	await desk.keyboard.press('Control+z');
	await desk.keyboard.press('m');
	await expect(desk.getByRole('dialog', { name: 'Màn hình lớn' })).not.toContainText('✓ Tạm nghỉ');
	await desk.keyboard.press('Escape');

	await desk.keyboard.press('2');
	await desk
		.getByLabel(/^Thêm việc với/)
		.first()
		.click();
	await desk
		.getByRole('button', { name: /^Ra về:/ })
		.first()
		.click();
	await expect(
		desk
			.getByText('Có mặt 23/24')
			.or(desk.getByText(/Đã ghi điểm danh/))
			.first()
	).toBeVisible();
	await desk.keyboard.press('u');
	await expect(undo(desk)).toBeHidden();

	// The page's clock goes on by itself: nobody waits for the ten seconds.
	await desk.keyboard.press('n');
	await expect(undo(desk)).toBeVisible();
	await desk.clock.fastForward(11_000);
	await expect(undo(desk)).toBeHidden();
	await expect(now(desk)).toHaveText(second);
});

test('a conclusion is picked, corrected, and stands in the minutes', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await deskOf(demo, await open({ session: demo.sessions.secretary }));
	await desk.keyboard.press('k');
	const dialog = desk.getByRole('dialog', { name: 'Kết luận của chủ trì' });
	await expect(dialog).toBeVisible();
	await picture(desk, 'chair-conclude');
	expect(await axe(desk)).toEqual([]);
	await dialog.getByRole('button', { name: 'Chi bộ thống nhất với nội dung đã trình bày.' }).click();
	await dialog.getByRole('button', { name: 'Ghi vào biên bản' }).click();
	await expect(dialog).toBeHidden();
	const minutes = desk.getByRole('region', { name: 'Văn bản' });
	await expect(
		minutes.getByText('Chủ trì kết luận: Chi bộ thống nhất với nội dung đã trình bày.')
	).toHaveCount(1);
	// The key that opens it again may come in the very moment in which it closes.
	await desk.keyboard.press('k');
	await dialog.evaluate((element) => {
		const again = () =>
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true }));
		new MutationObserver(again).observe(element, { attributeFilter: ['open'] });
	});
	await dialog.getByRole('button', { name: 'Thôi' }).click();
	await dialog.getByLabel('Nội dung kết luận').fill('Giao tổ 1 làm trước ngày 10.');
	await desk.keyboard.press('Control+Enter');
	await expect(dialog).toBeHidden();
	await expect(minutes.getByText('Chủ trì kết luận: Giao tổ 1 làm trước ngày 10.')).toHaveCount(1);
	await expect(minutes.getByText('Chi bộ thống nhất với nội dung')).toHaveCount(0);
	await desk.keyboard.press('?');
	await expect(desk.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
	await picture(desk, 'chair-keys');
	expect(await axe(desk)).toEqual([]);
});

test('the console in one glance', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await deskOf(demo, await open({ session: demo.sessions.secretary, size: DESKTOP }));
	await desk.keyboard.press('n');
	await expect(now(desk)).toHaveText('Cử thư ký ghi biên bản');
	for (const session of demo.sessions.members.slice(5, 9)) {
		const phone = await phoneOf(demo, await open({ session, size: PHONE }));
		await phone.getByRole('button', { name: 'Xin phát biểu' }).tap();
		await expect(phone.getByRole('button', { name: 'Thôi xin phát biểu' })).toBeVisible();
	}
	await desk.keyboard.press('s');
	await expect(desk.getByText(/3 đồng chí đang chờ × 2 phút:/)).toBeVisible();
	await expect(desk.getByText('Lời gợi ý', { exact: true })).toBeVisible();
	for (const size of [DESKTOP, HALL]) {
		await desk.setViewportSize(size);
		await picture(desk, 'chair-console');
		expect(await axe(desk)).toEqual([]);
	}
});
