import { axe } from './axe.ts';
import { closed, end, opened, panel } from './room.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* What keeps a meeting from being a formality, as the desk, an observer and a member live it. */

test('news gets its link, a report is given, and an observer marks what is not relevant', async ({
	open,
	product
}) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const observer = await open({ session: sessions.observer, size: PHONE });
	const member = await open({ session: sessions.members[3], size: PHONE });
	for (const [page, path] of [
		[desk, 'desk'],
		[observer, 'observe'],
		[member, 'phone']
	] as const)
		await page.goto(`/meetings/${meeting}/${path}`);

	const content = await panel(desk, 'Nội dung');
	await content.getByText('Thêm tin', { exact: true }).first().click();
	await content.getByLabel('Tin', { exact: true }).fill('Tỉnh phát động phân loại rác tại nguồn.');
	await content.getByRole('button', { name: 'Thêm tin' }).click();
	const news = content.getByRole('region', { name: 'Tin thời sự' });
	await expect(news.getByText('chưa có liên hệ')).toBeVisible();
	await news.getByText('Viết liên hệ').click();
	await news.getByLabel('Liên hệ với chi bộ ta').first().fill('Ngõ 5 còn 12 hộ chưa làm.');
	await news.getByRole('button', { name: 'Lưu' }).click();
	await expect(news.getByText('Ngõ 5 còn 12 hộ chưa làm.')).toBeVisible();

	await expect(observer.getByText('Tỉnh phát động phân loại rác tại nguồn.')).toBeVisible();
	await observer.getByRole('button', { name: 'Không sát chi bộ này' }).click();
	await expect(news.getByText('1 đại biểu thấy chưa sát')).toBeVisible();
	await picture(observer, 'content-news-observer');

	const reports = content.getByRole('region', { name: 'Báo cáo của đoàn thể' });
	await reports.getByText('Thêm báo cáo', { exact: true }).first().click();
	await reports.getByLabel('Đoàn thể').fill('Chi hội Phụ nữ');
	await reports.getByRole('button', { name: 'Thêm báo cáo' }).click();
	await expect(reports.getByText('chưa báo cáo')).toBeVisible();
	await reports.getByText('Ghi báo cáo').first().click();
	await reports.getByLabel('Nội dung báo cáo').fill('12 hội viên tham gia dọn ngõ.');
	await reports.getByRole('button', { name: 'Ghi báo cáo' }).click();
	await expect(reports.getByText('chưa báo cáo')).toBeHidden();
	await picture(desk, 'content-desk');
	expect(await axe(desk)).toEqual([]);
});

test('a commitment is reviewed line by line, and nobody else hears of it', async ({
	open,
	product,
	expected
}) => {
	expected.push(/status of 404 .*\/members\//);
	const { meeting, sessions, people } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const stranger = await open({ session: sessions.members[4], size: PHONE });
	const heard: string[] = [];
	stranger.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => heard.push(String(payload)))
	);
	await stranger.goto(`/meetings/${meeting}/phone`);
	await desk.goto(`/meetings/${meeting}/desk`);
	const content = await panel(desk, 'Nội dung');
	const commitments = content.getByRole('region', { name: 'Cam kết tu dưỡng, rèn luyện' });
	await commitments.getByRole('combobox', { name: 'Đảng viên' }).selectOption(people.members[3] ?? '');
	await commitments.getByLabel(/^Nội dung cam kết/).fill('Học đủ bốn chuyên đề\nGiúp một hộ khó khăn');
	await commitments.getByRole('button', { name: 'Đưa vào cuộc họp' }).click();
	await commitments
		.getByRole('group', { name: 'Học đủ bốn chuyên đề' })
		.getByRole('button', { name: 'Đã làm được' })
		.click();
	await expect(commitments.getByText('Đã rà soát 1/2')).toBeVisible();
	await picture(desk, 'content-commitment');

	const own = await open({ session: sessions.members[3], size: PHONE });
	await own.goto(`/members/${people.members[3]}`);
	await expect(own.getByText('Học đủ bốn chuyên đề')).toBeVisible();
	await expect(own.getByText('Đã làm được')).toBeVisible();
	await picture(own, 'content-member');
	expect((await stranger.goto(`/members/${people.members[3]}`))?.status()).toBe(404);
	expect(heard.length).toBeGreaterThan(0);
	expect(heard.join('\n')).not.toContain('Học đủ bốn chuyên đề');
	expect(heard.join('\n')).not.toContain('Giúp một hộ khó khăn');
});

test('a ceremony has its steps, and last month stands beside this one', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	const content = await panel(desk, 'Nội dung');
	await content.getByRole('button', { name: 'So với tháng trước' }).click();
	await expect(content.getByText('Chưa có hồ sơ tháng trước.')).toBeVisible();
	await content.getByText('Thêm lễ kết nạp', { exact: true }).first().click();
	await content.getByLabel('Họ tên người được kết nạp').fill('Phạm Thị Hoa');
	await content.getByRole('button', { name: 'Thêm lễ kết nạp' }).click();
	// It stands behind the opening; whoever chairs starts it when its time has come.
	const agenda = desk.getByRole('region', { name: 'Chương trình' });
	const title = 'Lễ kết nạp đảng viên: Phạm Thị Hoa';
	await agenda.getByRole('button', { name: title }).click();
	await agenda.getByRole('button', { name: `Bắt đầu mục này: ${title}` }).click();
	await expect(desk.getByText('Kết nạp: Phạm Thị Hoa')).toBeVisible();
	await desk.getByRole('checkbox', { name: /^Chào cờ/ }).check();
	await expect(desk.getByText(/^xong lúc/)).toBeVisible();
	await picture(desk, 'content-ceremony');
});

test('what the facts say is read alike on phone, observer’s page and wall, and former tasks are a table', async ({
	open,
	product
}) => {
	const { meeting, sessions } = await product.seed({ members: 8, observers: 1 });
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const phone = await open({ session: sessions.members[3], size: PHONE });
	const observer = await open({ session: sessions.observer, size: PHONE });
	const wall = await open({ session: sessions.wall, size: HALL });
	for (const [page, path] of [
		[desk, 'desk'],
		[phone, 'phone'],
		[observer, 'observe'],
		[wall, 'wall']
	] as const)
		await page.goto(`/meetings/${meeting}/${path}`);
	const agenda = desk.getByRole('region', { name: 'Chương trình' });
	const item = agenda.getByRole('button', { name: /Đánh giá kết quả lãnh đạo/ });
	await item.click();
	await agenda.getByRole('button', { name: /^Bắt đầu mục này: Đánh giá kết quả lãnh đạo/ }).click();

	const statement = /^Tổng số đảng viên 8 đồng chí/;
	await phone.getByRole('button', { name: 'Văn bản' }).click();
	await phone.getByRole('button', { name: 'Biên bản' }).click();
	await expect(phone.getByText(statement)).toBeVisible();
	await expect(phone.getByText(/^Kết quả thực hiện nhiệm vụ kỳ trước: 4 nhiệm vụ/)).toBeVisible();
	await picture(phone, 'facts-phone');
	await observer.getByRole('tab', { name: /^Văn bản/ }).click();
	await expect(observer.getByText(statement)).toBeVisible();
	const { blocks } = (await (
		await phone.request.get(`/api/v1/meetings/${meeting}/documents/minutes`)
	).json()) as { blocks: { block: string; text: string }[] };
	expect(blocks.find(({ block }) => block === 'opening')?.text).toMatch(/\nTổng số đảng viên 8 đồng chí/);

	const minutes = desk.getByRole('textbox', { name: /^Soạn: .*Đánh giá kết quả lãnh đạo/ });
	await desk.getByRole('tablist', { name: 'Văn bản' }).getByRole('tab', { name: 'Biên bản' }).click();
	await expect(minutes.getByRole('columnheader', { name: 'Người thực hiện' })).toBeVisible();
	await expect(minutes.getByRole('row')).toHaveCount(5);
	await picture(desk, 'facts-desk');

	const screens = await opened(desk, 'Màn hình lớn');
	await screens.getByRole('radio', { name: 'Văn bản' }).check();
	await screens.getByLabel('Phần nào').selectOption('opening');
	await screens.getByRole('button', { name: 'Chiếu ngay' }).click();
	await closed(screens);
	await expect(wall.getByText(statement)).toBeVisible();
	await picture(wall, 'facts-wall');

	await end(desk);
	await desk.goto(`/records/${meeting}`);
	const table = desk.getByRole('article').getByRole('table').first();
	await expect(table.getByRole('row')).toHaveCount(5);
	await table.scrollIntoViewIfNeeded();
	await picture(desk, 'facts-record');
});
