/** A model record: what is left out is chosen and seen, sister cells read the rest and nothing else, until it is taken back. */
import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { confirmed, end, opened } from './room.ts';
import { beyond, DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

test.setTimeout(120_000);

async function judged(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
	expect(await beyond(page)).toBeLessThanOrEqual(0);
}

async function conclude(desk: Page, words: string): Promise<void> {
	await desk.keyboard.press('k');
	const dialog = desk.getByRole('dialog', { name: 'Kết luận của chủ trì' });
	await dialog.getByLabel('Nội dung kết luận').fill(words);
	await dialog.getByRole('button', { name: 'Ghi vào biên bản' }).click();
	await expect(dialog).toBeHidden();
}

test('a sealed record is published without its sensitive words, read by a sister cell, and taken back', async ({
	open,
	product
}) => {
	const { meeting, sessions } = await product.seed({ members: 6, observers: 1 });
	const stranger = await product.seed({ members: 3, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	await expect(desk.locator('[data-link=online]')).toBeVisible();
	await conclude(desk, 'Giao đồng chí Lê Thị Mai Sương theo dõi hộ Cao Zzang ở ngõ 7.');
	const dialog = await opened(desk, 'Họp nội bộ');
	await dialog.getByRole('button', { name: /^Bắt đầu/ }).click();
	await expect(desk.getByText(/^Đang họp nội bộ từ/)).toBeVisible();
	await desk.locator('[contenteditable=true]').first().click();
	await desk.keyboard.type('Khuyết điểm zzin, không cho ai ngoài.');
	await expect(desk.getByText(/^Đã lưu lúc/).first()).toBeVisible();
	await confirmed(desk, 'Kết thúc họp nội bộ');
	await end(desk);
	await confirmed(desk, 'Niêm phong hồ sơ');

	await desk.goto(`/records/${meeting}`);
	await desk.getByRole('link', { name: 'Công bố làm hồ sơ mẫu' }).click();
	await expect(desk.getByText(/^Phần họp nội bộ/)).toBeVisible();
	await desk.getByRole('checkbox', { name: 'Lược bỏ: Lê Thị Mai Sương' }).check();
	await desk.getByRole('checkbox', { name: /Điểm danh, thông báo/ }).check();
	await desk.getByLabel(/^Mỗi dòng một từ/).fill('hộ Cao Zzang');
	await judged(desk);
	await picture(desk, 'publish-choose');
	await desk.getByRole('button', { name: 'Xem đúng bản sẽ công bố' }).click();
	const sheet = desk.getByRole('article');
	await expect(sheet.getByText('Giao đồng chí […] theo dõi […] ở ngõ 7.')).toBeVisible();
	await expect(sheet.getByText('Một mục được lược bỏ.')).toHaveCount(2);
	await judged(desk);
	await picture(desk, 'publish-preview');
	await desk.getByRole('button', { name: 'Công bố bản này' }).click();
	await expect(desk.getByRole('heading', { name: 'Đang công bố' })).toBeVisible();
	await judged(desk);
	await picture(desk, 'publish-done');

	const sister = await open({ session: sessions.otherSecretary, size: PHONE });
	await test.step('a sister cell finds and reads it, and nothing of what was left out', async () => {
		await sister.goto('/records');
		await sister.getByRole('link', { name: 'Hồ sơ mẫu' }).click();
		await sister.getByLabel('Tìm theo lời').fill('ngo 7');
		await sister.getByRole('button', { name: 'Tìm', exact: true }).click();
		await expect(sister.locator('mark').first()).toHaveText('ngõ');
		await judged(sister);
		await picture(sister, 'models-found');
		await sister.getByRole('link', { name: /Sinh hoạt .* tháng/ }).click();
		await expect(sister).toHaveURL(`/records/${meeting}/published`);
		await expect(sister.getByText(/^Trích từ hồ sơ số 1 của/)).toBeVisible();
		await judged(sister);
		await picture(sister, 'model-read');
		const pages = ['/published', '/published/__data.json'].map((page) => `/records/${meeting}${page}`);
		const found = ['ngo 7', 'mai suong', 'cao zzang', 'zzin'].map(
			(words) => `/records?from=models&q=${encodeURIComponent(words)}`
		);
		for (const path of [...pages, ...found]) {
			const bytes = await (await sister.request.get(path)).text();
			expect(bytes, path).not.toMatch(/Mai Sương|Cao Zzang|không cho ai ngoài/);
		}
		for (const words of ['Mai Sương', 'zzang', 'zzin']) {
			await sister.goto(`/records?from=models&q=${encodeURIComponent(words)}`);
			await expect(sister.getByText('Không tìm thấy hồ sơ nào.')).toBeVisible();
		}
		for (const path of ['', '/minutes', '/publish'])
			expect((await sister.request.get(`/records/${meeting}${path}`)).status(), path).toBe(404);
		expect((await sister.request.get(`/api/v1/records/${meeting}`)).status()).toBe(404);
	});

	await test.step('in English, on a hall’s screen', async () => {
		const english = await open({ session: sessions.otherSecretary, size: HALL, locale: 'en' });
		await english.goto(`/records/${meeting}/published`);
		await expect(english.getByText(/^Taken from record no\. 1/)).toBeVisible();
		await judged(english);
		await picture(english, 'model-read-en');
	});

	await test.step('another committee’s cell reads nothing of it', async () => {
		const other = await open({ session: stranger.sessions.secretary });
		await other.goto('/records?from=models');
		await expect(other.getByText('Chưa có hồ sơ mẫu nào trong đảng bộ.')).toBeVisible();
		expect((await other.request.get(`/records/${meeting}/published`)).status()).toBe(404);
	});

	await test.step('taken back', async () => {
		await desk.getByRole('button', { name: 'Thu hồi bản công bố' }).click();
		await expect(desk.getByText(/Thu hồi lúc/)).toBeVisible();
		await picture(desk, 'publish-taken-back');
		await sister.goto('/records?from=models');
		await expect(sister.getByText('Chưa có hồ sơ mẫu nào trong đảng bộ.')).toBeVisible();
		expect((await sister.request.get(`/records/${meeting}/published`)).status()).toBe(404);
	});
});
