import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* The observer's desk on a narrow phone and on a laptop: a remark in three taps, the checklist, the notebook. */

test.setTimeout(120_000);

/** Before the page is live a tap is lost. */
async function part(page: Page, name: string): Promise<void> {
	await expect(page.locator('[data-link=online]').first()).toBeVisible();
	await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

test('a remark takes three taps and its words; author and delegation read it, the desk does not', async ({
	open,
	demo
}) => {
	const phone = await open({ session: demo.sessions.observers[0] ?? '', size: PHONE });
	const colleague = await open({ session: demo.sessions.observers[1] ?? '', size: DESKTOP });
	const stranger = await open({ session: demo.sessions.observers[4] ?? '', size: DESKTOP });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const heard: string[] = [];
	for (const page of [desk, stranger])
		page.on('websocket', (socket) =>
			socket.on('framereceived', ({ payload }) => void heard.push(String(payload)))
		);
	await Promise.all([
		phone.goto(`/meetings/${demo.meeting}/observe`),
		colleague.goto(`/meetings/${demo.meeting}/observe`),
		stranger.goto(`/meetings/${demo.meeting}/observe`),
		desk.goto(`/meetings/${demo.meeting}/desk`)
	]);
	await picture(phone, 'observe');

	await phone.getByRole('button', { name: 'Hạn chế' }).tap();
	await phone.getByRole('button', { name: 'Điều hành' }).tap();
	// The second tap leads to the words: nothing is pressed in between.
	await expect(phone.getByLabel('Lời nhận xét')).toBeFocused();
	await phone.keyboard.insertText('Thời sự bảy phút hơi dài.');
	await picture(phone, 'remark-form');
	await phone.getByRole('button', { name: 'Ghi nhận xét' }).tap();

	await expect(phone.getByText('Thời sự bảy phút hơi dài.')).toBeVisible();
	await expect(phone.getByRole('heading', { name: 'Nhận xét của tôi (1)' })).toBeVisible();
	const theirs = colleague.getByRole('region', { name: 'Nhận xét của đoàn' });
	await expect(theirs.getByText('Thời sự bảy phút hơi dài.')).toBeVisible();
	await picture(phone, 'my-remarks');
	await picture(colleague, 'delegation-remarks');

	await phone.getByRole('button', { name: /^Sửa nhận xét/ }).tap();
	await phone.getByLabel('Lời nhận xét').fill('Thời sự nên gọn trong năm phút.');
	await phone.getByRole('button', { name: 'Kiến nghị', exact: true }).last().tap();
	await phone.getByRole('button', { name: 'Ghi nhận xét' }).tap();
	await expect(theirs.getByText('Thời sự nên gọn trong năm phút.')).toBeVisible();

	const pages = await Promise.all(
		['events?after=0', 'state'].map(async (what) =>
			(await desk.request.get(`/api/v1/meetings/${demo.meeting}/${what}`)).text()
		)
	);
	pages.push(await (await desk.request.get(`/meetings/${demo.meeting}/desk`)).text(), ...heard);
	expect(heard.length).toBeGreaterThan(0);
	expect(pages.filter((text) => /bảy phút hơi dài|gọn trong năm phút/.test(text))).toEqual([]);
});

test('the checklist follows the meeting and keeps own ticks; the notebook is taken away as a file', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const phone = await open({ session: demo.sessions.observer, size: PHONE });
	await phone.goto(`/meetings/${demo.meeting}/observe`);
	await part(phone, 'Các bước');
	await expect(phone.getByText('đang làm').first()).toBeVisible();
	const tick = phone.getByLabel('Tôi đã thấy: Cử thư ký ghi biên bản').first();
	await tick.check();
	await picture(phone, 'checklist');
	await phone.reload();
	await part(phone, 'Các bước');
	await expect(phone.getByLabel('Tôi đã thấy: Cử thư ký ghi biên bản').first()).toBeChecked();

	await part(phone, 'Sổ tay');
	await phone
		.getByRole('textbox', { name: 'Ghi vào sổ tay' })
		.fill('Dùng bảng đối chiếu nhiệm vụ.\nGiao việc có thời hạn.');
	await phone.getByRole('button', { name: 'Ghi vào sổ tay' }).tap();
	await expect(phone.getByText('Dùng bảng đối chiếu nhiệm vụ.')).toBeVisible();
	await picture(phone, 'notebook');
	const [download] = await Promise.all([
		phone.waitForEvent('download'),
		phone.getByRole('button', { name: 'Tải sổ tay (tệp chữ)' }).tap()
	]);
	const text = await readFile(await download.path(), 'utf8');
	expect(text).toContain('áp dụng tại đơn vị tôi\r\n\r\n[');
	expect(text).toContain('Dùng bảng đối chiếu nhiệm vụ.\r\nGiao việc có thời hạn.');
	expect(download.suggestedFilename()).toMatch(/^so-tay-\d{4}-\d{2}\.txt$/);
});

for (const size of [PHONE, DESKTOP, HALL]) {
	test(`every part of the observer's desk is open to everybody at ${size.width}`, async ({ open, demo }) => {
		const page = await open({ session: demo.sessions.observers[2] ?? '', size });
		await page.goto(`/meetings/${demo.meeting}/observe`);
		const found: string[] = [];
		for (const name of ['Nhận xét', 'Văn bản', 'Các bước', 'Sổ tay', 'Chương trình', 'Góp ý']) {
			await part(page, name);
			await expect(page.getByRole('tab', { selected: true, name: new RegExp(`^${name}`) })).toBeVisible();
			found.push(...(await axe(page)).map((problem) => `${name}: ${problem}`));
			const wide = await beyond(page);
			if (wide > 0) found.push(`${name}: ${wide} px wider than the screen`);
			await picture(page, `observe-${name}`);
		}
		await page.getByRole('button', { name: 'Ưu điểm' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		found.push(...(await axe(page)));
		expect(found).toEqual([]);
	});
}

test('[RE9] the desk writes down who came with which delegation, and the year’s quota', async ({
	open,
	product
}) => {
	const demo = await product.seed({ members: 6, observers: 4 });
	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await desk.getByRole('tab', { name: /^Vào họp/ }).click();
	const panels = desk.getByRole('region', { name: 'Điều hành' });
	await panels.getByText('Đại biểu, khách mời', { exact: true }).click();
	await panels.getByRole('button', { name: 'Mời đại biểu', exact: true }).click();
	const form = desk.getByRole('dialog', { name: 'Mời đại biểu' });
	await form.getByLabel('Họ và tên').fill('Phan Thị Trưởng');
	await form.getByLabel('Chức vụ').fill('Phó Bí thư');
	await form.getByLabel('Đơn vị').fill('Thành ủy');
	await form.getByLabel('Đoàn').fill('Đoàn Thành ủy');
	await form.getByLabel('Tư cách dự').selectOption('delegation_head');
	await form.getByLabel('Số buổi phải dự trong năm').fill('4');
	await form.getByLabel('Đã dự trước cuộc này').fill('3');
	await picture(desk, 'observer-form');
	await form.getByRole('button', { name: 'Thêm', exact: true }).click();
	await expect(form).toBeHidden();
	await expect(panels.getByRole('heading', { name: 'Đoàn Thành ủy (1)' })).toBeVisible();
	await expect(panels.getByText('đã dự 3/4')).toBeVisible();

	// Who came by themselves joins the delegation, and then leads it.
	const last = panels
		.getByRole('heading', { name: /^Không theo đoàn/ })
		.locator('xpath=following-sibling::ul[1]');
	const name = (await last.locator('strong').first().innerText()).trim();
	await panels.getByRole('button', { name: `Sửa: ${name}`, exact: true }).click();
	const change = desk.getByRole('dialog', { name: `Sửa: ${name}` });
	await change.getByLabel('Đoàn').fill('Đoàn Thành ủy');
	await change.getByLabel('Tư cách dự').selectOption('delegation_head');
	await change.getByRole('button', { name: 'Lưu', exact: true }).click();
	await expect(change).toBeHidden();
	const city = panels
		.getByRole('heading', { name: 'Đoàn Thành ủy (2)' })
		.locator('xpath=following-sibling::ul[1]');
	await expect(city.locator('li').first()).toContainText(name);
	await expect(city.getByText('Trưởng đoàn')).toHaveCount(1);
	await picture(desk, 'observer-delegations');
	expect(await axe(desk)).toEqual([]);
});
