/** The record is sealed before people leave, compared by its fingerprint, and checked without us. */
import type { Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pagesOf } from '../support/office.ts';
import { axe } from './axe.ts';
import { confirmed, end } from './room.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

const PRINT = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

async function printOn(page: Page): Promise<string> {
	return PRINT.exec(await page.getByText(PRINT).first().innerText())?.[0] ?? '';
}

/** Whatever asks for anything beyond this file fails. */
async function alone(page: Page, url: string): Promise<string[]> {
	const asked: string[] = [];
	await page.context().setOffline(true);
	await page.context().route('**', (route) => {
		const wanted = route.request().url();
		if (wanted === url) return route.continue();
		asked.push(wanted);
		return route.abort();
	});
	await page.goto(url);
	return asked;
}

test('sealed at the desk; the same fingerprint on wall, record and phone; checked offline; corrected; deleted', async ({
	product,
	open,
	expected
}) => {
	// Two forms are sent empty on purpose.
	expected.push(/status of 400/);
	// The wall of a meeting that was deleted may ask once more for its code.
	expected.push(/status of 404.*wall\/code/);
	const { meeting, sessions } = await product.seed({ members: 6, observers: 1 });
	const desk = await open({ session: sessions.secretary });
	const wall = await open({ session: sessions.wall, size: HALL });
	const phone = await open({ session: sessions.members.at(-1) ?? '', size: PHONE });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	await end(desk);

	await phone.goto(`/records/${meeting}`);
	await expect(phone.getByText('Chưa niêm phong').first()).toBeVisible();
	await expect(phone.getByRole('button', { name: 'Niêm phong hồ sơ' })).toHaveCount(0);
	await picture(phone, 'record-not-sealed');

	await desk.getByRole('button', { name: 'Niêm phong hồ sơ' }).first().click();
	await expect(desk.getByRole('dialog').getByText('Chi bộ chưa thông qua biên bản.')).toBeVisible();
	await expect(desk.getByRole('dialog').getByText('Chưa rút kinh nghiệm với các đại biểu.')).toBeVisible();
	await picture(desk, 'seal-question');
	await desk.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
	await confirmed(desk, 'Niêm phong hồ sơ');
	await expect(desk.getByText(PRINT)).toBeVisible();
	// Nothing begins after the seal.
	await expect(desk.getByRole('link', { name: 'Rút kinh nghiệm' })).toHaveCount(0);
	const print = await printOn(desk);
	await picture(desk, 'seal-desk');
	await expect(wall.getByText(print)).toBeVisible();
	await expect(wall.getByRole('img', { name: /^Mã QR của niêm phong/ })).toBeVisible();
	await picture(wall, 'seal-wall');

	await desk.getByRole('link', { name: 'Hồ sơ cuộc họp' }).first().click();
	await expect(desk.getByText(/^Đã niêm phong lúc/).first()).toBeVisible();
	expect(await printOn(desk)).toBe(print);
	expect(await axe(desk)).toEqual([]);
	await picture(desk, 'record-sealed');
	await phone.reload();
	expect(await printOn(phone)).toBe(print);
	const line = await phone.getByText(/^HT1\./).innerText();
	await picture(phone, 'record-sealed');
	await expect(phone.getByRole('heading', { name: 'Lập đính chính' })).toHaveCount(0);

	await test.step('[OF14] printed, each page of a paper bears it at its foot', async () => {
		const printing = await open({ session: sessions.secretary, size: DESKTOP });
		await printing.goto(`/records/${meeting}/minutes`);
		await expect(printing.getByRole('article')).toBeVisible();
		// It comes with the page's script.
		await printing.waitForFunction(() => document.documentElement.style.getPropertyValue('--paper-foot'));
		const pages = (await pagesOf(await printing.pdf({ preferCSSPageSize: true }))).slice(0, -1);
		expect(pages.length).toBeGreaterThan(1);
		for (const page of pages) expect(page.trimEnd().split('\n').at(-1)).toContain(print);
	});

	await test.step('a correction beside it', async () => {
		await desk.getByRole('button', { name: 'Niêm phong đính chính' }).click();
		await expect(desk.getByText('Có chỗ cần sửa')).toBeVisible();
		await desk.getByLabel('Lý do', { exact: true }).first().fill('Ghi nhầm ngày');
		await desk.getByLabel('Nội dung đúng').fill('Hạn nộp là 30/11/2026.');
		await desk.getByRole('button', { name: 'Niêm phong đính chính' }).click();
		await expect(
			desk.getByRole('region', { name: 'Chi tiết của hồ sơ' }).getByText('Hạn nộp là 30/11/2026.')
		).toBeVisible();
		expect(await printOn(desk)).toBe(print);
		await picture(desk, 'record-corrected');
	});

	await test.step('taken away and checked with nothing but one file', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-dossier-'));
		const dossier = await (await desk.request.get(`/api/v1/records/${meeting}/dossier`)).text();
		expect((await phone.request.get(`/api/v1/records/${meeting}/dossier`)).status()).toBe(404);
		const files = {
			dossier: join(folder, 'ho-so.json'),
			changed: join(folder, 'sua.json'),
			page: join(folder, 'verify.html')
		};
		await writeFile(files.dossier, dossier);
		await writeFile(files.changed, dossier.replace('30/11/2026.', '31/12/2026.'));
		await writeFile(files.page, await (await desk.request.get('/verify')).text());

		const visitor = await open({ size: DESKTOP });
		const asked = await alone(visitor, pathToFileURL(files.page).href);
		await visitor.getByLabel('Chọn tệp hồ sơ').setInputFiles(files.dossier);
		await expect(visitor.getByRole('heading', { name: /Hồ sơ nguyên vẹn/ })).toBeVisible();
		await expect(visitor.getByText(print)).toBeVisible();
		await visitor.getByLabel(/Mã niêm phong hoặc dòng kiểm tra/).fill(print.toLowerCase());
		await expect(visitor.getByText('Trùng với mã trên giấy.')).toBeVisible();
		await visitor.getByLabel(/Mã niêm phong hoặc dòng kiểm tra/).fill(line);
		await expect(visitor.getByText('Trùng với mã trên giấy.')).toBeVisible();
		expect(await axe(visitor)).toEqual([]);
		await picture(visitor, 'verify-whole');
		await visitor.getByLabel('Chọn tệp hồ sơ').setInputFiles(files.changed);
		await expect(visitor.getByRole('heading', { name: /không còn như lúc niêm phong/ })).toBeVisible();
		await expect(visitor.getByText('Mục 2: nội dung đã bị sửa.')).toBeVisible();
		await picture(visitor, 'verify-broken');
		await visitor.getByRole('button', { name: 'English' }).click();
		await expect(visitor.getByText('Entry 2: what was sealed was changed.')).toBeVisible();
		await visitor.getByLabel('Choose the file').setInputFiles(files.page);
		await expect(visitor.getByRole('heading', { name: /no sealed record/ })).toBeVisible();
		expect(await axe(visitor)).toEqual([]);
		expect(asked).toEqual([]);
		await rm(folder, { recursive: true });
	});

	await test.step('from the server as well, on a phone', async () => {
		const page = await open({ size: PHONE });
		await page.goto('/verify');
		await expect(page.getByRole('heading', { name: 'Kiểm tra hồ sơ niêm phong' })).toBeVisible();
		const dossier = await desk.request.get(`/api/v1/records/${meeting}/dossier`);
		await page
			.getByLabel('Chọn tệp hồ sơ')
			.setInputFiles({ name: 'ho-so.json', mimeType: 'application/json', buffer: await dossier.body() });
		await expect(page.getByRole('heading', { name: /Hồ sơ nguyên vẹn/ })).toBeVisible();
		await picture(page, 'verify-phone');
		const english = await open({ size: PHONE, locale: 'en' });
		await english.goto('/verify');
		await expect(english.getByLabel('Choose the file')).toBeAttached();
	});

	await test.step('deleted by the cell, which stays on record', async () => {
		await desk.getByText('Xóa hồ sơ').first().click();
		await desk.getByRole('button', { name: 'Xóa hồ sơ' }).click();
		await expect(desk.getByText('Cần chọn.')).toBeVisible();
		const reason = desk.getByLabel('Lý do', { exact: true }).last();
		await expect(reason).toHaveAttribute('aria-invalid', 'true');
		// What is being mended is not reproached any more, as soon as the page's script is there.
		await expect(async () => {
			await reason.fill('');
			await reason.fill('Hết thời hạn lưu trữ');
			await expect(reason).not.toHaveAttribute('aria-invalid', 'true', { timeout: 1_000 });
		}).toPass();
		await desk.getByLabel('Tôi hiểu rằng không lấy lại được').check();
		await picture(desk, 'record-delete');
		const otherTab = await desk.context().newPage();
		await otherTab.goto(`/records/${meeting}`);
		await otherTab.locator('summary', { hasText: 'Xóa hồ sơ' }).click();
		await otherTab.getByLabel('Lý do', { exact: true }).last().fill('Hai lần');
		await otherTab.getByLabel('Tôi hiểu rằng không lấy lại được').check();
		await desk.getByRole('button', { name: 'Xóa hồ sơ' }).click();
		await expect(desk.getByRole('heading', { name: 'Hồ sơ đã xóa' })).toBeVisible();
		await expect(desk.getByText('Hết thời hạn lưu trữ')).toBeVisible();
		await otherTab.getByRole('button', { name: 'Xóa hồ sơ' }).click();
		await expect(otherTab.getByText('Hết thời hạn lưu trữ')).toBeVisible();
		await phone.goto(`/records/${meeting}`);
		await expect(phone.getByRole('heading', { name: 'Hồ sơ đã xóa' })).toBeVisible();
		await picture(desk, 'record-deleted');
	});
});
