import { block, closed, linkOfQr, opened, panel } from './room.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* What a hall really has: plain http at the machine's own address, which browsers do not call secure. */

test('a phone joins, comments and asks for the floor at the LAN address', async ({ open, product }) => {
	const { lan } = product;
	if (lan === null) throw new Error('this machine has no address that another one could reach');
	const { meeting, sessions } = await product.seed({ members: 6, observers: 1 });
	const wall = await open({ session: sessions.wall, size: HALL, origin: lan });
	const desk = await open({ session: sessions.secretary, size: DESKTOP, origin: lan });
	const phone = await open({ size: PHONE, origin: lan });
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.goto(`/meetings/${meeting}/desk`);
	expect(await wall.evaluate(() => isSecureContext)).toBe(false);

	const link = await linkOfQr(wall);
	expect(new URL(link).origin).toBe(lan);
	await phone.goto(link);
	await phone.getByRole('button', { name: /Đoàn Quang Lực/ }).click();
	await phone.getByRole('button', { name: 'Đúng, tôi vào họp' }).click();
	const lobby = await panel(desk, 'Vào họp');
	await lobby.getByRole('button', { name: 'Xác nhận: Đoàn Quang Lực' }).click();
	await expect(phone).toHaveURL(`${lan}/meetings/${meeting}/phone`);
	await expect(phone.getByText('Kết nối này chưa mã hóa')).toBeVisible();

	await phone.getByRole('button', { name: 'Góp ý', exact: true }).click();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Góp ý qua mạng của nhà văn hóa.');
	await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
	await expect((await panel(desk, 'Góp ý')).getByText('Góp ý qua mạng của nhà văn hóa.')).toBeVisible();

	await phone.getByRole('button', { name: 'Xin phát biểu' }).click();
	await expect(phone.getByText('Đồng chí phát biểu tiếp theo')).toBeVisible();
	const floor = await panel(desk, 'Phát biểu');
	await floor.getByRole('button', { name: 'Mời Đoàn Quang Lực', exact: true }).first().click();
	await expect(phone.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	await expect(wall.getByText('Đoàn Quang Lực')).toBeVisible();
	await picture(phone, 'lan-floor');
	await phone.getByRole('button', { name: 'Tôi đã nói xong' }).click();

	await phone.getByRole('button', { name: 'Văn bản' }).click();
	await phone.getByRole('button', { name: 'Biên bản' }).click();
	await phone.getByRole('link', { name: 'Cùng soạn biên bản' }).click();
	const section = block(phone, 'Kết thúc');
	await section.click();
	await phone.keyboard.insertText('Viết từ điện thoại.');
	await expect(block(desk, 'Kết thúc')).toHaveText('Viết từ điện thoại.');
	await expect(phone.getByText(/Đã lưu lúc/)).toBeVisible();
	await picture(phone, 'lan-writing');
});

test('a second screen is paired at the LAN address', async ({ open, product, demo }) => {
	const { lan } = product;
	if (lan === null) throw new Error('this machine has no address that another one could reach');
	const wall = await open({ size: HALL, origin: lan });
	const desk = await open({ session: demo.sessions.secretary, origin: lan });
	await wall.goto('/wall');
	const digits = (await wall.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	const dialog = await opened(desk, 'Màn hình lớn');
	await dialog.getByLabel('Nối thêm màn hình').fill(digits);
	await dialog.getByRole('button', { name: 'Nối màn hình' }).click();
	await closed(dialog);
	await expect(wall).toHaveURL(`${lan}/meetings/${demo.meeting}/wall`);
	await expect(wall.getByText('24/24')).toBeVisible();
});
