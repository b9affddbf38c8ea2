import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { Client } from '../support/server.ts';
import { confirmed, panel } from './room.ts';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, HALL, NO_LINK, PHONE, picture, test } from './support.ts';

/* A vote as the hall lives it: two phones in hand, forty more on the line, the desk, an observer, the wall. */

test.use({ house: 'votes' });
test.setTimeout(240_000);

interface Hall {
	readonly demo: Demo;
	readonly desk: Page;
	readonly phones: readonly [Page, Page];
	readonly observer: Page;
	readonly wall: Page;
	/** Forty members whose phones speak the protocol; three of them are probationary. */
	readonly others: readonly Client[];
}

type Open = (look: { session?: string | undefined; size: typeof PHONE }) => Promise<Page>;

/** Who holds the two phones that are looked at. */
const IN_HAND = [4, 5] as const;

async function hall(open: Open, demo: Demo, port: number): Promise<Hall> {
	const at = (surface: string) => `/meetings/${demo.meeting}/${surface}`;
	const shown = async (session: string | undefined, size: typeof PHONE, surface: string) => {
		const page = await open({ session, size });
		await page.goto(at(surface));
		return page;
	};
	const phones = IN_HAND.map((n) => shown(demo.sessions.members[n], PHONE, 'phone'));
	const rest = demo.sessions.members.filter((_, n) => !(IN_HAND as readonly number[]).includes(n));
	const others = rest.map((cookie) => new Client({ port }, cookie, demo.meeting));
	await Promise.all(others.map((client) => client.ready()));
	return {
		demo,
		desk: await shown(demo.sessions.secretary, DESKTOP, 'desk'),
		phones: (await Promise.all(phones)) as [Page, Page],
		observer: await shown(demo.sessions.observer, DESKTOP, 'observe'),
		wall: await shown(demo.sessions.wall, HALL, 'wall'),
		others
	};
}

async function put(desk: Page, question: string, way: string): Promise<Locator> {
	const vote = await panel(desk, 'Biểu quyết');
	await vote.getByLabel('Biểu quyết về').selectOption('other');
	await vote.getByLabel('Câu hỏi').fill(question);
	await vote.getByLabel('Cách biểu quyết').selectOption(way);
	await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
	await expect(vote.getByRole('heading', { name: question })).toBeVisible();
	return vote;
}

async function begin(vote: Locator): Promise<void> {
	await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
	await expect(vote.getByRole('button', { name: 'Mở biểu quyết' })).toBeHidden();
}

/** How often a finger goes down on the page from now on. */
async function taps(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(() => {
		const counting = { taps: 0 };
		Object.assign(globalThis, { counting });
		addEventListener('pointerdown', () => (counting.taps += 1), true);
	});
	return () => page.evaluate(() => (globalThis as unknown as { counting: { taps: number } }).counting.taps);
}

async function castAll(others: readonly Client[], command: (n: number) => Command): Promise<string[]> {
	const answers = await Promise.all(others.map((client, n) => client.send(command(n))));
	return answers.map((answer) => (answer.ok ? 'counted' : answer.code)).sort();
}

async function judged(pages: Readonly<Record<string, Page>>): Promise<string[]> {
	const found: string[] = [];
	for (const [name, page] of Object.entries(pages)) {
		found.push(...(await axe(page)).map((line) => `${name}: ${line}`));
		const wide = await beyond(page);
		if (wide > 0) found.push(`${name}: ${wide} px wider than the screen`);
		await picture(page, `vote-${name}`);
	}
	return found;
}

async function cast(phone: Page, choice: string): Promise<void> {
	await phone.getByText(choice, { exact: true }).tap();
	await phone.getByRole('button', { name: `Bỏ phiếu: ${choice}` }).tap();
}

const voteId = (client: Client | undefined) =>
	client?.events.reduce((found, event) => (event.type === 'vote.put' ? event.vote : found), '') ?? '';
const portOf = (origin: string) => Number(new URL(origin).port);

test('[J6] an open vote: two taps each, forty on the line, words on every screen', async ({
	product,
	open
}) => {
	const made = await hall(open, await product.seed({ members: 43, observers: 1 }), portOf(product.origin));
	const { desk, phones, observer, wall, others } = made;
	const [one, two] = phones;
	const vote = await put(desk, 'Chi 2 triệu đồng mua loa cho nhà văn hóa', 'open');
	await vote.getByRole('button', { name: 'Chiếu lên màn hình lớn' }).click();
	for (const page of [one, two, observer, wall])
		await expect(page.getByText('Chi 2 triệu đồng mua loa cho nhà văn hóa').first()).toBeVisible();
	await expect(vote.getByText('Tổng số tính 40, có mặt 40, cần 21 tán thành')).toBeVisible();
	await picture(one, 'vote-put-phone');
	await picture(desk, 'vote-put-desk');
	await begin(vote);

	const button = one.getByRole('button', { name: 'Bỏ phiếu' });
	await expect(button).toBeDisabled();
	const counted = await taps(one);
	await cast(one, 'Tán thành');
	await expect(one.getByText('Đồng chí đã chọn: Tán thành')).toBeVisible();
	expect(await counted()).toBe(2);
	await expect(vote.getByText('Đã biểu quyết 1/40')).toBeVisible();
	await expect(wall.getByText('Đã biểu quyết 1/40')).toBeVisible();
	await two.getByText('Không tán thành', { exact: true }).tap();
	expect(await judged({ phone: two, 'phone-cast': one, desk, observer, wall })).toEqual([]);
	await two.getByRole('button', { name: 'Bỏ phiếu: Không tán thành' }).tap();

	const id = voteId(others[0]);
	const choices = ['for', 'for', 'for', 'against', 'abstain'] as const;
	const answers = await castAll(others, (n) => ({
		type: 'ballot.cast',
		vote: id,
		choice: choices[n % 5] ?? 'for'
	}));
	expect(answers.filter((answer) => answer === 'counted')).toHaveLength(37);
	expect(answers.filter((answer) => answer === 'probationary')).toHaveLength(3);
	await vote.getByText('Ý kiến khác', { exact: true }).first().click();
	await vote.getByRole('button', { name: 'Bỏ phiếu: Ý kiến khác' }).click();
	await expect(vote.getByText('Đã biểu quyết 40/40')).toBeVisible();
	await vote.getByRole('button', { name: 'Công bố kết quả' }).click();
	await picture(desk, 'vote-close-desk');
	await desk.getByRole('dialog').getByRole('button', { name: 'Công bố', exact: true }).click();
	for (const page of [one, two, observer, wall, desk])
		await expect(page.getByText('Được thông qua').filter({ visible: true }).first()).toBeVisible();
	expect(
		await judged({
			'phone-result': two,
			'desk-result': desk,
			'observer-result': observer,
			'wall-result': wall
		})
	).toEqual([]);

	await two.getByRole('button', { name: 'Bảo lưu ý kiến' }).tap();
	await two.getByLabel('Ý kiến bảo lưu').fill('Nên sửa loa cũ trước.');
	await picture(two, 'vote-reserve-phone');
	await two.getByRole('button', { name: 'Ghi vào biên bản' }).tap();
	await expect(two.getByText('Nên sửa loa cũ trước.')).toBeVisible();
	await desk.getByRole('tab', { name: 'Biên bản' }).click();
	await expect(desk.getByText(/bảo lưu ý kiến: “Nên sửa loa cũ trước”\./).first()).toBeVisible();
	for (const client of others) client.close();
});

test('[VO13] a secret vote: honest words before, no number anywhere until it closes, nothing kept offline', async ({
	product,
	open,
	expected
}) => {
	expected.push(NO_LINK);
	const made = await hall(open, await product.seed({ members: 43, observers: 1 }), portOf(product.origin));
	const { desk, phones, wall, others } = made;
	const [one, two] = phones;
	const vote = await put(desk, 'Giới thiệu đồng chí dự bị vào danh sách', 'secret-app');
	await vote.getByRole('button', { name: 'Chiếu lên màn hình lớn' }).click();
	await begin(vote);
	await expect(one.getByText('Phiếu kín: máy chủ chỉ ghi là đồng chí đã bỏ phiếu.')).toBeVisible();
	await one.getByText('Kín đến đâu?').tap();
	await expect(one.getByText('Người ngồi cạnh có thể nhìn màn hình')).toBeVisible();
	expect(await judged({ 'secret-phone': one, 'secret-desk': desk, 'secret-wall': wall })).toEqual([]);
	await cast(one, 'Không tán thành');
	await expect(
		one.getByText('Phiếu kín của đồng chí đã được nhận. Máy này không giữ lựa chọn.')
	).toBeVisible();

	await two.getByText('Tán thành', { exact: true }).tap();
	await two.context().setOffline(true);
	await expect(two.getByText('Phiếu không giữ lại để gửi sau').first()).toBeVisible({ timeout: 5_000 });
	await expect(two.getByRole('button', { name: 'Bỏ phiếu: Tán thành' })).toBeDisabled();
	await picture(two, 'vote-offline-phone');
	await two.context().setOffline(false);
	await expect(two.getByRole('button', { name: 'Bỏ phiếu: Tán thành' })).toBeEnabled();
	await expect(vote.getByText('Đã biểu quyết 1/40')).toBeVisible();
	await two.getByRole('button', { name: 'Bỏ phiếu: Tán thành' }).tap();
	await expect(two.getByText('Phiếu kín của đồng chí đã được nhận.')).toBeVisible();

	const id = voteId(others[0]);
	await castAll(others, () => ({ type: 'ballot.cast', vote: id, choice: 'for' }));
	await expect(vote.getByText('Đã biểu quyết 39/40')).toBeVisible();
	await expect(vote.getByText('Phiếu kín: đến khi đóng mới cộng, không ai xem được trước.')).toBeVisible();
	await expect(desk.getByText(/Tán thành \d/)).toHaveCount(0);
	await confirmed(desk, 'Công bố kết quả', 'Công bố');
	for (const page of [one, two])
		await expect(page.getByText('Tán thành 38, không tán thành 1, ý kiến khác 0.')).toBeVisible();
	await picture(wall, 'vote-secret-result-wall');
	for (const client of others) client.close();
});

test('[VO8][VO9] tellers: two who differ are shown, papers that do not add up are not taken', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 12, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	const phones = await Promise.all(
		[4, 5].map(async (n) => {
			const page = await open({ session: demo.sessions.members[n], size: PHONE });
			await page.goto(`/meetings/${demo.meeting}/phone`);
			return page;
		})
	);
	const [one, two] = phones;
	if (!one || !two) throw new Error('no phones');
	const nameOf = async (phone: Page) => (await phone.locator('header .me').textContent())?.trim() ?? '';
	const names = [await nameOf(one), await nameOf(two)];

	const vote = await panel(desk, 'Biểu quyết');
	await vote.getByLabel('Biểu quyết về').selectOption('agenda');
	await vote.getByLabel('Cách biểu quyết').selectOption('hands');
	await vote.getByText('Hai người đếm (để trống thì bàn thư ký đếm)').click();
	for (const name of names) await vote.getByLabel(name, { exact: true }).check();
	await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
	await begin(vote);
	const count = async (phone: Page, agree: string) => {
		const card = phone.getByRole('region', { name: 'Cả hội trường' });
		await card.getByLabel('Tán thành', { exact: true }).fill(agree);
		await card.getByRole('button', { name: 'Ghi số đếm: Cả hội trường' }).tap();
	};
	await count(one, '10');
	await expect(one.getByText('Đã ghi, chờ người kia.')).toBeVisible();
	await expect(two.getByText(`${names[0]}: 10 / 0 / 0`)).toHaveCount(0);
	await count(two, '11');
	for (const page of [one, two, desk]) await expect(page.getByText(`${names[0]}: 10 / 0 / 0`)).toBeVisible();
	await expect(vote.getByText('Lệch nhau, xin đếm lại:')).toBeVisible();
	expect(await judged({ 'tellers-phone': one, 'tellers-desk': desk })).toEqual([]);
	await expect(vote.getByRole('button', { name: 'Công bố kết quả' })).toBeDisabled();
	await count(one, '11');
	await expect(vote.getByText('Hai người đếm khớp nhau.')).toBeVisible();
	await confirmed(desk, 'Công bố kết quả', 'Công bố');

	await vote.getByLabel('Biểu quyết về').selectOption('person');
	await vote.getByLabel('Câu hỏi').fill('Công nhận đảng viên chính thức');
	await vote.getByLabel('Cách biểu quyết').selectOption('secret-paper');
	await vote.getByText('Tổ kiểm phiếu', { exact: true }).click();
	for (const name of names) await vote.getByLabel(name, { exact: true }).setChecked(name === names[0]);
	await vote.getByRole('button', { name: 'Nêu vấn đề', exact: true }).click();
	await begin(vote);
	await expect(two.getByText('Mời nhận phiếu giấy ở tổ kiểm phiếu.')).toBeVisible();
	await one.getByRole('button', { name: 'Phát phiếu cho 11' }).tap();
	await one.getByLabel('Số phiếu thu về').fill('11');
	await one.getByLabel('Tán thành', { exact: true }).fill('9');
	await expect(one.getByText('Còn thiếu 2 phiếu chưa xếp vào đâu.')).toBeVisible();
	await expect(one.getByRole('button', { name: 'Ghi kết quả kiểm phiếu' })).toBeDisabled();
	expect(await judged({ 'papers-phone': one, 'papers-desk': desk })).toEqual([]);
	await one.getByLabel('Không tán thành').fill('1');
	await one.getByLabel('Không hợp lệ').fill('1');
	await one.getByRole('button', { name: 'Ghi kết quả kiểm phiếu' }).tap();
	await expect(vote.getByText('Phát ra 11 phiếu, thu về 11')).toBeVisible();
	await confirmed(desk, 'Công bố kết quả', 'Công bố');
	await expect(two.getByText('Phát ra 11 phiếu, thu về 11, không hợp lệ 1.')).toBeVisible();
	await expect(two.getByText('Được thông qua')).toBeVisible();
});

test('[VO8] by key from whatever is in front; all the rest agree with one tap, seen before it counts', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 12, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await expect(desk.locator('[data-link=online]')).toBeVisible();
	const panels = desk.getByRole('region', { name: 'Điều hành' });
	const strip = panels.getByRole('region', { name: 'Biểu quyết' });

	await desk.keyboard.press('v');
	await panels.getByLabel('Biểu quyết về').selectOption('agenda');
	await panels.getByLabel('Cách biểu quyết').selectOption('hands');
	await panels.getByLabel('Câu hỏi').press('Enter');
	await expect(panels.getByRole('button', { name: 'Mở biểu quyết' })).toBeEnabled();
	// The floor is offered: the question stands above whatever the desk looks at meanwhile.
	await panels.getByRole('tab', { name: /^Phát biểu/ }).click();
	await expect(strip.getByText('Thông qua chương trình sinh hoạt')).toBeVisible();
	expect(await judged({ 'strip-put-desk': desk })).toEqual([]);
	await desk.keyboard.press('w');
	await expect(strip.getByText('Đang biểu quyết.')).toBeVisible();
	await expect(strip.getByRole('button', { name: 'Nhập số đếm, công bố kết quả' })).toBeVisible();
	await picture(desk, 'vote-strip-open-desk');
	await desk.keyboard.press('x');
	await expect(strip).toBeHidden();

	await panels.getByLabel('Không tán thành').fill('2');
	await panels.getByLabel('Ý kiến khác').fill('1');
	await panels.getByRole('button', { name: 'Số còn lại tán thành (8)' }).click();
	await expect(panels.getByText('Tán thành = 11 có mặt − 3 = 8.')).toBeVisible();
	await expect(panels.getByLabel('Tán thành', { exact: true })).toHaveValue('8');
	expect(await judged({ 'rest-desk': desk })).toEqual([]);
	// Nothing is counted before it is announced, and a later count against is seen to be missing.
	await panels.getByLabel('Không tán thành').fill('3');
	await expect(panels.getByText('Nhiều hơn số người có mặt 1.')).toBeVisible();
	await panels.getByRole('button', { name: 'Số còn lại tán thành (7)' }).click();
	await panels.getByRole('tab', { name: /^Biểu quyết/ }).focus();
	await desk.keyboard.press('x');
	const dialog = desk.getByRole('dialog', { name: 'Công bố kết quả?' });
	await expect(dialog.getByText('Tán thành 7, không tán thành 3, ý kiến khác 1.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Công bố', exact: true }).press('Enter');
	await expect(panels.getByText('Tán thành 7, không tán thành 3, ý kiến khác 1.')).toBeVisible();
	await expect(panels.getByText('Được thông qua')).toBeVisible();
});
