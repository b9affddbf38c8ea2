import { axe } from './axe.ts';
import { block, panel } from './room.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* What a cell writes once and uses month after month. */

test.setTimeout(120_000);

test('a citation is written once, changed as of a day, and put into a text with one tap', async ({
	open,
	product,
	expected
}) => {
	expected.push(/status of 400 .*\/standing/);
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Danh sách đảng viên' }).click();
	await desk.getByRole('link', { name: 'Câu, trích dẫn dùng lại' }).click();
	await desk.getByText('Thêm căn cứ', { exact: true }).first().click();
	const form = desk.locator('form', { has: desk.getByRole('button', { name: 'Thêm căn cứ' }) });
	await form.getByLabel('Số, ký hiệu').fill('42-HD/BTCTW');
	await form.getByRole('button', { name: 'Thêm căn cứ' }).click();
	await expect(desk.getByRole('alert')).toBeVisible();
	await desk.getByText('Thêm căn cứ', { exact: true }).first().click();
	await expect(form.getByLabel('Số, ký hiệu')).toHaveValue('42-HD/BTCTW');
	await form.getByLabel('Tên văn bản').fill('Hướng dẫn');
	await form.getByLabel('Ngày ban hành').fill('28/10/2025');
	await form.getByLabel('Cơ quan ban hành').fill('Ban Tổ chức Trung ương');
	await form.getByLabel('Về việc gì').fill('về sinh hoạt chi bộ');
	await form.getByLabel('Dùng từ ngày').fill('01/01/2026');
	await form.getByRole('button', { name: 'Thêm căn cứ' }).click();
	const cited =
		'Căn cứ Hướng dẫn số 42-HD/BTCTW ngày 28/10/2025 của Ban Tổ chức Trung ương về sinh hoạt chi bộ;';
	await expect(desk.getByText(cited)).toBeVisible();
	await desk.getByText('Thêm câu', { exact: true }).first().click();
	const words = desk.locator('form', { has: desk.getByRole('button', { name: 'Thêm câu' }) });
	await words.getByLabel('Tên gọi để tìm').fill('Nhất trí');
	await words.getByLabel('Nội dung câu').fill('Hội nghị nhất trí với dự thảo.');
	await words.getByLabel('Dùng từ ngày').fill('01/01/2026');
	await words.getByRole('button', { name: 'Thêm câu' }).click();
	await expect(
		desk.getByRole('paragraph').filter({ hasText: 'Hội nghị nhất trí với dự thảo.' })
	).toBeVisible();
	await picture(desk, 'standing-cell');
	expect(await axe(desk)).toEqual([]);

	await desk.goto(`/meetings/${meeting}/desk`);
	await panel(desk, 'Phát biểu');
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	const clause = block(desk, 'I.1');
	await clause.click();
	await desk.getByRole('button', { name: 'Chèn câu có sẵn' }).click();
	await expect(desk.getByRole('button', { name: cited })).toBeVisible();
	await picture(desk, 'standing-desk');
	expect(await axe(desk)).toEqual([]);
	await desk.getByRole('button', { name: cited }).click();
	await expect(clause.getByText(cited)).toBeVisible();

	// The same from a phone, into the minutes, and the others read it.
	const phone = await open({ session: sessions.members[3], size: PHONE });
	await phone.goto(`/meetings/${meeting}/write/minutes`);
	await phone.getByRole('button', { name: 'Chèn câu có sẵn' }).tap();
	await picture(phone, 'standing-phone');
	await phone.getByRole('button', { name: /Hội nghị nhất trí/ }).tap();
	await desk.getByRole('tablist', { name: 'Văn bản' }).getByRole('tab', { name: 'Biên bản' }).click();
	await expect(desk.getByText('Hội nghị nhất trí với dự thảo.').first()).toBeVisible();
	const { blocks } = (await (
		await desk.request.get(`/api/v1/meetings/${meeting}/documents/resolution`)
	).json()) as { blocks: { text: string }[] };
	expect(blocks.map(({ text }) => text).join('\n')).toContain(`\n${cited}`);
});
