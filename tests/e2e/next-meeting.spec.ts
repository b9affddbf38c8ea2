import { AxeBuilder } from '@axe-core/playwright';
import { end } from './room.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';

/* J7: the next meeting from the last one, in six taps and a date at most. */

test.setTimeout(120_000);

test('the secretary makes next month’s meeting from this one with two taps and the date', async ({
	open,
	product
}) => {
	const { meeting, sessions } = await product.seed();
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	await end(desk);

	const phone = await open({ session: sessions.secretary, size: PHONE });
	await phone.goto('/');
	let taps = 0;
	const tap = async (name: string, role: 'link' | 'button') => {
		taps += 1;
		await phone.getByRole(role, { name }).click();
	};
	await tap('Cuộc họp mới từ cuộc họp trước', 'link');
	await expect(phone.getByText(/nhiệm vụ cần kiểm điểm|Không còn nhiệm vụ/)).toBeVisible();
	const { violations } = await new AxeBuilder({ page: phone })
		.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
		.analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
		0
	);
	await picture(phone, 'next-meeting');
	await phone.setViewportSize(DESKTOP);
	await picture(phone, 'next-meeting');
	await phone.setViewportSize(PHONE);
	await phone.getByLabel('Ngày họp').fill('03/02/2099');
	await tap('Tạo và chuẩn bị chương trình', 'button');
	await expect(phone).toHaveURL(/\/meetings\/.+\/prepare$/);
	expect(taps).toBeLessThanOrEqual(6);
});
