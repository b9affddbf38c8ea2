import type { Locator, Page } from '@playwright/test';
import { closed, confirmed, end, newMeeting, opened, panel } from './room.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, HALL, picture, test } from './support.ts';

/* A meeting without any phone, and one without a mouse. */

test.use({ house: 'nobody left out' });
test.setTimeout(180_000);

test('a whole meeting with no phone: the secretary, a printed roll and the wall', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 12, observers: 0 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const wall = await open({ size: HALL });
	const meeting = await newMeeting(desk);

	await test.step('a wall, by the code that it shows', async () => {
		await wall.goto('/wall');
		const digits = (await wall.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
		const dialog = await opened(desk, 'Màn hình lớn');
		await dialog.getByLabel('Nối thêm màn hình').fill(digits);
		await dialog.getByRole('button', { name: 'Nối màn hình' }).click();
		await expect(wall).toHaveURL(/\/wall$/);
		await closed(dialog);
	});

	const absent = await test.step('the roll by the desk, one away with leave', async () => {
		const roll = await panel(desk, 'Điểm danh');
		const names = (await roll.locator('.row-of .name').allInnerTexts()).map((name) => name.trim());
		const name = names.at(-1) ?? '';
		await roll.getByLabel(`Thêm việc với ${name}`, { exact: true }).click();
		await roll.getByRole('button', { name: `Ghi xin phép: ${name}` }).click();
		const leave = desk.getByRole('dialog', { name: `Ghi xin phép của ${name}` });
		await leave.getByLabel('Lý do').selectOption('sick');
		await leave.getByRole('button', { name: 'Lưu', exact: true }).click();
		await expect(leave).toBeHidden();
		await roll.getByRole('button', { name: `Đồng ý: ${name}`, exact: true }).click();
		await roll.getByRole('button', { name: /^Điểm danh \d+ người còn lại$/ }).click();
		const rest = desk.getByRole('dialog', { name: 'Điểm danh những người còn lại' });
		const box = rest.getByRole('checkbox', { name });
		if (await box.isVisible()) await box.uncheck();
		await rest.getByRole('button', { name: 'Ghi 11 người có mặt' }).click();
		await expect(desk.getByText('Có mặt 11/12').first()).toBeVisible();
		return name;
	});

	await confirmed(desk, 'Khai mạc cuộc họp');
	await expect(wall.getByText('11/12').first()).toBeVisible();

	const speaker = await test.step('the floor for somebody who raised a hand', async () => {
		const floor = await panel(desk, 'Phát biểu');
		await floor.getByRole('button', { name: 'Ghi tên giúp' }).click();
		const form = desk.getByRole('dialog', { name: 'Ghi tên vào danh sách chờ' });
		const who = form.getByLabel('Người phát biểu');
		const name = ((await who.locator('option').nth(3).textContent()) ?? '').trim();
		await who.selectOption({ index: 3 });
		await form.getByRole('button', { name: 'Ghi vào danh sách chờ' }).click();
		await expect(floor.getByText(`ghi thay ${name}`).first()).toBeVisible();
		await floor
			.getByRole('button', { name: `Mời ${name}`, exact: true })
			.first()
			.click();
		await expect(wall.getByText(name).first()).toBeVisible();
		await expect(wall.getByRole('timer')).toBeVisible();
		await picture(wall, 'no-phone-speaks');
		await floor.getByRole('button', { name: 'Kết thúc lượt' }).click();
		return name;
	});

	await test.step('a comment as told', async () => {
		const roll = await panel(desk, 'Điểm danh');
		await roll.getByLabel(`Thêm việc với ${speaker}`, { exact: true }).click();
		await roll.getByRole('button', { name: `Góp ý theo lời: ${speaker}` }).click();
		const dialog = desk.getByRole('dialog', { name: `Góp ý theo lời: ${speaker}` });
		await dialog.getByLabel('Nội dung góp ý').fill('Ngõ 12 cần thêm đèn.');
		await dialog.getByRole('button', { name: 'Gửi góp ý' }).click();
		await expect(dialog).toBeHidden();
		const comments = await panel(desk, 'Góp ý');
		await expect(comments.getByText('Ngõ 12 cần thêm đèn.')).toBeVisible();
		await expect(comments.getByText(`ghi thay ${speaker}`)).toBeVisible();
	});

	await test.step('the resolution by a show of hands, the rest agreeing', async () => {
		const vote = await panel(desk, 'Biểu quyết');
		await vote.getByLabel('Cách biểu quyết').selectOption('hands');
		await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
		await vote.getByRole('button', { name: 'Chiếu lên màn hình lớn' }).click();
		await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
		await vote.getByLabel('Không tán thành').fill('1');
		await vote.getByRole('button', { name: /^Số còn lại tán thành/ }).click();
		await confirmed(desk, 'Công bố kết quả', 'Công bố');
		await expect(wall.getByText('Được thông qua').first()).toBeVisible();
		await picture(wall, 'no-phone-vote');
	});

	await test.step('papers for the hand, and the end', async () => {
		await desk.goto(`/meetings/${meeting}/sheets/roll`);
		await expect(desk.getByText(absent).first()).toBeVisible();
		await desk.goto(`/meetings/${meeting}/desk`);
		await expect(desk.locator('[data-link=online]')).toBeVisible();
		await end(desk);
	});

	await test.step('the record has it all', async () => {
		await desk.goto(`/records/${meeting}`);
		const record = desk.getByRole('region', { name: 'Chi tiết của hồ sơ' });
		for (const said of [
			'Có mặt 11/12',
			`ghi thay ${speaker}`,
			'Ngõ 12 cần thêm đèn.',
			'Thông qua Nghị quyết'
		])
			await expect(record.getByText(said).first()).toBeVisible();
		await expect(record.getByText('Vắng có lý do').first()).toBeVisible();
		await picture(desk, 'no-phone-record');
		expect(await axe(desk)).toEqual([]);
	});
});

const MOST_TABS = 120;

/** Goes on with Tab, as who has no mouse does, until the thing has the focus. */
async function tabTo(page: Page, what: Locator): Promise<void> {
	await expect(what).toBeVisible();
	for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
		if (await what.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`no Tab leads to ${String(what)}`);
}

async function press(page: Page, what: Locator, key = 'Enter'): Promise<void> {
	await expect(what).toBeEnabled();
	await tabTo(page, what);
	await page.keyboard.press(key);
}

/** Chooses with the arrow keys. */
async function choose(page: Page, select: Locator, value: string): Promise<void> {
	await tabTo(page, select);
	const values = await select
		.locator('option')
		.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
	const steps = values.indexOf(value) - values.indexOf(await select.inputValue());
	for (let step = 0; step < Math.abs(steps); step += 1)
		await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
	await expect(select).toHaveValue(value);
}

test('a whole meeting led by keys alone', async ({ product, open }) => {
	const demo = await product.seed({ members: 8, observers: 0 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await newMeeting(desk);
	await desk.reload();
	await expect(desk.locator('[data-link=online]')).toBeVisible();
	await desk.evaluate(() => {
		const pointed = { times: 0 };
		Object.assign(globalThis, { pointed });
		addEventListener('pointerdown', () => (pointed.times += 1), true);
	});
	const panels = desk.getByRole('region', { name: 'Điều hành' });
	const dialog = desk.getByRole('dialog').filter({ visible: true });
	const now = desk.getByRole('region', { name: 'Chương trình' }).getByRole('heading', { level: 2 }).first();

	await test.step('the roll', async () => {
		await desk.keyboard.press('2');
		await press(desk, panels.getByRole('button', { name: /^Điểm danh \d+ người còn lại$/ }));
		await press(desk, dialog.getByRole('button', { name: /^Ghi \d+ người có mặt$/ }));
		await expect(desk.getByText('Có mặt 8/8').first()).toBeVisible();
	});

	await test.step('open, and from item to item', async () => {
		await desk.keyboard.press('o');
		await press(desk, dialog.getByRole('button', { name: 'Khai mạc cuộc họp' }));
		await expect(now).toHaveText('Tuyên bố lý do, giới thiệu đại biểu');
		await desk.keyboard.press('n');
		await expect(now).toHaveText('Cử thư ký ghi biên bản');
		await desk.keyboard.press('k');
		await expect(dialog.getByLabel('Nội dung kết luận')).toBeFocused();
		await desk.keyboard.insertText('Nhất trí cử thư ký.');
		await desk.keyboard.press('Control+Enter');
		await expect(dialog).toBeHidden();
		await expect(desk.getByText('Chủ trì kết luận: Nhất trí cử thư ký.').first()).toBeVisible();
	});

	await test.step('the floor', async () => {
		await desk.keyboard.press('1');
		await press(desk, panels.getByRole('button', { name: 'Ghi tên giúp' }));
		await tabTo(desk, dialog.getByLabel('Người phát biểu'));
		await desk.keyboard.press('ArrowDown');
		await desk.keyboard.press('ArrowDown');
		await press(desk, dialog.getByRole('button', { name: 'Ghi vào danh sách chờ' }));
		await expect(dialog).toBeHidden();
		await expect(desk.locator('[aria-keyshortcuts=S]').first()).toBeEnabled();
		await desk.keyboard.press('s');
		await expect(desk.locator('.speaker').getByRole('timer')).toBeVisible();
		await desk.keyboard.press('e');
		await expect(desk.locator('.speaker')).toContainText('Chưa có ai phát biểu.');
	});

	await test.step('a vote', async () => {
		await desk.keyboard.press('v');
		await choose(desk, panels.getByLabel('Biểu quyết về'), 'minute-taker');
		await tabTo(desk, panels.getByLabel('Câu hỏi'));
		await desk.keyboard.insertText('Cử đồng chí thư ký');
		await choose(desk, panels.getByLabel('Cách biểu quyết'), 'hands');
		await press(desk, panels.getByRole('button', { name: 'Nêu vấn đề', exact: true }));
		await expect(panels.getByRole('button', { name: 'Mở biểu quyết' })).toBeEnabled();
		await desk.keyboard.press('w');
		await press(desk, panels.getByRole('button', { name: /^Số còn lại tán thành/ }));
		await desk.keyboard.press('x');
		await expect(dialog.getByText(/^Tán thành \d, không tán thành 0, ý kiến khác 0\.$/)).toBeVisible();
		await press(desk, dialog.getByRole('button', { name: 'Công bố', exact: true }));
		await expect(panels.getByText('Được thông qua')).toBeVisible();
	});

	await test.step('the end', async () => {
		await press(desk, desk.getByRole('button', { name: 'Bế mạc cuộc họp', exact: true }));
		await press(desk, dialog.getByRole('button', { name: 'Bế mạc cuộc họp' }));
		await expect(desk.getByText('Văn bản và số liệu đã được lưu vào hồ sơ').first()).toBeVisible();
	});
	expect(
		await desk.evaluate(() => (globalThis as unknown as { pointed: { times: number } }).pointed.times),
		'nobody pointed at anything'
	).toBe(0);
});
