import type { Page } from '@playwright/test';
import { confirmed, end, newMeeting, panel } from './room.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* Somebody without a phone, and who was named to help them: what is entered for another says so wherever it stands. */

test.use({ house: 'helping' });
test.setTimeout(180_000);

/** The cell's page of somebody: they use no phone, and `helper` does for them what a phone would. */
async function named(desk: Page, person: string, helper: string): Promise<[string, string]> {
	await desk.goto('/');
	const cell = await desk.getByRole('link', { name: 'Danh sách đảng viên' }).getAttribute('href');
	await desk.goto(`${cell}/people/${helper}`);
	const helperName = await desk.getByLabel('Họ và tên').inputValue();
	await desk.goto(`${cell}/people/${person}`);
	const name = await desk.getByLabel('Họ và tên').inputValue();
	await desk.getByLabel('Có điện thoại vào họp').uncheck();
	await desk.getByLabel('Người giúp thao tác').selectOption(helper);
	await desk.getByRole('button', { name: 'Lưu' }).click();
	await expect(desk.getByLabel('Người giúp thao tác')).toHaveValue(helper);
	return [name, helperName];
}

test('a helper asks, comments and votes from their own phone; both names stand wherever it is read', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 10, observers: 0 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const [person = '', helper = ''] = [demo.people.members[6], demo.people.members[5]];
	const [name, helperName] = await named(desk, person, helper);

	const meeting = await newMeeting(desk);
	await desk.getByRole('button', { name: /^Điểm danh \d+ người còn lại$/ }).click();
	await desk
		.getByRole('dialog')
		.getByRole('button', { name: /^Ghi \d+ người có mặt$/ })
		.click();
	await confirmed(desk, 'Khai mạc cuộc họp');

	const phone = await open({ session: demo.sessions.members[5], size: PHONE });
	await phone.goto(`/meetings/${meeting}/phone`);
	const help = phone.getByRole('region', { name: `Giúp đồng chí ${name}` });
	const said = `${helperName} ghi thay ${name}`;

	await test.step('the floor and a comment', async () => {
		await help.getByRole('button', { name: 'Đăng ký phát biểu' }).tap();
		const floor = await panel(desk, 'Phát biểu');
		await expect(floor.getByText(said)).toBeVisible();
		await desk.keyboard.press('s');
		await expect(floor.locator('.speaker').getByText(said)).toBeVisible();
		await desk.keyboard.press('e');
		await floor.getByText('Đã phát biểu (1 lượt)').click();
		await expect(floor.getByText(said)).toBeVisible();
		await help.getByRole('button', { name: 'Góp ý theo lời' }).tap();
		await phone.getByLabel('Ý kiến của đồng chí').fill('Đèn ngõ 12 hỏng đã lâu.');
		await phone.getByRole('button', { name: 'Gửi', exact: true }).tap();
		const comments = await panel(desk, 'Góp ý');
		await expect(comments.getByText(said)).toBeVisible();
	});

	const put = async (question: string, way: string) => {
		const vote = await panel(desk, 'Biểu quyết');
		await vote.getByLabel('Biểu quyết về').selectOption('other');
		await vote.getByLabel('Câu hỏi').fill(question);
		await vote.getByLabel('Cách biểu quyết').selectOption(way);
		await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
		await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
		return vote;
	};
	const ballots = phone.getByRole('region', { name: `Phiếu của đồng chí ${name}` });

	await test.step('an open vote: the helper’s own ballot, and the hand of the other', async () => {
		const vote = await put('Góp quỹ khuyến học', 'open');
		await ballots.getByText('Không tán thành', { exact: true }).tap();
		await phone.getByText('Tán thành', { exact: true }).first().tap();
		await picture(phone, 'helping-ballots');
		expect(await axe(phone)).toEqual([]);
		await ballots.getByRole('button', { name: `Ghi thay ${name}: Không tán thành` }).tap();
		await expect(ballots.getByText(`Đã ghi đồng chí ${name}: Không tán thành`)).toBeVisible();
		await phone.getByRole('button', { name: 'Bỏ phiếu: Tán thành' }).tap();
		await expect(phone.getByText('Đồng chí đã chọn: Tán thành')).toBeVisible();
		await vote.getByText('1 phiếu được ghi thay').click();
		await expect(vote.getByText(`${said}: Không tán thành`)).toBeVisible();
		await picture(desk, 'helping-desk');
		await confirmed(desk, 'Công bố kết quả', 'Công bố');
		await phone.getByText('1 phiếu được ghi thay').tap();
		await expect(phone.getByText(`${said}: Không tán thành`)).toBeVisible();
	});

	await test.step('a secret vote is nobody’s for another, and says what to do', async () => {
		await put('Giới thiệu nhân sự', 'secret-app');
		await expect(ballots.getByText('Phiếu kín không ai bỏ thay được.')).toBeVisible();
		await expect(ballots.getByRole('radio')).toHaveCount(0);
		await picture(phone, 'helping-secret');
		await confirmed(desk, 'Hủy biểu quyết');
	});

	await test.step('the record keeps both names', async () => {
		await end(desk);
		await desk.goto(`/records/${meeting}`);
		const record = desk.getByRole('region', { name: 'Chi tiết của hồ sơ' });
		await expect(record.getByText(`${said}: không tán thành.`)).toBeVisible();
		await expect(record.getByText(`(${said})`)).toHaveCount(2);
		await expect(record.getByText(/ ghi thay .*, .*\.$/)).toBeVisible();
		await picture(desk, 'helping-record');
		expect(await axe(desk)).toEqual([]);
	});
});
