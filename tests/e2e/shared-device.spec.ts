import type { Page } from '@playwright/test';
import { confirmed, linkOfQr, panel } from './room.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, HALL, picture, test } from './support.ts';

/* A tablet that goes from hand to hand: the desk says whose it may be, one tap says whose it is now. */

test.use({ house: 'shared device' });
test.setTimeout(180_000);

const TABLET = { width: 820, height: 1180 };

const mine = (tablet: Page) => tablet.locator('header .me');

async function handTo(tablet: Page, name: string): Promise<void> {
	await tablet.getByRole('region', { name: 'Ai đang dùng máy?' }).getByText(name, { exact: true }).click();
	await expect(mine(tablet)).toHaveText(name);
}

test('three people, one tablet: each asks, comments and votes under their own name', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 12, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await wall.goto(`/meetings/${demo.meeting}/wall`);
	const tablet = await open({ size: TABLET });

	await tablet.goto(await linkOfQr(wall));
	// Somebody who leads nothing: what the desk may do goes from hand to hand with no tablet.
	const chosen = tablet
		.locator('button.name')
		.filter({ hasNotText: /[Bb]í thư|Chi ủy/ })
		.first();
	const first = (await chosen.locator('strong').innerText()).trim();
	await chosen.click();
	await tablet.getByRole('button', { name: 'Đúng, tôi vào họp' }).click();
	const lobby = await panel(desk, 'Vào họp');
	await lobby.getByRole('button', { name: `Xác nhận: ${first}` }).click();
	await expect(tablet).toHaveURL(/\/phone$/);
	await expect(mine(tablet)).toHaveText(first);

	const people = await test.step('the desk gives it two more names', async () => {
		await lobby.getByText('Máy đã xác nhận (1)').click();
		await lobby.getByRole('button', { name: `Máy dùng chung: ${first}` }).click();
		const dialog = desk.getByRole('dialog', { name: 'Máy dùng chung' });
		const boxes = dialog.getByRole('checkbox');
		await boxes.nth(0).check();
		await boxes.nth(1).check();
		const others = (await dialog.locator('li .said').allInnerTexts()).slice(0, 2);
		await picture(desk, 'shared-desk-names');
		expect(await axe(desk)).toEqual([]);
		await dialog.getByRole('button', { name: 'Ghi các tên' }).click();
		await expect(dialog).toBeHidden();
		return [first, ...others.map((name) => name.trim())];
	});
	const [one, two, three] = people as [string, string, string];
	await expect(tablet.getByRole('heading', { name: 'Ai đang dùng máy?' })).toBeVisible();
	await expect(lobby.getByText(`Máy dùng chung: ${people.join(', ')}`)).toBeVisible();
	await picture(tablet, 'shared-tablet');
	expect(await axe(tablet)).toEqual([]);

	await test.step('what is done is done by whoever chose their name', async () => {
		await handTo(tablet, two);
		await tablet.getByRole('button', { name: 'Xin phát biểu' }).click();
		await expect(tablet.getByRole('button', { name: 'Thôi xin phát biểu' })).toBeVisible();
		await handTo(tablet, three);
		// Another person's page: nothing of the one before is left on it.
		await tablet.getByRole('button', { name: 'Xin phát biểu', exact: true }).click();
		await expect(tablet.getByText('Đồng chí thứ 2: theo thứ tự đăng ký')).toBeVisible();
		const floor = await panel(desk, 'Phát biểu');
		for (const name of [two, three])
			await expect(floor.getByRole('button', { name: `Mời ${name}`, exact: true }).last()).toBeVisible();
		await expect(floor.getByText(/ghi thay/)).toHaveCount(0);
		await tablet.getByRole('button', { name: 'Văn bản' }).click();
		await expect(tablet.getByRole('link', { name: /^Cùng soạn/ })).toHaveCount(0);
		await tablet.getByRole('button', { name: 'Đang họp' }).click();
	});

	await test.step('a secret ballot asks for the name first, each time', async () => {
		const vote = await panel(desk, 'Biểu quyết');
		await vote.getByLabel('Biểu quyết về').selectOption('other');
		await vote.getByLabel('Câu hỏi').fill('Giới thiệu đồng chí dự bị');
		await vote.getByLabel('Cách biểu quyết').selectOption('secret-app');
		await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
		await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
		await expect(tablet.getByText('Máy dùng chung: xin chạm lại vào tên mình')).toBeVisible();
		await expect(tablet.getByRole('radio')).toHaveCount(0);
		await picture(tablet, 'shared-tablet-choose');
		for (const name of [three, one, two]) {
			await handTo(tablet, name);
			await tablet.getByText('Tán thành', { exact: true }).click();
			if (name === three) {
				await picture(tablet, 'shared-tablet-ballot');
				expect(await axe(tablet)).toEqual([]);
			}
			await tablet.getByRole('button', { name: 'Bỏ phiếu: Tán thành' }).click();
			await expect(tablet.getByText('Phiếu kín của đồng chí đã được nhận')).toBeVisible();
		}
		await expect(vote.getByText('Đã biểu quyết 3/')).toBeVisible();
		await confirmed(desk, 'Công bố kết quả', 'Công bố');
		await expect(tablet.getByText('Tán thành 3,')).toBeVisible();
	});

	await test.step('taken back, it is nobody’s at once', async () => {
		await panel(desk, 'Vào họp');
		await lobby.getByText('Máy đã xác nhận (1)').click();
		await confirmed(desk, `Thu lại tên: ${first}`, 'Thu lại tên');
		await expect(tablet.getByText(/^Mất kết nối|không còn mang tên/).first()).toBeVisible({ timeout: 2_000 });
		await expect(tablet.getByText(/không còn mang tên đồng chí/).first()).toBeVisible();
	});
});
