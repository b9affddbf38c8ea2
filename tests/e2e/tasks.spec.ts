import type { Page } from '@playwright/test';
import { closed, opened, panel } from './room.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* Tasks as people meet them: from a clause to the owner's phone, to the end that asks; the former ones as a table. */

test.setTimeout(120_000);

const online = (page: Page) => expect(page.locator('[data-link=online]').first()).toBeVisible();

test('a task goes from its clause to its owner’s phone, and one that lacks something asks for a reason at the end', async ({
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

	// From the clause, with owner and deadline.
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	await desk.getByRole('button', { name: 'Giao nhiệm vụ theo II.2.a' }).click();
	const form = desk.getByRole('dialog', { name: 'Giao nhiệm vụ' });
	await form.getByLabel('Nội dung nhiệm vụ').fill('Vận động 80% hộ phân loại rác');
	await form.getByLabel('Đồng chí chủ trì').selectOption({ label: 'Nguyễn Văn Khải' });
	await form.getByLabel('Thời hạn (chậm nhất ngày)').fill('2026-11-30');
	await picture(desk, 'task-form');
	await form.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
	await expect(form).toBeHidden();
	await expect(
		desk.getByText('Phân công: đồng chí Nguyễn Văn Khải chủ trì; hoàn thành chậm nhất ngày 30/11/2026.')
	).toBeVisible();

	const mine = phone.getByRole('region', { name: 'Nhiệm vụ của tôi', exact: true });
	await expect(mine.getByText('Vận động 80% hộ phân loại rác')).toBeVisible();
	await expect(mine.getByText('Trước ngày 30/11/2026')).toBeVisible();
	await picture(phone, 'my-tasks');

	// Another without anybody: the meeting does not end by itself.
	const tasks = await panel(desk, 'Nhiệm vụ');
	await tasks.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
	const second = desk.getByRole('dialog', { name: 'Giao nhiệm vụ' });
	await second.getByLabel('Nội dung nhiệm vụ').fill('Tìm nguồn lắp camera ngõ 12');
	await second.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
	await expect(tasks.getByText('chưa rõ người thực hiện')).toBeVisible();
	await picture(desk, 'task-panel');

	await desk.getByRole('button', { name: 'Bế mạc cuộc họp' }).first().click();
	const ending = desk.getByRole('dialog', { name: 'Bế mạc cuộc họp?' });
	await expect(ending.getByText('Tìm nguồn lắp camera ngõ 12')).toBeVisible();
	await expect(ending.getByRole('button', { name: 'Bế mạc cuộc họp' })).toBeDisabled();
	await ending.getByLabel('Lý do bế mạc khi còn thiếu').fill('Chờ phường trả lời về kinh phí.');
	await picture(desk, 'task-override');
	await ending.getByRole('button', { name: 'Bế mạc cuộc họp' }).click();
	await expect(desk.getByText('Văn bản và số liệu đã được lưu vào hồ sơ').first()).toBeVisible();

	const answer = await desk.request.get(`/api/v1/records/${demo.meeting}`);
	const { figures } = (await answer.json()) as { figures: { tasks: unknown } };
	expect(figures.tasks).toMatchObject({ total: 2, override: 'Chờ phường trả lời về kinh phí.' });
});

test('the tasks of the last meeting open the review as a table, which desk and owner complete', async ({
	open,
	product
}) => {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	const owner = await open({ session: demo.sessions.members[5] ?? '', size: PHONE });
	await Promise.all([
		desk.goto(`/meetings/${demo.meeting}/desk`),
		wall.goto(`/meetings/${demo.meeting}/wall`),
		owner.goto(`/meetings/${demo.meeting}/phone`)
	]);
	await online(desk);

	// An owner reports from the phone.
	await owner.getByRole('button', { name: 'Cập nhật: Lắp 04 camera an ninh' }).click();
	const report = owner.getByRole('dialog', { name: 'Kết quả thực hiện' });
	await report.getByLabel('Kết quả', { exact: true }).fill('Đã lắp 3/4; ngõ 12 thiếu kinh phí');
	await picture(owner, 'task-report');
	await report.getByRole('button', { name: 'Ghi', exact: true }).click();
	await expect(report).toBeHidden();

	// The screen shows the table on its own hand, too.
	const screens = await opened(desk, 'Màn hình lớn');
	await screens.getByRole('radio', { name: 'Nhiệm vụ kỳ trước' }).check();
	await screens.getByRole('button', { name: 'Chiếu ngay' }).click();
	await closed(screens);
	await expect(wall.getByText('Vận động 70% số hộ phân loại rác tại nguồn')).toBeVisible();
	await expect(wall.getByText('Hoàn thành 2/4')).toBeVisible();
	await picture(wall, 'previous-tasks-wall');

	const tasks = await panel(desk, 'Nhiệm vụ');
	await expect(tasks.getByText('Đã lắp 3/4; ngõ 12 thiếu kinh phí')).toBeVisible();
	await tasks.getByRole('button', { name: 'Cập nhật: Lắp 04 camera an ninh' }).click();
	const review = desk.getByRole('dialog', { name: 'Kết quả thực hiện' });
	await review.getByLabel('Hoàn thành', { exact: true }).check();
	await review.getByRole('button', { name: 'Ghi', exact: true }).click();
	await expect(wall.getByText('Hoàn thành 3/4')).toBeVisible();
	await picture(desk, 'previous-tasks-desk');
	await picture(owner, 'previous-tasks-phone');
});
