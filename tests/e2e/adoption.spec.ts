import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { block, panel, toEnd } from './room.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* The minutes are read back, corrected, adopted, signed and taken home, as the room sees it. */

test.setTimeout(120_000);

const online = (page: Page) => expect(page.locator('[data-link=online]').first()).toBeVisible();

test('a section is read on the wall and on phones, a correction asked for comes to the desk and back', async ({
	open,
	product,
	expected
}) => {
	// A wrong password, on purpose.
	expected.push(/status of 4\d\d/);
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const phone = await open({ session: demo.sessions.members[1] ?? '', size: PHONE });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await Promise.all([
		desk.goto(`/meetings/${demo.meeting}/desk`),
		phone.goto(`/meetings/${demo.meeting}/phone`),
		wall.goto(`/meetings/${demo.meeting}/wall`)
	]);
	await online(desk);
	const opening = block(desk, 'Mở đầu').or(desk.getByRole('textbox', { name: /^Soạn: / }).first());
	await toEnd(opening.first());
	await desk.keyboard.type('. Chi bộ có 68% hộ phân loại rác.');

	const minutes = await panel(desk, 'Thông qua');
	// With most of the evening to come they are not called ready.
	await expect(minutes.getByRole('heading', { name: 'Đến mục này, biên bản chưa thiếu gì.' })).toBeVisible();
	await picture(desk, 'minutes-ready');
	await minutes.getByRole('button', { name: 'Bắt đầu đọc lại' }).click();
	const turn = minutes.getByRole('button', { name: 'Trang sau trên màn hình lớn' });
	await expect(wall.getByText(/^Trang 1\/\d+$/)).toBeVisible();
	await turn.click();
	await expect(wall.getByText(/^Trang 2\/\d+$/)).toBeVisible();
	// Its last page holds what was written last.
	await expect(async () => {
		if (await turn.isEnabled()) await turn.click();
		await expect(turn).toBeDisabled({ timeout: 1000 });
	}).toPass();
	await expect(wall.getByText('68% hộ phân loại rác')).toBeInViewport();
	const card = phone.getByRole('region', { name: 'Đang đọc lại biên bản' });
	await expect(card.getByText('68% hộ phân loại rác')).toBeVisible();
	await picture(wall, 'read-back-wall');
	await picture(phone, 'read-back-phone');
	await card.getByRole('button', { name: 'Đồng ý' }).click();
	await expect(minutes.getByText(/^Đồng ý: 1\//)).toBeVisible();

	await card.getByRole('button', { name: 'Đề nghị sửa' }).click();
	const dialog = phone.getByRole('dialog', { name: 'Đề nghị sửa biên bản' });
	await dialog.getByLabel('Sửa chỗ nào, thành thế nào?').fill('Tôi nói 62%, không phải 68%.');
	await picture(phone, 'ask-correction');
	// A trembling finger taps twice.
	await dialog.getByRole('button', { name: 'Đề nghị sửa' }).dblclick();
	await expect(dialog).toBeHidden();
	await expect(minutes.getByText('Tôi nói 62%, không phải 68%.')).toHaveCount(1);
	await picture(desk, 'read-back-desk');
	await minutes.getByRole('button', { name: /^Không sửa theo đề nghị/ }).click();
	const declining = desk.getByRole('dialog', { name: 'Vì sao không sửa?' });
	await declining.getByLabel('Lý do').fill('Phiếu khảo sát ghi 68%.');
	await declining.getByRole('button', { name: 'Không sửa' }).click();
	await expect(phone.getByText('Phiếu khảo sát ghi 68%.')).toBeVisible();
	await picture(phone, 'correction-declined');
	await minutes.getByRole('button', { name: 'Kết thúc đọc lại' }).click();
	await expect(card).toBeHidden();

	await test.step('adopted and not signed yet: what is put right now has its reason', async () => {
		await minutes.getByRole('button', { name: 'Thông qua và bế mạc' }).click();
		const closing = desk.getByRole('dialog', { name: 'Thông qua biên bản, bế mạc' });
		await expect(wall.getByRole('heading', { name: 'Thông qua biên bản' })).toBeVisible();
		await picture(wall, 'adoption-wall');
		await closing.getByLabel('Ý kiến khác').fill('3');
		await expect(closing.getByLabel('Tán thành', { exact: true })).toHaveValue('19');
		const secret = closing.getByLabel('Mật khẩu của đồng chí');
		await secret.fill('không phải');
		await closing.getByRole('button', { name: 'Thông qua, ký và bế mạc' }).click();
		await expect(
			closing.getByText('Mật khẩu chưa đúng, nên biên bản chưa được ký. Xin nhập lại.')
		).toBeVisible();
		await expect(secret).toHaveAttribute('aria-invalid', 'true');
		// The vote stands: what was counted is told and asked for no more.
		await expect(closing.getByText('Tán thành 19, không tán thành 0, ý kiến khác 3.')).toBeVisible();
		await expect(closing.getByLabel('Tán thành', { exact: true })).toHaveCount(0);
		await picture(desk, 'adopted-not-signed');
		expect(await axe(desk)).toEqual([]);
		await closing.getByRole('button', { name: 'Đóng', exact: true }).last().click();
		await minutes.getByLabel('Lời ghi thêm').fill('Tổ 3 đạt 91% hộ.');
		await minutes.getByRole('button', { name: 'Ghi thêm', exact: true }).click();
		await expect(minutes.getByLabel('Lời ghi thêm')).toHaveValue('');
		const correct = minutes.getByRole('button', { name: 'Sửa lời ghi' });
		await minutes.getByLabel('Chỗ ghi nhầm, chép đúng từng chữ').fill('91%');
		await minutes.getByLabel('Sửa thành').fill('92%');
		await expect(correct).toBeDisabled();
		await minutes.getByRole('textbox', { name: 'Lý do', exact: true }).fill('Nghe nhầm');
		await picture(desk, 'minutes-correct-later');
		expect(await axe(desk)).toEqual([]);
		await correct.click();
		await expect(desk.getByText('Tổ 3 đạt 92% hộ.').first()).toBeVisible();
		await expect(minutes.getByRole('textbox', { name: 'Lý do', exact: true })).toHaveValue('');
	});
});

test('a lost question on the minutes says so, and a question taken back leaves the wall', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await Promise.all([
		desk.goto(`/meetings/${demo.meeting}/desk`),
		wall.goto(`/meetings/${demo.meeting}/wall`)
	]);
	await online(desk);
	const minutes = await panel(desk, 'Thông qua');
	const begin = minutes.getByRole('button', { name: 'Thông qua và bế mạc' });
	const closing = desk.getByRole('dialog', { name: 'Thông qua biên bản, bế mạc' });
	const question = wall.getByRole('heading', { name: 'Thông qua biên bản' });

	await begin.click();
	await expect(question).toBeVisible();
	await closing.getByRole('button', { name: 'Thôi' }).click();
	await expect(question).toBeHidden();

	await begin.click();
	await closing.getByLabel('Không tán thành').fill('20');
	await closing.getByLabel('Mật khẩu của đồng chí').fill(demo.signIn.password);
	await closing.getByRole('button', { name: 'Thông qua, ký và bế mạc' }).click();
	await expect(closing.getByText(/^Biên bản chưa được thông qua/)).toBeVisible();
	await expect(closing.getByText('Tán thành 2, không tán thành 20, ý kiến khác 0.')).toBeVisible();
	await expect(closing.getByRole('button', { name: /ký và bế mạc/ })).toHaveCount(0);
	await expect(wall.getByText('✕ Không được thông qua')).toBeVisible();
	await picture(desk, 'adoption-lost');
	await closing.getByRole('button', { name: 'Đóng', exact: true }).last().click();
	await expect(begin).toBeVisible();
});

test('[J10] close, adopt, sign and export in at most four taps and ten seconds', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const phone = await open({ session: demo.sessions.members[1] ?? '', size: PHONE });
	await Promise.all([
		desk.goto(`/meetings/${demo.meeting}/desk`),
		phone.goto(`/meetings/${demo.meeting}/phone`)
	]);
	await online(desk);
	const minutes = await panel(desk, 'Thông qua');
	const begin = minutes.getByRole('button', { name: 'Thông qua và bế mạc' });
	await expect(begin).toBeVisible();

	let taps = 0;
	const started = performance.now();
	await begin.click();
	taps += 1;
	const dialog = desk.getByRole('dialog', { name: 'Thông qua biên bản, bế mạc' });
	await expect(phone.getByText('Thông qua biên bản').first()).toBeVisible();
	await dialog.getByLabel('Mật khẩu của đồng chí').fill(demo.signIn.password);
	await picture(desk, 'adopt-and-close');
	await dialog.getByRole('button', { name: 'Thông qua, ký và bế mạc' }).click();
	taps += 1;
	await desk.waitForURL(`**/records/${demo.meeting}`);
	const download = desk.waitForEvent('download');
	await desk
		.getByRole('link', { name: /DOCX|Word/ })
		.first()
		.click();
	taps += 1;
	expect((await download).suggestedFilename()).toMatch(/\.docx$/);
	expect(taps).toBeLessThanOrEqual(4);
	expect(performance.now() - started).toBeLessThan(10_000);
	await expect(desk.getByText(/Chi bộ thông qua lúc .*, bản số \d+/)).toBeVisible();
	await expect(desk.getByText('Bí thư chi bộ đã ký xác nhận trên hệ thống')).toBeVisible();
	await expect(desk.getByRole('article').getByText(/^Số \d\d-BB\/CB$/)).toBeVisible();
	await picture(desk, 'record-adopted');
});
