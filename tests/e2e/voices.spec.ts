import type { Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import { block, end, panel, toEnd } from './room.ts';
import { axe } from './axe.ts';
import { expect, NO_LINK, PHONE, picture, test } from './support.ts';

/* Papers, opinions, comments and what was missed, as the people of a meeting live them. */

// Its meetings are changed and ended: nobody else's.
test.use({ house: 'voices' });
test.setTimeout(120_000);

const phoneOf = (demo: Demo) => `/meetings/${demo.meeting}/phone`;
const deskOf = (demo: Demo) => `/meetings/${demo.meeting}/desk`;
const live = (page: Page) => expect(page.getByRole('button', { name: 'Góp ý', exact: true })).toBeEnabled();

/** Presses by people, counted. */
function counted(page: Page) {
	let taps = 0;
	return {
		tap: async (name: string | RegExp) => {
			taps += 1;
			await page.getByRole('button', { name }).first().tap();
		},
		get taps() {
			return taps;
		}
	};
}

test('[J5] a comment on a clause: one tap, text, one tap', async ({ open, product }) => {
	const demo = await product.seed();
	const phone = await open({ session: demo.sessions.members[6], size: PHONE });
	await phone.goto(phoneOf(demo));
	await live(phone);
	await phone.getByRole('button', { name: 'Văn bản' }).tap();
	const hand = counted(phone);
	await hand.tap(/^Góp ý về II/);
	await phone.getByLabel('Ý kiến của đồng chí').fill('Nên giao hộ cho từng đảng viên.');
	await picture(phone, 'voices-comment');
	expect(await axe(phone)).toEqual([]);
	await hand.tap('Gửi');
	await expect(phone.getByRole('dialog')).toBeHidden();
	expect(hand.taps).toBe(2);

	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(deskOf(demo));
	const comments = await panel(desk, 'Góp ý');
	await expect(comments.getByText('Nên giao hộ cho từng đảng viên.')).toBeVisible();
	await comments.getByRole('button', { name: /^Trả lời / }).click();
	await comments.getByLabel('Viết trả lời').fill('Chi ủy sẽ phân công.');
	await comments.getByRole('button', { name: 'Trả lời', exact: true }).click();
	await expect(comments.getByText('Chi ủy sẽ phân công.')).toBeVisible();
	await picture(desk, 'voices-comments');
	expect(await axe(desk)).toEqual([]);
	await phone.getByRole('button', { name: 'Đang họp' }).tap();
	await expect(phone.getByText('Chi ủy sẽ phân công.')).toBeVisible();
	await picture(phone, 'voices-my-comments');
	expect(await axe(phone)).toEqual([]);
});

test('a comment stays on its words while two others type before them', async ({ open, product }) => {
	const demo = await product.seed();
	const [member, first, second] = await Promise.all(
		[7, 8, 9].map((n) => open({ session: demo.sessions.members[n] }))
	);
	if (!member || !first || !second) throw new Error('three people');
	const writing = `/meetings/${demo.meeting}/write/resolution?from=phone`;
	await Promise.all([member, first, second].map((page) => page.goto(writing)));
	const clauses = (page: Page) => page.locator('[data-block="c01"] [contenteditable=true]');
	for (const page of [member, first, second]) await expect(clauses(page)).toBeVisible();
	const whole = (await clauses(member).innerText()).trim();
	const quote = whole.slice(-12);
	await toEnd(clauses(member));
	for (const _ of quote) await member.keyboard.press('Shift+ArrowLeft');
	await member
		.locator('[data-block="c01"]')
		.getByRole('button', { name: /^Góp ý cho/ })
		.click();
	const dialog = member.getByRole('dialog');
	await expect(dialog.getByText(`Góp ý về câu chữ: “${quote.trim()}”`)).toBeVisible();
	await dialog.getByLabel('Nội dung góp ý').fill('Xin nêu rõ người làm.');
	await picture(member, 'voices-passage');
	await dialog.getByRole('button', { name: 'Gửi góp ý' }).click();
	await expect(dialog).toBeHidden();
	await expect(clauses(first).locator('.commented')).toHaveText(quote);

	await clauses(first).press('Control+Home');
	await clauses(second).press('Control+Home');
	await Promise.all([
		clauses(first).pressSequentially('Từ tháng này, ', { delay: 15 }),
		clauses(second).pressSequentially('Theo kế hoạch chung, ', { delay: 15 })
	]);
	await expect(clauses(member)).toContainText('Từ tháng này');
	await expect(clauses(member)).toContainText('kế hoạch chung');
	for (const page of [member, first, second])
		await expect(clauses(page).locator('.commented')).toHaveText(quote);

	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(deskOf(demo));
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	const comments = await panel(desk, 'Góp ý');
	await expect(comments.getByText(`“${quote.trim()}”`)).toBeVisible();
	await expect(comments.getByText('Câu chữ này không còn')).toBeHidden();
	await expect(clauses(desk)).toBeVisible();
	// The words go, and the comment falls back to the clause.
	await clauses(first).press('Control+End');
	for (const _ of quote) await clauses(first).press('Backspace');
	await expect(comments.getByText('Câu chữ này không còn; góp ý tính cho cả điểm.')).toBeVisible();
	await picture(desk, 'voices-passage-gone');
});

test('an opinion from its assignment to the minutes', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary });
	const phone = await open({ session: demo.sessions.members[6], size: PHONE });
	await desk.goto(deskOf(demo));
	await phone.goto(phoneOf(demo));
	await live(phone);
	const opinions = await panel(desk, 'Ý kiến');
	await opinions.locator('summary', { hasText: 'Phân công ý kiến' }).click();
	await opinions.getByLabel('Đảng viên').selectOption(demo.people.members[6] ?? '');
	await opinions.getByLabel('Nội dung chuẩn bị').fill('Camera ngõ 12');
	await opinions.getByRole('button', { name: 'Phân công ý kiến' }).click();
	await expect(opinions.getByText('Chưa chuẩn bị')).toBeVisible();

	await expect(phone.getByText('Camera ngõ 12')).toBeVisible();
	await picture(phone, 'voices-homework');
	await phone.getByRole('button', { name: 'Viết ý kiến' }).tap();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Đề nghị xã hội hóa, ghi nhật ký bằng ảnh.');
	await phone.getByRole('button', { name: 'Lưu để phát biểu' }).tap();
	await expect(opinions.locator('.badge', { hasText: 'Đã chuẩn bị' })).toBeVisible();
	await expect(opinions.getByText('xã hội hóa')).toBeHidden();
	await picture(phone, 'voices-opinion');
	expect(await axe(phone)).toEqual([]);
	await phone.getByRole('button', { name: 'Gửi bằng văn bản' }).tap();
	await expect(opinions.getByText('xã hội hóa')).toBeVisible();
	await opinions.getByRole('button', { name: /^Đọc tại hội nghị/ }).click();
	await expect(opinions.locator('.badge', { hasText: 'Đã phát biểu' })).toBeVisible();
	await picture(desk, 'voices-opinions');
	expect(await axe(desk)).toEqual([]);
	const words = 'Đề nghị xã hội hóa, ghi nhật ký bằng ảnh';
	await expect(desk.locator('.fact', { hasText: words })).toContainText('Ý kiến bằng văn bản của đồng chí');
	await end(desk);
	await desk.goto(`/records/${demo.meeting}`);
	await expect(desk.getByText(words).first()).toBeVisible();
});

test('papers: who has read them, and who may not', async ({ open, product }) => {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary });
	const phone = await open({ session: demo.sessions.members[6], size: PHONE });
	const observer = await open({ session: demo.sessions.observer });
	await desk.goto(deskOf(demo));
	await phone.goto(phoneOf(demo));
	await observer.goto(`/meetings/${demo.meeting}/observe`);
	const papers = await panel(desk, 'Tài liệu');
	const publish = async (title: string, fill: () => Promise<unknown>) => {
		await papers.getByRole('textbox', { name: 'Tên tài liệu' }).fill(title);
		await papers.getByLabel('Cấp ban hành').selectOption('Tỉnh, thành phố');
		await fill();
		await papers.getByRole('button', { name: 'Gửi tài liệu' }).click();
		await expect(papers.getByRole('button', { name: `Đọc ${title}` })).toBeVisible();
	};
	await papers.locator('summary', { hasText: 'Gửi tài liệu' }).click();
	await publish('Báo cáo tháng 11', () =>
		papers.getByLabel('Hoặc dán nội dung').fill('Kết quả: <b>62%</b>\nPhương hướng: 70%.')
	);
	await publish('Hồ sơ công nhận', async () => {
		await papers.getByLabel('Tệp (PDF').setInputFiles({
			name: 'hồ sơ.pdf',
			mimeType: 'application/pdf',
			buffer: Buffer.from('%PDF-1.4 hồ sơ')
		});
		await papers.getByLabel('Chỉ đảng viên được đọc').check();
	});
	await expect(papers.getByText('0/24 đảng viên đã mở')).toHaveCount(2);
	const ofProvince = papers.getByRole('list', { name: 'Tài liệu: Tỉnh, thành phố' });
	await expect(ofProvince.getByRole('button', { name: /^Đọc / })).toHaveCount(2);
	await expect(papers.getByText('Chưa có văn bản của Trung ương.')).toBeVisible();
	await picture(desk, 'voices-papers');
	expect(await axe(desk)).toEqual([]);

	await expect(phone.getByText('2 tài liệu chưa đọc')).toBeVisible();
	await phone.getByRole('button', { name: 'Đọc tài liệu' }).tap();
	await phone.getByRole('button', { name: 'Đọc Báo cáo tháng 11' }).tap();
	await expect(phone.getByText('Kết quả: <b>62%</b>')).toBeVisible();
	await picture(phone, 'voices-paper');
	expect(await axe(phone)).toEqual([]);
	await expect(papers.getByText('1/24 đảng viên đã mở')).toBeVisible();
	await phone.getByRole('dialog', { name: 'Báo cáo tháng 11' }).getByRole('button', { name: 'Đóng' }).tap();
	await expect(phone.locator('.badge', { hasText: 'đã đọc' })).toBeVisible();
	await picture(phone, 'voices-papers');

	await expect(observer.getByText('Báo cáo tháng 11')).toBeVisible();
	await expect(observer.getByText('Hồ sơ công nhận')).toHaveCount(0);
	const restricted = await phone.evaluate(
		(meeting) => fetch(`/api/v1/meetings/${meeting}/events`).then((answer) => answer.json()),
		demo.meeting
	);
	const { paper } = (restricted as { type: string; paper: string; restricted: boolean }[]).find(
		(event) => event.type === 'paper.published' && event.restricted
	) ?? { paper: '' };
	const file = `/meetings/${demo.meeting}/papers/${paper}/file`;
	expect((await observer.request.get(file)).status()).toBe(404);
	const given = await phone.request.get(file);
	expect(given.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': expect.stringMatching(/^attachment/),
		'content-security-policy': expect.stringContaining('sandbox'),
		'x-content-type-options': 'nosniff'
	});
	const origin = { origin: new URL(phone.url()).origin };
	const refused = await phone.request.post(file, { headers: origin, data: Buffer.from('%PDF-1.4 khác') });
	expect(refused.status()).toBe(403);
	const program = await desk.request.post(file, { headers: origin, data: Buffer.from([0x7f, 0x45, 0, 1]) });
	expect(program.status()).toBe(415);
});

test('who was away is told what changed, by whom, and what of theirs was merged', async ({
	open,
	product,
	expected
}) => {
	expected.push(NO_LINK);
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary });
	const phone = await open({ session: demo.sessions.members[6], size: PHONE });
	const writer = await open({ session: demo.sessions.members[1] });
	for (const [page, path] of [
		[desk, deskOf(demo)],
		[phone, phoneOf(demo)],
		[writer, deskOf(demo)]
	] as const)
		await page.goto(path);
	await live(phone);
	const section = block(writer, 'Mở đầu');
	await expect(section).toBeVisible();
	await expect(desk.getByRole('button', { name: 'Sang mục tiếp theo' })).toBeEnabled();

	// Opened once, the dialog for comments opens without a link as well.
	await phone.getByRole('button', { name: 'Góp ý', exact: true }).tap();
	await phone.getByRole('dialog').getByRole('button', { name: 'Thôi' }).tap();
	await phone.context().setOffline(true);
	await writer.context().setOffline(true);
	await expect(phone.getByText('Mất kết nối').first()).toBeVisible();
	await phone.getByRole('button', { name: 'Góp ý', exact: true }).tap();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Viết lúc mất mạng.');
	await phone.getByRole('button', { name: 'Gửi', exact: true }).tap();
	await toEnd(section);
	await section.pressSequentially(' Soạn lúc mất mạng.');
	await desk.getByRole('button', { name: 'Sang mục tiếp theo' }).click();
	const opening = block(desk, 'Mở đầu');
	await toEnd(opening);
	await opening.pressSequentially(' Bàn thư ký ghi thêm.');
	await expect(desk.getByText(/Đã lưu lúc/).first()).toBeVisible();

	await phone.context().setOffline(false);
	await writer.context().setOffline(false);
	const told = phone.getByRole('region', { name: 'Trong lúc đồng chí vắng' });
	await expect(told.getByText(/^Đang bàn: /)).toBeVisible();
	await expect(told.getByText(/Biên bản, Mở đầu: .+ đã sửa/)).toBeVisible();
	await expect(told.getByText('1 việc giữ trên máy này đã được gửi')).toBeVisible();
	await picture(phone, 'voices-away');
	expect(await axe(phone)).toEqual([]);
	const own = writer.getByRole('region', { name: 'Trong lúc đồng chí vắng' });
	await expect(own.getByText('Phần đồng chí soạn đã được ghép vào: Biên bản, Mở đầu')).toBeVisible();
	await picture(writer, 'voices-away');
	await told.getByRole('button', { name: 'Xem Biên bản, Mở đầu' }).first().tap();
	await expect(phone.locator('[data-block=opening]')).toContainText('Bàn thư ký ghi thêm.');
	await told.getByRole('button', { name: 'Đã xem' }).tap();
	await expect(told).toBeHidden();
});
