import type { Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import { confirmed, end, panel } from './room.ts';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* The cell scores itself from what the room knows, observers score apart, and the debrief ends in what comes back next month. */

test.setTimeout(180_000);

const online = (page: Page) => expect(page.locator('[data-link=online]').first()).toBeVisible();

async function violations(page: Page): Promise<string[]> {
	const wide = await beyond(page);
	return [...(await axe(page)), ...(wide > 0 ? [`${wide} px wider than the screen`] : [])];
}

async function remark(observer: Page, pole: string, category: string, text: string): Promise<void> {
	await observer.getByRole('button', { name: pole, exact: true }).click();
	const form = observer.getByRole('dialog');
	await form.getByRole('button', { name: category, exact: true }).click();
	await form.getByLabel('Lời nhận xét').fill(text);
	// Tapped twice, it is noted once.
	await form.getByRole('button', { name: 'Ghi nhận xét' }).dblclick();
	await expect(form).toBeHidden();
}

/** The chair's sheet: every proposal is taken, and what the room cannot know is given by hand. */
async function scoreSelf(desk: Page): Promise<void> {
	const score = await panel(desk, 'Chấm điểm');
	await expect(score.getByText('Chi bộ chưa tự chấm.')).toBeVisible();
	await score.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
	await expect(score.getByText('Có mặt 24/24 (100%), mức quy định 90%')).toBeVisible();
	await expect(score.getByText(/Nhiệm vụ kỳ trước: xong 2\/4, bình quân đạt/)).toBeVisible();
	await expect(score.getByRole('button', { name: 'Ghi điểm' })).toBeDisabled();
	await picture(desk, 'score-proposed');
	await score.getByRole('button', { name: 'Lấy mọi đề xuất cho chỗ còn trống' }).click();
	await expect(score.getByText('Còn 2 tiêu chí chưa có điểm')).toBeVisible();
	await expect(score.getByRole('textbox', { name: /nghị quyết kỳ trước/ })).toHaveValue('27,3');
	await score.getByRole('textbox', { name: /Công tác điều hành của bí thư/ }).fill('9,5');
	const principle = score.getByRole('textbox', { name: /Thực hiện nguyên tắc tổ chức/ });
	await principle.fill('5,5');
	await expect(score.getByText('Từ 0 đến 5, lẻ đến một chữ số.')).toBeVisible();
	await principle.fill('5');
	const speakers = score.getByRole('textbox', { name: /nhiều ý kiến phát biểu/ });
	await speakers.fill('23');
	expect(await violations(desk)).toEqual([]);
	await picture(desk, 'score-filled');
	await score.getByRole('button', { name: 'Ghi điểm' }).click();
	await expect(score.getByText(/^Tạm tính, vì còn chờ:/)).toBeVisible();
}

async function startedWith(product: { seed(): Promise<Demo> }, open: (look: object) => Promise<Page>) {
	const demo = await product.seed();
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await online(desk);
	return { demo, desk };
}

test('the cell scores itself with the room’s proposals and votes; observers score apart, the supervisor confirms', async ({
	open,
	product
}) => {
	const { demo, desk } = await startedWith(product, open);
	const head = await open({ session: demo.sessions.observers[0] ?? '', size: PHONE });
	const guest = await open({ session: demo.sessions.observers[3] ?? '', size: DESKTOP });
	for (const page of [head, guest]) await page.goto(`/meetings/${demo.meeting}/observe`);

	await scoreSelf(desk);
	const score = await panel(desk, 'Chấm điểm');
	await confirmed(desk, 'Đưa ra biểu quyết');
	await expect(score.getByText('đang biểu quyết')).toBeVisible();
	const vote = await panel(desk, 'Biểu quyết');
	await expect(vote.getByText(/Thông qua kết quả tự đánh giá [\d,]+ điểm, xếp loại/)).toBeVisible();
	await vote.getByRole('button', { name: 'Hủy biểu quyết' }).click();
	await desk.getByRole('dialog').getByRole('button', { name: 'Hủy biểu quyết' }).click();

	// From evidence to where it can be looked at.
	const again = await panel(desk, 'Chấm điểm');
	await again.getByRole('button', { name: 'Chấm lại' }).click();
	await again.getByRole('button', { name: /^Xem: Có mặt 24\/24/ }).click();
	await expect(desk.getByRole('tab', { name: /^Điểm danh/ })).toHaveAttribute('aria-selected', 'true');

	// A guest from afar fills a sheet of their own, which the cell does not see.
	await guest.getByRole('tab', { name: /^Chấm điểm/ }).click();
	await guest.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
	await guest.getByRole('button', { name: 'Lấy mọi đề xuất cho chỗ còn trống' }).click();
	await guest.getByRole('textbox', { name: /Công tác điều hành của bí thư/ }).fill('8');
	await guest.getByRole('textbox', { name: /Thực hiện nguyên tắc tổ chức/ }).fill('4');
	await guest.getByRole('button', { name: 'Ghi điểm' }).click();
	await expect(guest.getByRole('button', { name: 'Chấm lại' })).toBeVisible();
	await picture(guest, 'score-observer');
	expect(await violations(guest)).toEqual([]);

	// The supervisor reads it, and confirms the cell's score in two taps.
	await head.getByRole('tab', { name: /^Chấm điểm/ }).click();
	await expect(head.getByText('Tống Thị Ái Liên').first()).toBeVisible();
	await picture(head, 'score-supervisor');
	expect(await violations(head)).toEqual([]);
	await head.getByRole('button', { name: 'Chấm điểm', exact: true }).tap();
	await expect(head.getByText('Có mặt 24/24 (100%), mức quy định 90%')).toBeVisible();
	await picture(head, 'score-sheet');
	expect(await violations(head)).toEqual([]);
	await head.getByRole('button', { name: 'Thôi' }).tap();
	await confirmed(head, 'Xác nhận đúng điểm chi bộ tự chấm');
	await expect(head.getByText('Cấp trên xác nhận:')).toBeVisible();
	await picture(head, 'score-confirmed');
	await expect(desk.getByText('Cấp trên xác nhận:')).toHaveCount(0);
});

async function speak(page: Page, text: string): Promise<void> {
	await page.getByRole('tab', { name: /^Phát biểu/ }).click();
	await page.getByLabel('Lời phát biểu của tôi').fill(text);
	await page.getByRole('button', { name: 'Ghi phát biểu' }).click();
	await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}

test('from the board of remarks to a remedy that opens the cell’s next meeting', async ({
	open,
	product
}) => {
	const { demo, desk } = await startedWith(product, open);
	const head = await open({ session: demo.sessions.observers[0] ?? '', size: DESKTOP });
	const guest = await open({ session: demo.sessions.observers[3] ?? '', size: PHONE });
	const member = await open({ session: demo.sessions.members[10] ?? '', size: PHONE });
	for (const page of [head, guest]) await page.goto(`/meetings/${demo.meeting}/observe`);
	await member.goto(`/meetings/${demo.meeting}/phone`);

	await remark(head, 'Ưu điểm', 'Điều hành', 'Chủ trì để chi bộ tranh luận rồi mới biểu quyết.');
	await remark(guest, 'Hạn chế', 'Nội dung', 'Thời sự bảy phút hơi dài.');
	await remark(guest, 'Ưu điểm', 'Tiến trình', 'Bảng đối chiếu nghị quyết tháng trước rất rõ.');
	const comments = guest.getByRole('tab', { name: /^Góp ý/ });
	await comments.click();
	await guest.getByLabel('Nội dung góp ý').fill('Nên gửi tóm tắt một trang.');
	await guest.getByRole('button', { name: 'Gửi góp ý' }).click();
	const desks = await panel(desk, 'Góp ý');
	await desks.getByText('Giải quyết', { exact: true }).first().click();
	await desks.getByRole('button', { name: /^Để đến rút kinh nghiệm/ }).click();
	await end(desk);

	// The head of the delegation opens it; the committee and the others take part.
	await expect(desk.getByText('Tiếp theo là phần rút kinh nghiệm.')).toBeVisible();
	await head.getByRole('link', { name: 'Rút kinh nghiệm' }).click();
	await online(head);
	await desk.getByRole('link', { name: 'Rút kinh nghiệm' }).click();
	await online(desk);
	await expect(desk.getByText(/^Chờ trưởng đoàn .+ mở\.$/)).toBeVisible();
	await picture(desk, 'debrief-waiting');
	await confirmed(head, 'Mở rút kinh nghiệm');
	await guest.goto(`/meetings/${demo.meeting}/debrief`);
	for (const page of [head, desk, guest]) {
		await page.getByRole('button', { name: 'Tham gia', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Tham gia', exact: true })).toBeHidden();
	}
	await expect(head.getByText('Tham gia (3)')).toBeVisible();

	// Everybody's remarks lie on one board now, without loading the page anew.
	await expect(desk.getByText('Thời sự bảy phút hơi dài.')).toBeVisible();
	await expect(desk.getByText('Nên gửi tóm tắt một trang.')).toBeVisible();
	await expect(guest.getByText('Chủ trì để chi bộ tranh luận rồi mới biểu quyết.')).toBeVisible();
	await picture(guest, 'debrief-board');
	expect(await violations(guest)).toEqual([]);
	await speak(desk, 'Chi ủy nhận thấy thời sự còn dài.');
	await speak(guest, 'Sẽ áp dụng bảng đối chiếu ở chi bộ tôi.');
	await picture(guest, 'debrief-statements');

	// A point that binds, and a remedy straight from the remark.
	await head.getByRole('button', { name: /^Thành điểm thống nhất: Bảng đối chiếu/ }).click();
	const point = head.getByRole('dialog', { name: 'Thêm điểm thống nhất' });
	await point
		.getByLabel('Điểm thống nhất')
		.fill('Bảng đối chiếu nghị quyết tháng trước là nội dung bắt buộc.');
	await point.getByLabel('tổ dân phố').check();
	await picture(head, 'debrief-point');
	await point.getByRole('button', { name: 'Ghi', exact: true }).click();
	await expect(point).toBeHidden();
	await head.getByRole('button', { name: /^Thành việc bổ cứu: Thời sự/ }).click();
	const remedy = head.getByRole('dialog', { name: 'Thêm việc bổ cứu' });
	await remedy.getByLabel('Việc chi bộ phải làm').fill('Rút gọn mẫu thời sự còn ba tin, năm phút');
	await remedy.getByLabel('Đồng chí thực hiện').selectOption({ label: 'Đặng Minh Quân' });
	await remedy.getByLabel('Thời hạn (chậm nhất ngày)').fill('2026-12-31');
	await picture(head, 'debrief-remedy');
	await remedy.getByRole('button', { name: 'Ghi', exact: true }).click();
	await expect(remedy).toBeHidden();
	await expect(head.getByText('đã có việc bổ cứu')).toBeVisible();
	await head.getByRole('tab', { name: /^Thống nhất, bổ cứu/ }).click();
	await expect(head.getByText('Áp dụng cho: tổ dân phố')).toBeVisible();
	await picture(head, 'debrief-results');
	expect(await violations(head)).toEqual([]);
	await guest.getByRole('tab', { name: /^Thống nhất, bổ cứu/ }).click();
	const listed = guest.getByRole('listitem').filter({ hasText: 'Rút gọn mẫu thời sự còn ba tin, năm phút' });
	await expect(listed.getByText('Đặng Minh Quân, chậm nhất ngày 31/12/2026')).toBeVisible();
	await picture(guest, 'debrief-results');
	await confirmed(head, 'Kết thúc rút kinh nghiệm');
	await expect(guest.getByText('Đã kết thúc rút kinh nghiệm.')).toBeVisible();

	// Its minutes are a paper; the other members are not shown the page, and read in the record what it came to.
	await head.getByRole('link', { name: 'Biên bản rút kinh nghiệm' }).click();
	await expect(head.getByRole('heading', { name: 'V- Nội dung chi bộ phải bổ cứu' })).toBeVisible();
	await expect(head.getByText('rút kinh nghiệm buổi sinh hoạt chi bộ điểm')).toBeVisible();
	await picture(head, 'debrief-minutes');
	expect(await violations(head)).toEqual([]);
	await member.goto(`/meetings/${demo.meeting}/debrief`);
	await expect(member).toHaveURL(/\/phone$/);
	await member.goto(`/records/${demo.meeting}`);
	await expect(member.getByText('Bảng đối chiếu nghị quyết tháng trước là nội dung bắt buộc.')).toBeVisible();
	await expect(member.getByText('Chi ủy nhận thấy thời sự còn dài.')).toHaveCount(0);
	await picture(member, 'debrief-record');

	// Next month begins with what must be put right, and with what nothing was made of yet.
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Cuộc họp mới từ cuộc họp trước' }).click();
	await expect(desk.getByLabel('Nên gửi tóm tắt một trang.')).toBeChecked();
	await expect(desk.getByLabel('Thời sự bảy phút hơi dài.')).toHaveCount(0);
	expect(await violations(desk)).toEqual([]);
	await picture(desk, 'next-meeting-remarks');
	await desk.getByRole('button', { name: 'Tạo và chuẩn bị chương trình' }).click();
	await expect(desk.getByText('Đại biểu góp ý kỳ trước: Nên gửi tóm tắt một trang.')).toBeVisible();
	await desk.getByRole('link', { name: 'Vào phòng họp' }).click();
	await online(desk);
	const next = await panel(desk, 'Nhiệm vụ');
	const task = next.getByRole('article').filter({ hasText: 'Rút gọn mẫu thời sự còn ba tin, năm phút' });
	await expect(task.getByText(/^\s*i?\s*bổ cứu$/)).toBeVisible();
	await expect(task.getByText('Đặng Minh Quân')).toBeVisible();
	await picture(desk, 'remedy-next-meeting');
});
