import { axe } from './axe.ts';
import { confirmed, panel } from './room.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* What is prepared ahead, and how it comes back in the meeting: the committee, the papers, the questions. */

test.setTimeout(120_000);

test('committee, papers and questions are prepared, and the room sees what nobody has spoken to', async ({
	open,
	product
}) => {
	const { sessions } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Tạo cuộc họp' }).click();
	await desk.getByLabel('Địa điểm').fill('Nhà văn hóa');
	await desk.getByRole('button', { name: 'Tạo và chuẩn bị chương trình' }).click();
	await expect(desk.getByRole('heading', { name: 'Chuẩn bị cuộc họp' })).toBeVisible();
	const ready = desk.getByRole('region', { name: 'Kiểm tra trước khi khai mạc' });
	await expect(ready.getByText('Chi ủy đã họp chưa có')).toBeVisible();
	const missing = async () =>
		Number(/\d+/.exec((await ready.getByText(/^Còn \d+ việc/).textContent()) ?? '')?.[0]);
	const before = await missing();

	// The committee met the day before yesterday.
	await desk.getByText('Ghi buổi họp chi ủy', { exact: true }).click();
	const committee = desk.locator('#committee');
	await committee.getByLabel('Ngày').fill('2026-11-20');
	await committee.getByLabel('Từ').fill('19:30');
	await committee.getByLabel('Đến').fill('20:15');
	await committee.getByLabel('Người ghi').selectOption({ index: 1 });
	await committee
		.getByLabel('Các việc đã thống nhất')
		.fill('Thống nhất chương trình\nGiao đồng chí Khải báo cáo môi trường');
	await committee.getByRole('button', { name: 'Lưu buổi họp chi ủy' }).click();
	await expect(committee.getByText('19:30, 20/11/2026 đến 20:15')).toBeVisible();
	await expect(committee.getByRole('listitem').filter({ hasText: 'Giao đồng chí Khải' })).toBeVisible();
	await committee.getByRole('link', { name: 'Mở biên bản họp chi ủy' }).click();
	await expect(desk).toHaveURL(/\/committee$/);
	await expect(desk.getByText('Giao đồng chí Khải báo cáo môi trường')).toBeVisible();
	await picture(desk, 'committee-meeting');
	await desk.getByRole('link', { name: 'Chuẩn bị cuộc họp' }).click();
	await expect(committee.getByText('19:30, 20/11/2026 đến 20:15')).toBeVisible();

	await desk.getByText('Gửi tài liệu', { exact: true }).first().click();
	await desk.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Hướng dẫn sinh hoạt');
	await desk.getByLabel('Cấp ban hành').selectOption('Trung ương');
	await desk.getByRole('button', { name: 'Gửi tài liệu' }).click();
	await expect(desk.getByText('Chưa có văn bản của tỉnh, thành phố.')).toBeVisible();
	await expect(desk.getByText('Chưa có văn bản của Trung ương.')).toBeHidden();

	for (const [text, item] of [
		['Vì sao phân loại rác mới đạt 62%?', ''],
		['Hai việc nào giao cho từng tổ?', '1']
	] as const) {
		await desk.getByLabel('Câu hỏi để cả chi bộ suy nghĩ').fill(text);
		if (item) await desk.getByLabel('Cho mục nào').selectOption({ index: Number(item) });
		await desk.getByRole('button', { name: 'Thêm câu hỏi' }).click();
		await expect(desk.getByText(text, { exact: true })).toBeVisible();
	}
	expect(await missing()).toBeLessThan(before);

	await desk.getByRole('button', { name: 'Mời đại biểu' }).click();
	const invite = desk.getByRole('dialog', { name: 'Mời đại biểu' });
	await invite.getByLabel('Họ và tên').fill('Lâm Quốc Vinh');
	await invite.getByLabel('Chức vụ').fill('Đảng ủy viên');
	await invite.getByLabel('Đơn vị').fill('Đảng ủy phường');
	await invite.getByRole('checkbox', { name: 'Cấp ủy viên theo dõi chi bộ này' }).check();
	await invite.getByRole('button', { name: 'Thêm', exact: true }).click();
	await expect(desk.getByText('theo dõi chi bộ', { exact: true })).toBeVisible();
	await picture(desk, 'prepared');
	expect(await axe(desk)).toEqual([]);

	// In the meeting a member asks for the floor on a question.
	const meeting = /\/meetings\/([^/]+)\//.exec(desk.url())?.[1] ?? '';
	const phone = await open({ session: sessions.members[3], size: PHONE });
	await desk.goto(`/meetings/${meeting}/desk`);
	await phone.goto(`/meetings/${meeting}/phone`);

	// Who follows the cell from above sees what is lacking, and no way to mend it.
	const lobby = await panel(desk, 'Vào họp');
	await lobby.getByText('Mời đại biểu dự từ xa').click();
	const follower = await open({ size: PHONE });
	await follower.goto((await lobby.getByText(/\/join#/).innerText()).trim());
	await follower.getByRole('button', { name: /Lâm Quốc Vinh/ }).click();
	await follower.getByRole('button', { name: /^Đúng, tôi/ }).click();
	await lobby.getByRole('button', { name: /^Xác nhận: / }).click();
	const check = follower.getByRole('region', { name: 'Kiểm tra trước khi khai mạc' });
	await expect(check.getByText('Chi ủy đã họp xong')).toBeVisible();
	await expect(check.getByText('Giao chuẩn bị ý kiến chưa có')).toBeVisible();
	await expect(check.getByRole('link')).toHaveCount(0);
	await picture(follower, 'prepared-follower');

	const roll = await panel(desk, 'Điểm danh');
	await roll.getByRole('button', { name: /^Điểm danh \d+ người còn lại/ }).click();
	await desk.getByRole('dialog').getByRole('button', { name: /\d+/ }).click();
	await confirmed(desk, 'Khai mạc cuộc họp');
	const questions = (await panel(desk, 'Phát biểu')).getByRole('region', { name: 'Câu hỏi gợi ý' });
	await expect(questions.getByText('2 câu chưa ai phát biểu')).toBeVisible();
	await phone.getByRole('button', { name: 'Xem câu hỏi' }).tap();
	await phone
		.getByRole('button', { name: 'Xin phát biểu về câu hỏi: Vì sao phân loại rác mới đạt 62%?' })
		.tap();
	await picture(phone, 'question-phone');
	await desk
		.getByRole('region', { name: 'Phát biểu', exact: true })
		.getByRole('button', { name: /^Mời / })
		.click();
	await expect(questions.getByText('1 câu chưa ai phát biểu')).toBeVisible();
	await picture(desk, 'question-desk');
	await questions.getByRole('button', { name: /đang nói về câu hỏi: Hai việc nào/ }).click();
	await expect(questions.getByText(/^Đã phát biểu:/)).toHaveCount(1);
	expect(await axe(desk)).toEqual([]);
});
