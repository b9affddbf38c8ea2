import type { Page } from '@playwright/test';
import { end } from './room.ts';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* The archive as people search it: with words as they type them, on a desktop, on a phone, and without anything. */

test.setTimeout(120_000);

async function judged(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
	expect(await beyond(page)).toBeLessThanOrEqual(0);
}

test('a record is found without tones, its words are marked, and it opens', async ({
	open,
	product,
	expected
}) => {
	// A form is sent with a mistake on purpose.
	expected.push(/status of 400/);
	const { meeting, sessions } = await product.seed();
	const member = await open({ session: sessions.members[5] ?? '', size: PHONE });
	await member.goto('/records');
	await expect(member.getByText('Chưa có hồ sơ nào.')).toBeVisible();
	await judged(member);
	await picture(member, 'archive-empty');

	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	await end(desk);
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Tìm trong hồ sơ' }).click();
	await expect(desk.getByRole('heading', { name: 'Năm 2026' })).toBeVisible();
	await judged(desk);
	await picture(desk, 'archive');
	await desk.getByLabel('Tìm theo lời').fill('phan loai rac');
	await desk.keyboard.press('Enter');
	await expect(desk.locator('mark').first()).toHaveText('phân');
	await judged(desk);
	await picture(desk, 'archive-found');
	await desk.getByLabel('Tìm theo lời').fill('không có chữ này đâu');
	await desk.getByRole('button', { name: 'Tìm', exact: true }).click();
	await expect(desk.getByText('Không tìm thấy hồ sơ nào.')).toBeVisible();
	await judged(desk);
	await desk.getByRole('link', { name: 'Xem lại tất cả' }).click();

	await desk.goto('/');
	await desk.getByRole('link', { name: 'Danh sách đảng viên' }).click();
	const years = desk.getByLabel(/^Số năm lưu trữ/);
	await years.fill('nhiều');
	await desk.getByRole('button', { name: 'Lưu thời hạn' }).click();
	await expect(desk.getByText('Số không hợp lệ.')).toBeVisible();
	await years.fill('5');
	await desk.getByRole('button', { name: 'Lưu thời hạn' }).click();
	await expect(desk.getByText('Đã lưu thời hạn lưu trữ.')).toBeVisible();
	await expect(years).toHaveValue('5');
	await judged(desk);
	await picture(desk, 'retention');

	await member.goto('/records');
	await member.getByLabel('Tìm theo lời').fill('PHAN LOAI RAC');
	await member.getByRole('button', { name: 'Tìm', exact: true }).click();
	await expect(member.locator('mark').first()).toBeVisible();
	await judged(member);
	await picture(member, 'archive-found');
	await member
		.getByRole('link', { name: /Sinh hoạt .* tháng/ })
		.first()
		.click();
	await expect(member).toHaveURL(`/records/${meeting}`);
});

test('one of another cell finds nothing of it, and is told so in words', async ({
	open,
	product,
	expected
}) => {
	expected.push(/status of 404/);
	const { meeting, sessions } = await product.seed();
	const other = await product.seed();
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	await end(desk);
	const stranger = await open({ session: other.sessions.members[5] ?? '' });
	await stranger.goto('/records?q=phan%20loai%20rac');
	await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(stranger.locator(`a[href="/records/${meeting}"]`)).toHaveCount(0);
	await stranger.goto(`/records/${meeting}`);
	await expect(stranger.getByRole('heading', { name: 'Không tìm thấy trang này' })).toBeVisible();
	await judged(stranger);
	await stranger.getByRole('link', { name: 'Về trang đầu' }).click();
	await expect(stranger).toHaveURL('/');
	const english = await open({ session: other.sessions.secretary, size: PHONE, locale: 'en' });
	await english.goto('/no/such/page');
	await expect(english.getByRole('heading', { name: 'This page cannot be found' })).toBeVisible();
	await judged(english);
	await picture(english, 'not-found');
});
