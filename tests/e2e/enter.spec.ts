import type { Locator, Page } from '@playwright/test';
import { confirmed, linkOfQr, newMeeting, opened, panel } from './room.ts';
import { axe } from './axe.ts';
import { DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* Getting in within the taps that people are promised, a session that is closed to some, and a meeting without a phone. */

test.use({ house: 'getting in' });
test.setTimeout(240_000);

/** Counts what a hand does; letters that a keyboard needs are counted apart. */
class Hand {
	taps = 0;
	keys = 0;

	async tap(what: Locator): Promise<void> {
		this.taps += 1;
		await what.click();
	}

	async type(into: Locator, text: string): Promise<void> {
		this.keys += text.length;
		await into.pressSequentially(text);
	}
}

async function judged(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
}

test('J1, J2: by the QR in two taps and no key, and the next time in one', async ({ product, open }) => {
	const demo = await product.seed({ members: 12, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await wall.goto(`/meetings/${demo.meeting}/wall`);
	const phone = await open({ size: PHONE });
	const hand = new Hand();
	await phone.goto(await linkOfQr(wall));
	const names = phone.locator('button.name');
	await hand.tap(names.nth(3));
	await hand.tap(phone.getByRole('button', { name: 'Đúng, tôi vào họp' }));
	await expect(phone.getByText('Đang chờ bàn thư ký xác nhận')).toBeVisible();
	const lobby = await panel(desk, 'Vào họp');
	await lobby.getByRole('button', { name: /^Xác nhận: / }).click();
	await expect(phone).toHaveURL(/\/phone$/);
	expect([hand.taps, hand.keys]).toEqual([2, 0]);

	const again = new Hand();
	await phone.goto('/');
	await again.tap(phone.getByRole('link', { name: 'Vào họp' }));
	await expect(phone).toHaveURL(/\/phone$/);
	expect([again.taps, again.keys]).toEqual([1, 0]);
});

test('J3: by code, eight digits and two taps', async ({ product, open }) => {
	const demo = await product.seed({ members: 6, observers: 1 });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	await wall.goto(`/meetings/${demo.meeting}/wall`);
	const digits = (
		await wall
			.getByText(/^\d{4} \d{4}$/)
			.first()
			.innerText()
	).replace(' ', '');
	const phone = await open({ size: PHONE });
	const hand = new Hand();
	await phone.goto('/');
	await hand.type(phone.getByLabel('Mã trên màn hình'), digits);
	await hand.tap(phone.locator('button.name').first());
	await hand.tap(phone.getByRole('button', { name: 'Đúng, tôi vào họp' }));
	await expect(phone.getByText('Đang chờ bàn thư ký xác nhận')).toBeVisible();
	expect([hand.taps, hand.keys]).toEqual([2, 8]);
});

test('J5: a comment on a clause is one tap, the words, one tap', async ({ product, open }) => {
	const demo = await product.seed({ members: 6, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	const comments = await panel(desk, 'Góp ý');
	const phone = await open({ session: demo.sessions.members[4], size: PHONE });
	await phone.goto(`/meetings/${demo.meeting}/phone`);
	// Where the clause is read.
	await phone.getByRole('button', { name: 'Văn bản' }).click();
	const hand = new Hand();
	await hand.tap(phone.getByRole('button', { name: 'Góp ý về II.2.a' }));
	// The keyboard is there: the next thing is the words.
	await expect(phone.getByLabel('Ý kiến của đồng chí')).toBeFocused();
	await phone.keyboard.insertText('Nên ghi rõ thời hạn.');
	await hand.tap(phone.getByRole('button', { name: 'Gửi', exact: true }));
	await expect(comments.getByText('Nên ghi rõ thời hạn.')).toBeVisible();
	expect(hand.taps).toBe(2);
});

test('J11: a remote observer joins with a name and two taps; the desk admits all with one', async ({
	product,
	open
}) => {
	const demo = await product.seed({ members: 6, observers: 1 });
	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	const lobby = await panel(desk, 'Vào họp');
	await lobby.getByText('Mời đại biểu dự từ xa').click();
	const link = (await lobby.getByText(/\/join#/).innerText()).trim();
	await picture(desk, 'enter-guest-link');
	const guests = await Promise.all([1, 2].map(() => open({ size: DESKTOP })));
	const hands = guests.map(() => new Hand());
	for (const [index, guest] of guests.entries()) {
		const hand = hands[index] as Hand;
		await guest.goto(link);
		await expect(guest.getByText(demo.people.members[0] ?? 'none')).toHaveCount(0);
		const listed = guest.getByRole('button', { name: 'Tên tôi không có trong danh sách' });
		await expect(listed.or(guest.getByLabel('Họ và tên'))).toBeVisible();
		if (await listed.isVisible()) await listed.click();
		await guest.getByLabel('Họ và tên').fill(`Lê Văn Khách ${index}`);
		await hand.tap(guest.getByRole('button', { name: 'Xin vào dự' }));
		await expect(guest.getByText('Đang chờ bàn thư ký xác nhận')).toBeVisible();
	}
	await lobby.getByRole('button', { name: /^Xác nhận cả 2|^Xác nhận tất cả/ }).click();
	for (const [index, guest] of guests.entries()) {
		await expect(guest).toHaveURL(/\/observe$/);
		await (hands[index] as Hand).tap(guest.getByRole('button', { name: 'Vào dự', exact: true }));
		await expect(guest.getByRole('button', { name: 'Ra về' })).toBeVisible();
		expect(hands[index]?.taps).toBe(2);
	}
});

test('a closed session, seen from the desk, a phone, an observer and the wall', async ({ product, open }) => {
	const demo = await product.seed({ members: 8, observers: 2 });
	const SECRET = 'chuyện kín 7391';
	const desk = await open({ session: demo.sessions.secretary });
	const phone = await open({ session: demo.sessions.members[2] ?? '', size: PHONE });
	const observer = await open({ session: demo.sessions.observer });
	const wall = await open({ session: demo.sessions.wall, size: HALL });
	const heard: string[] = [];
	for (const page of [observer, wall]) {
		page.on('websocket', (socket) =>
			socket.on('framereceived', ({ payload }) => heard.push(payload.toString()))
		);
		page.on('response', (response) => {
			void response.text().then(
				(text) => heard.push(text),
				() => {} // a redirect has no body
			);
		});
	}
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	await phone.goto(`/meetings/${demo.meeting}/phone`);
	await observer.goto(`/meetings/${demo.meeting}/observe`);
	await wall.goto(`/meetings/${demo.meeting}/wall`);
	await expect(observer.locator('[data-link=online]')).toBeVisible();

	const dialog = await opened(desk, 'Họp nội bộ');
	await picture(desk, 'closed-begin');
	await dialog.getByRole('button', { name: /^Bắt đầu/ }).click();
	await expect(desk.getByText(/^Đang họp nội bộ từ/)).toBeVisible();
	await expect(observer.getByText('Chi bộ đang họp nội bộ, mời đồng chí chờ')).toBeVisible({
		timeout: 2_000
	});
	await expect(observer.getByRole('tab')).toHaveCount(0);
	await expect(wall.getByText('Chi bộ đang họp nội bộ')).toBeVisible();
	await expect(phone.getByText(/^Chi bộ đang họp nội bộ từ/)).toBeVisible();
	await expect(desk.getByRole('tab', { name: 'Phần nội bộ' })).toHaveAttribute('aria-selected', 'true');
	const section = desk.locator('[contenteditable=true]').first();
	await section.click();
	await desk.keyboard.type(SECRET);
	await expect(desk.getByText(/^Đã lưu lúc/).first()).toBeVisible();
	await phone.getByRole('button', { name: 'Văn bản' }).click();
	await phone.getByRole('button', { name: 'Phần nội bộ' }).click();
	await expect(phone.getByText(SECRET)).toBeVisible();
	for (const [name, page] of Object.entries({ desk, phone, observer, wall }))
		await picture(page, `closed-${name}`);
	for (const page of [desk, phone, observer, wall]) await judged(page);
	for (const path of ['state', 'events', 'documents/minutes', 'documents/closed-1'])
		heard.push(await (await observer.request.get(`/api/v1/meetings/${demo.meeting}/${path}`)).text());
	await observer.reload();
	await expect(observer.getByText('Chi bộ đang họp nội bộ, mời đồng chí chờ')).toBeVisible();

	await confirmed(desk, 'Kết thúc họp nội bộ');
	await expect(observer.getByText('Chi bộ đang họp nội bộ, mời đồng chí chờ')).toBeHidden();
	await expect(desk.getByText(/^Chi bộ họp nội bộ từ .* nội dung được ghi riêng/).first()).toBeVisible();
	await expect(desk.getByText(SECRET).first()).toBeVisible();
	await confirmed(desk, 'Bế mạc cuộc họp');
	for (const path of ['state', 'events', 'documents/closed-1'])
		heard.push(await (await observer.request.get(`/api/v1/meetings/${demo.meeting}/${path}`)).text());
	const record = await observer.request.get(`/records/${demo.meeting}`);
	heard.push(await record.text());
	expect((await observer.request.get(`/api/v1/records/${demo.meeting}`)).status()).toBe(404);
	expect(heard.join('\n')).not.toContain(SECRET);
	await desk.goto(`/records/${demo.meeting}`);
	await expect(desk.getByRole('article')).toContainText(SECRET);
	await picture(desk, 'closed-record');
});

test('the door, the sheets of paper, and what is done for somebody', async ({ product, open }) => {
	const demo = await product.seed({ members: 14, observers: 2 });
	const desk = await open({ session: demo.sessions.secretary });
	await desk.goto(`/meetings/${demo.meeting}/checkin`);
	await expect(desk.getByRole('heading', { name: 'Điểm danh ở cửa' })).toBeVisible();
	await judged(desk);
	for (const size of [PHONE, DESKTOP, HALL]) {
		await desk.setViewportSize(size);
		await picture(desk, 'checkin');
	}
	await desk.setViewportSize(DESKTOP);
	for (const sheet of ['roll', 'ballots']) {
		await desk.goto(`/meetings/${demo.meeting}/sheets/${sheet}`);
		await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
		await judged(desk);
		await picture(desk, `sheet-${sheet}`);
		await desk.pdf({ path: `tests/artefacts/sheet-${sheet}.pdf`, preferCSSPageSize: true });
	}
	await desk.goto(`/meetings/${demo.meeting}/desk`);
	const roll = await panel(desk, 'Điểm danh');
	await roll.getByText('Thêm', { exact: true }).nth(4).click();
	await roll
		.getByRole('button', { name: /^Đăng ký phát biểu thay: / })
		.first()
		.click();
	const floor = await panel(desk, 'Phát biểu');
	await expect(floor.getByText(/ghi thay/)).toBeVisible();
	await picture(desk, 'behalf');
});

test('J8: the roll of sixty with five exceptions, by the secretary alone', async ({ product, open }) => {
	const demo = await product.seed({ members: 60, observers: 0 });
	const desk = await open({ session: demo.sessions.secretary });
	await newMeeting(desk);
	const hand = new Hand();
	await hand.tap(desk.getByRole('button', { name: /^Điểm danh \d+ người còn lại$/ }));
	const rest = desk.getByRole('dialog', { name: 'Điểm danh những người còn lại' });
	for (const index of [3, 11, 24, 38, 52]) await hand.tap(rest.getByRole('checkbox').nth(index));
	await hand.tap(rest.getByRole('button', { name: /^Ghi \d+ người có mặt$/ }));
	await expect(rest).toBeHidden();
	expect(hand.taps).toBeLessThanOrEqual(12);
	await expect(desk.getByText(/^Có mặt 5\d\//).first()).toBeVisible();
});
