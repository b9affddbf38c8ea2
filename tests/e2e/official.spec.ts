import type { Page } from '@playwright/test';
import { pagesOf, squeezed, textIn } from '../support/office.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* The official papers of a record: found on its page, read, printed and taken away as files. */

test.setTimeout(120_000);

async function ended(desk: Page, meeting: string): Promise<void> {
	await desk.goto(`/meetings/${meeting}/desk`);
	await expect(desk.locator('[data-link=online]').first()).toBeVisible();
	await desk.getByRole('button', { name: 'Bế mạc cuộc họp' }).first().click();
	await desk
		.getByRole('dialog', { name: 'Bế mạc cuộc họp?' })
		.getByRole('button', { name: 'Bế mạc cuộc họp' })
		.click();
	await expect(desk.getByText('Văn bản và số liệu đã được lưu vào hồ sơ').first()).toBeVisible();
}

test('the record offers each paper to read, to print and as Word and PDF; print and PDF say the same', async ({
	open,
	product,
	expected
}) => {
	expected.push(/status of 404/);
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await ended(desk, demo.meeting);
	await desk.goto(`/records/${demo.meeting}`);
	const papers = desk.getByRole('region', { name: 'Văn bản' });
	await expect(papers.getByRole('link', { name: 'Biên bản', exact: true })).toBeVisible();
	await papers.scrollIntoViewIfNeeded();
	await picture(desk, 'record-papers');

	const [pdf] = await Promise.all([
		desk.waitForEvent('download'),
		papers.getByRole('link', { name: 'Biên bản, tệp PDF', exact: true }).click()
	]);
	expect(pdf.suggestedFilename()).toMatch(/^Biên bản sinh hoạt chi bộ thường kỳ .*\.pdf$/);
	const bytes = await (await desk.request.get(pdf.url())).body();
	const text = squeezed(await textIn(bytes));
	expect(text).toContain('I-THÀNHPHẦNTHAMDỰ');

	await papers.getByRole('link', { name: 'Biên bản', exact: true }).click();
	const sheet = desk.getByRole('article');
	await expect(sheet.getByRole('heading', { name: 'BIÊN BẢN', exact: true })).toBeVisible();
	await picture(desk, 'paper-minutes');
	const printed = await desk.pdf({ preferCSSPageSize: true });
	const pages = await pagesOf(printed);
	expect(pages[0]).toMatch(/ĐẢNG/);
	const shown = (await sheet.locator('.body').allInnerTexts()).map(squeezed);
	expect(shown.length).toBeGreaterThan(10);
	const onPaper = squeezed(await textIn(printed));
	for (const words of shown) {
		expect(text).toContain(words);
		expect(onPaper).toContain(words);
	}

	for (const [file, type] of [
		['resolution.docx', 'wordprocessingml'],
		['roll.xlsx', 'spreadsheetml'],
		['dossier.zip', 'application/zip'],
		['minutes.txt', 'text/plain']
	] as const) {
		const answer = await desk.request.get(`/api/v1/records/${demo.meeting}/${file}`);
		expect([file, answer.status()]).toEqual([file, 200]);
		expect(answer.headers()['content-type']).toContain(type);
	}
});

test('the cell’s papers go on from the numbers that it used, and what was given is listed', async ({
	open,
	product,
	expected
}) => {
	expected.push(/status of 400 .*\/numbers/);
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Danh sách đảng viên' }).click();
	await desk.getByRole('link', { name: 'Số văn bản' }).click();
	await desk.getByLabel('Nhiệm kỳ của chi bộ').fill('2025-2027');
	await desk.getByRole('button', { name: 'Ghi nhiệm kỳ' }).click();
	await expect(desk.getByRole('heading', { name: 'Số tiếp theo, nhiệm kỳ 2025-2027' })).toBeVisible();
	const minutes = desk.getByRole('listitem').filter({ hasText: '-BB/CB' });
	await minutes.getByText('Trước đây chi bộ đã đánh số?').click();
	await minutes.getByRole('button', { name: 'Đánh số tiếp' }).click();
	await expect(minutes.getByText('Số không hợp lệ.')).toBeVisible();
	await minutes.getByLabel('Số cuối đã dùng').fill('22');
	await minutes.getByRole('button', { name: 'Đánh số tiếp' }).click();
	await expect(minutes.getByText('Tiếp theo: Số 23-BB/CB')).toBeVisible();
	await picture(desk, 'cell-numbers');
	expect(await axe(desk)).toEqual([]);
	await desk.setViewportSize(PHONE);
	expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
	await picture(desk, 'cell-numbers-phone');

	// The agenda is a paper before there is a record; what was not sent yet says so.
	await desk.setViewportSize(DESKTOP);
	await desk.goto(`/meetings/${demo.meeting}/sheets/agenda`);
	const agenda = desk.getByRole('article');
	await expect(agenda.getByText('(Dự kiến, chưa gửi giấy mời)')).toBeVisible();
	await expect(agenda.getByRole('table').getByRole('row')).not.toHaveCount(1);
	await picture(desk, 'paper-agenda');
	expect(await axe(desk)).toEqual([]);
});

test('an extract is made of one item, the form and who is signed for are chosen, on a phone as well', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	await ended(await open({ session: demo.sessions.secretary, size: DESKTOP }), demo.meeting);
	const phone = await open({ session: demo.sessions.members[0] ?? '', size: PHONE });
	await phone.goto(`/records/${demo.meeting}`);
	const papers = phone.getByRole('region', { name: 'Văn bản' });
	await papers.getByText('Thể thức và cách ký').click();
	await papers.getByLabel('Thay mặt').selectOption('T/M CHI ỦY');
	await papers.getByRole('button', { name: 'Dùng thể thức này' }).click();
	await picture(phone, 'record-papers-phone');
	await papers.getByRole('link', { name: 'Nghị quyết', exact: true }).click();
	await expect(phone.getByRole('article').getByText('T/M CHI ỦY')).toBeVisible();
	await picture(phone, 'paper-resolution-phone');
	expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

	await phone.goto(`/records/${demo.meeting}`);
	await papers.getByText('Trích biên bản một nội dung').click();
	await papers.getByRole('button', { name: 'Xem trích biên bản' }).click();
	await expect(phone.getByRole('article').getByRole('heading', { name: 'TRÍCH BIÊN BẢN' })).toBeVisible();
});

test('errors are said in the reader’s language, and nothing is told to a stranger', async ({
	open,
	product,
	demo
}) => {
	const other = await product.seed();
	const secretary = await open({ session: demo.sessions.secretary });
	const member = await open({ session: other.sessions.members[1] ?? '' });
	const english = await open({ session: demo.sessions.secretary, locale: 'en' });
	const nobody = await open();
	await ended(await open({ session: other.sessions.secretary, size: DESKTOP }), other.meeting);
	const asked = async (page: Page, path: string) => {
		const answer = await page.request.get(`${product.origin}/api/v1/records/${path}`);
		return [answer.status(), ((await answer.json()) as { error: { message: string } }).error.message];
	};
	const none = 'Không có văn bản này, hoặc đồng chí không được xem.';
	expect(await asked(nobody, `${other.meeting}/minutes.pdf`)).toEqual([
		401,
		'Đồng chí cần đăng nhập rồi mở lại địa chỉ này.'
	]);
	expect(await asked(secretary, `${other.meeting}/minutes.pdf`)).toEqual([404, none]);
	expect(await asked(secretary, 'unknown/minutes.pdf')).toEqual([404, none]);
	expect(await asked(english, `${other.meeting}/minutes.pdf`)).toEqual([
		404,
		'There is no such paper, or you may not see it.'
	]);
	expect((await asked(member, `${other.meeting}/minutes.pdf?form=x`))[0]).toBe(400);
	expect((await asked(member, `${other.meeting}/extract.pdf?item=none`))[0]).toBe(404);
	expect((await asked(member, `${other.meeting}/debrief.pdf`))[0]).toBe(404);
});
