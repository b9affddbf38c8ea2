import { axe } from './axe.ts';
import { block, panel, words } from './room.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* Who takes the minutes: sentences at hand, what people sent in, and what was corrected. */

test.use({ house: 'taker' });
test.setTimeout(120_000);

test('the taker puts in sentences, numbers and opinions by keyboard, and reads what was corrected', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const { meeting, sessions } = demo;
	const taker = await open({ session: sessions.minuteTaker, size: DESKTOP });
	await taker.goto(`/meetings/${meeting}/write/minutes`);
	const phone = await open({ session: sessions.members[6], size: PHONE });
	await phone.goto(`/meetings/${meeting}/phone`);
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	const opinions = await panel(desk, 'Ý kiến');
	await opinions.locator('summary', { hasText: 'Phân công ý kiến' }).click();
	await opinions.getByLabel('Đảng viên').selectOption(demo.people.members[6] ?? '');
	await opinions.getByLabel('Nội dung chuẩn bị').fill('Lát ngõ 7');
	await opinions.getByRole('button', { name: 'Phân công ý kiến' }).click();

	// A sentence of the usual ones, found without tones, by keys alone; its gap is chosen, so the next word fills it.
	const opening = block(taker, 'Mở đầu');
	await opening.focus();
	await taker.keyboard.insertText('Câu đầu.');
	await taker.keyboard.press('Control+/');
	const dialog = taker.getByRole('dialog', { name: 'Chèn vào biên bản' });
	await expect(dialog.getByLabel('Tìm câu')).toBeFocused();
	await picture(taker, 'taker-insert');
	expect(await axe(taker)).toEqual([]);
	await taker.keyboard.insertText('thao luan thong nhat');
	await expect(dialog.getByRole('button', { name: /^Chi bộ thảo luận, thống nhất/ })).toBeVisible();
	await taker.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await taker.keyboard.insertText('giữ nguyên chỉ tiêu.');
	await expect
		.poll(() => words(opening))
		.toEqual(expect.arrayContaining(['Câu đầu.', 'Chi bộ thảo luận, thống nhất: giữ nguyên chỉ tiêu.']));

	// The statement of numbers comes in as a fact, down to it by the arrow keys.
	await taker.keyboard.press('Control+/');
	await expect(dialog.getByLabel('Tìm câu')).toBeFocused();
	await taker.keyboard.insertText('co mat');
	await taker.keyboard.press('ArrowDown');
	await expect(dialog.locator('.phrase').first()).toBeFocused();
	await taker.keyboard.press('ArrowDown');
	await taker.keyboard.press('Enter');
	await expect(
		opening.locator('.fact', { hasText: /^Có mặt \d+\/\d+ đảng viên thuộc diện triệu tập/ })
	).toBeVisible();

	// An opinion that nobody has the time to read out: one tap, once; taken back, it goes.
	await phone.getByRole('button', { name: 'Viết ý kiến' }).tap();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Đề nghị lát lại ngõ 7.');
	await phone.getByRole('button', { name: 'Gửi bằng văn bản' }).tap();
	await taker.getByRole('button', { name: /^Chèn câu có sẵn/ }).click();
	const put = dialog.getByRole('button', { name: /^Đưa vào biên bản ý kiến bằng văn bản của/ });
	await put.click();
	await expect(put).toBeHidden();
	await taker.keyboard.press('Escape');
	const quoted = taker.locator('.fact', { hasText: 'gửi chi bộ): “Đề nghị lát lại ngõ 7”.' });
	await expect(quoted).toBeVisible();

	// The desk corrects the roll: every mention follows, and a line tells of it.
	const roll = await panel(desk, 'Điểm danh');
	await roll
		.getByLabel(/^Thêm việc với/)
		.first()
		.click();
	await roll
		.getByRole('button', { name: /^Ra về:/ })
		.first()
		.click();
	await taker.getByRole('button', { name: 'Những chỗ đã sửa' }).click();
	const changes = taker.getByRole('dialog', { name: 'Những chỗ đã sửa' });
	await expect(changes.getByRole('listitem').first()).toContainText('về trước khi kết thúc 1');
	await picture(taker, 'taker-changes');
	expect(await axe(taker)).toEqual([]);
	await taker.keyboard.press('Escape');

	await phone.getByRole('button', { name: 'Viết ý kiến' }).tap();
	await phone.getByRole('button', { name: 'Rút lại ý kiến này' }).tap();
	await expect(quoted).toBeHidden();
	await picture(phone, 'taker-opinion-phone');
	await phone.goto(`/meetings/${meeting}/write/minutes`);
	await phone.getByRole('button', { name: /^Chèn câu có sẵn/ }).tap();
	await expect(phone.getByLabel('Tìm câu')).toBeVisible();
	await picture(phone, 'taker-insert-phone');
});
