import type { Page } from '@playwright/test';
import {
	allWords,
	block,
	closed,
	confirmed,
	end,
	linkOfQr,
	observerWrites,
	opened,
	panel,
	toEnd,
	words
} from './room.ts';
import { DESKTOP, expect, HALL, NO_LINK, PHONE, picture, test } from './support.ts';

/* One meeting from its making to its record, as four screens live it: the secretary's, a member's phone, an observer's, the wall. */

// An installation of its own: the first cell is made from nothing.
test.use({ house: 'one meeting' });
test.setTimeout(300_000);

const SECRETARY = 'Trịnh Đức Hòa';
const MEMBER = 'Bùi Xuân Trường';
const OBSERVER = 'Lâm Quốc Vinh';
const LIST = `Lê Thị Mai Sương; 1975; phó bí thư
Nguyễn Văn Khải; 1968; chi ủy viên
${MEMBER}; 1990; chính thức
Hoàng Thị Lụa; 1953; chính thức
Đặng Minh Quân; 2001; dự bị
Hà Thị Nhàn; 1944; miễn
Ngô Bá 7 Thịnh; 1970`;
const SECTION = '2. Cử thư ký ghi biên bản';
const PHRASES = ['Bí thư ghi lời thứ nhất.', 'Đảng viên ghi lời thứ hai.', 'Đại biểu ghi lời thứ ba.'];
const SENTENCE =
	'Đồng chí đề nghị ghi rõ từng việc, từng người, từng ngày, để tháng sau chi bộ đối chiếu được ngay. ';

interface Screens {
	readonly desk: Page;
	readonly phone: Page;
	readonly observer: Page;
	readonly wall: Page;
}

async function pictures(screens: Partial<Screens>, stage: string): Promise<void> {
	for (const [who, page] of Object.entries(screens)) await picture(page, `${stage}-${who}`);
}

async function makeCell(desk: Page, setupLink: string): Promise<void> {
	await desk.goto(setupLink);
	await desk.getByLabel('Đảng bộ, đảng ủy cấp trên').fill('Đảng ủy phường Kim Thạch');
	await desk.getByLabel('Tên chi bộ').fill('Chi bộ Tổ dân phố 2');
	await desk.getByLabel('Họ và tên bí thư').fill(SECRETARY);
	await desk.getByLabel('Tên tài khoản').fill('bithu.tdp2');
	await desk.getByLabel('Mật khẩu').fill('một câu dài dễ nhớ');
	await picture(desk, '01-setup');
	await desk.getByRole('button', { name: 'Tạo chi bộ' }).click();
	await expect(desk.getByRole('heading', { name: 'Chi bộ Tổ dân phố 2' })).toBeVisible();
}

async function pasteList(desk: Page): Promise<void> {
	await desk.getByRole('link', { name: 'Dán danh sách' }).click();
	await desk.getByRole('textbox', { name: 'Danh sách' }).fill(LIST);
	await desk.getByRole('button', { name: 'Xem trước' }).click();
	await expect(desk.getByText('tên lẫn chữ số')).toBeVisible();
	await picture(desk, '02-paste');
	await desk.getByRole('button', { name: 'Ghi 6 người' }).click();
	await expect(desk.getByText('Đã ghi: thêm 6, cập nhật 0.')).toBeVisible();
	await desk.getByRole('link', { name: 'Danh sách đảng viên' }).click();
	await expect(desk.getByText('7 đảng viên, 6 thuộc diện triệu tập')).toBeVisible();
}

async function makeMeeting(desk: Page): Promise<string> {
	await desk.getByRole('link', { name: 'Tạo cuộc họp' }).click();
	await desk.getByLabel('Sinh hoạt điểm').check();
	await desk.getByLabel('Địa điểm').fill('Nhà văn hóa Tổ dân phố 2');
	await desk.getByLabel('Người giúp điều hành').selectOption({ label: 'Lê Thị Mai Sương' });
	await picture(desk, '03-new-meeting');
	await desk.getByRole('button', { name: 'Tạo và chuẩn bị chương trình' }).click();
	await expect(desk.getByRole('heading', { name: 'Chuẩn bị cuộc họp' })).toBeVisible();
	await confirmed(desk, 'Gửi trước cho mọi người');
	await expect(desk.getByText(/Đã gửi lúc/)).toBeVisible();
	await picture(desk, '04-prepare');
	const meeting = /\/meetings\/([^/]+)\//.exec(desk.url())?.[1] ?? '';
	await desk.getByRole('link', { name: 'Vào phòng họp' }).click();
	await expect(desk).toHaveURL(`/meetings/${meeting}/desk`);
	return meeting;
}

async function pairWall(desk: Page, wall: Page): Promise<void> {
	await wall.goto('/wall');
	await picture(wall, '05-pairing');
	const digits = (await wall.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
	const dialog = await opened(desk, 'Màn hình lớn');
	await dialog.getByLabel('Nối thêm màn hình').fill(digits);
	await dialog.getByRole('button', { name: 'Nối màn hình' }).click();
	await expect(dialog.getByText('Đã nối. Màn hình sẽ chiếu cuộc họp này.')).toBeVisible();
	await dialog.getByRole('radio', { name: 'Mã vào họp' }).check();
	await dialog.getByRole('button', { name: 'Chiếu ngay' }).click();
	await closed(dialog);
	await expect(wall).toHaveURL(/\/meetings\/.+\/wall$/);
}

async function joinByQr({ desk, phone, wall }: Omit<Screens, 'observer'>): Promise<void> {
	await phone.goto(await linkOfQr(wall));
	await phone.getByLabel('Tìm tên').fill('truong');
	await phone.getByRole('button', { name: MEMBER }).click();
	await phone.getByRole('button', { name: 'Đúng, tôi vào họp' }).click();
	await expect(phone.getByText('Đang chờ bàn thư ký xác nhận')).toBeVisible();
	await pictures({ phone, wall }, '06-join');
	await (await panel(desk, 'Vào họp')).getByRole('button', { name: `Xác nhận: ${MEMBER}` }).click();
	await expect(phone).toHaveURL(/\/phone$/);
}

async function knock({ desk, observer, wall }: Omit<Screens, 'phone'>): Promise<void> {
	const digits =
		(await wall
			.getByText(/^\d{4} \d{4}$/)
			.first()
			.textContent()) ?? '';
	await observer.goto('/join');
	await observer.getByLabel('Mã trên màn hình').fill(digits);
	await observer.getByRole('button', { name: 'Tôi là đại biểu, khách mời' }).click();
	await observer.getByLabel('Họ và tên').fill(OBSERVER);
	await observer.getByLabel('Chức vụ').fill('Phó Bí thư Thường trực');
	await observer.getByLabel('Đơn vị').fill('Đảng ủy phường Kim Thạch');
	await observer.getByLabel('Dự từ xa').check();
	await observer.getByRole('button', { name: 'Xin vào dự' }).click();
	const lobby = await panel(desk, 'Vào họp');
	await expect(lobby.getByText('Phó Bí thư Thường trực, Đảng ủy phường Kim Thạch')).toBeVisible();
	await pictures({ desk, observer }, '07-knock');
	await lobby.getByRole('button', { name: `Xác nhận: ${OBSERVER}` }).click();
	await expect(observer).toHaveURL(/\/observe$/);
	await observer.getByRole('button', { name: 'Vào dự' }).click();
	await expect(observer.getByRole('button', { name: 'Ra về' })).toBeVisible();
}

async function callRoll({ desk, phone, wall }: Omit<Screens, 'observer'>, meeting: string): Promise<void> {
	await phone.getByRole('button', { name: 'Tôi có mặt' }).click();
	await expect(phone.getByText(/Đã điểm danh lúc/)).toBeVisible();
	// The secretary's own phone page: by self, without the screen's code.
	const own = await desk.context().newPage();
	await own.goto(`/meetings/${meeting}/phone`);
	await own.getByRole('button', { name: 'Tôi có mặt' }).click();
	await expect(own.getByText(/Đã điểm danh lúc/)).toBeVisible();
	await own.close();

	const roll = await panel(desk, 'Điểm danh');
	await expect(roll.getByText('quét mã')).toHaveCount(1);
	await expect(roll.getByText('tự điểm danh')).toHaveCount(1);
	await roll.getByRole('button', { name: 'Có mặt: Hoàng Thị Lụa' }).click();
	await roll.getByLabel('Thêm việc với Hoàng Thị Lụa').click();
	await roll.getByRole('button', { name: 'Ghi nhầm có mặt: Hoàng Thị Lụa' }).click();
	await expect(roll.getByRole('button', { name: 'Có mặt: Hoàng Thị Lụa' })).toBeVisible();
	await picture(desk, '08-roll-call');
	await roll.getByRole('button', { name: /^Điểm danh \d người còn lại$/ }).click();
	const rest = desk.getByRole('dialog', { name: 'Điểm danh những người còn lại' });
	await rest.getByLabel('Hoàng Thị Lụa').uncheck();
	await rest.getByRole('button', { name: 'Ghi 3 người có mặt' }).click();
	await expect(desk.getByText('Có mặt 5/6').first()).toBeVisible();
	await expect(wall.getByText('5/6').first()).toBeVisible();
}

async function open({ desk, phone, observer, wall }: Screens): Promise<void> {
	await confirmed(desk, 'Khai mạc cuộc họp');
	for (const page of [desk, phone, observer, wall])
		await expect(
			page.getByRole('heading', { name: 'Tuyên bố lý do, giới thiệu đại biểu' }).first()
		).toBeVisible();
	await pictures({ desk, phone, observer, wall }, '09-opened');
	await desk.getByRole('button', { name: 'Sang mục tiếp theo' }).click();
	for (const page of [phone, wall])
		await expect(page.getByRole('heading', { name: 'Cử thư ký ghi biên bản' })).toBeVisible();
}

async function speak({ desk, phone, observer, wall }: Screens): Promise<void> {
	await observer.getByRole('button', { name: 'Xin phát biểu' }).click();
	await phone.getByRole('button', { name: 'Xin phát biểu' }).click();
	await expect(phone.getByText('Đồng chí thứ 2: theo thứ tự đăng ký')).toBeVisible();
	const floor = await panel(desk, 'Phát biểu');
	await floor.getByLabel(`Thêm việc với lượt của ${MEMBER}`).click();
	await floor.getByRole('button', { name: `Lên: ${MEMBER}` }).click();
	await expect(phone.getByText('Đồng chí phát biểu tiếp theo')).toBeVisible();
	await floor
		.getByRole('button', { name: `Mời ${MEMBER}`, exact: true })
		.first()
		.click();
	await expect(phone.getByText('Mời đồng chí phát biểu').first()).toBeVisible();
	for (const page of [desk, phone, wall])
		await expect(page.getByRole('timer').first()).toContainText(/2:5\d|3:00/);
	await pictures({ desk, phone, observer, wall }, '10-floor');
	await phone.getByRole('button', { name: 'Tôi đã nói xong' }).click();
	await expect(wall.getByRole('timer')).toHaveCount(0);
}

async function comment({ desk, phone }: Screens): Promise<void> {
	await phone.getByRole('button', { name: 'Văn bản' }).click();
	await phone.getByRole('button', { name: 'Góp ý về II.2.a' }).click();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Đề nghị ghi rõ thời hạn <b>30/11</b>.');
	await picture(phone, '11-comment');
	await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
	const comments = await panel(desk, 'Góp ý');
	await expect(comments.getByText('Đề nghị ghi rõ thời hạn <b>30/11</b>.')).toBeVisible({ timeout: 2_000 });
	await comments.getByLabel(`Giải quyết góp ý của ${MEMBER}`).click();
	await comments.getByLabel('Lời trả lời').fill('Đã bổ sung.');
	await comments.getByRole('button', { name: `Đã tiếp thu: góp ý của ${MEMBER}` }).click();
	await phone.getByRole('button', { name: 'Đang họp' }).click();
	await expect(phone.getByText('Đã bổ sung.')).toBeVisible();
}

async function writeTogether({ desk, phone, observer, wall }: Screens, meeting: string): Promise<Page> {
	const member = await phone.context().newPage();
	await member.goto(`/meetings/${meeting}/write/minutes`);
	await observerWrites(observer);
	const sections = [desk, member, observer].map((page) => block(page, SECTION));
	await block(desk, SECTION).click();
	await desk.keyboard.type('Chu toa neu van de. ');
	for (const section of sections) await expect(section).toContainText('Chu toa neu van de.');
	for (const section of sections) await toEnd(section);
	await Promise.all(
		sections.map((section, index) => section.pressSequentially(`${PHRASES[index]} `, { delay: 15 }))
	);
	for (const section of sections) for (const phrase of PHRASES) await expect(section).toContainText(phrase);
	const [first] = await Promise.all(sections.map(words));
	for (const section of sections) expect(await words(section)).toEqual(first);
	await expect(desk.getByText(/^Đã lưu lúc/).first()).toBeVisible();
	for (const phrase of PHRASES) await expect(wall.getByText(phrase)).toBeVisible();
	await pictures({ desk, phone: member, observer, wall }, '12-writing');
	return member;
}

const letters = (text: string) => text.replaceAll(/\s/g, '');

/** The observer types on while the chair takes the right away: what stands in the text is where the sentence was cut. */
async function cutOff({ desk, observer }: Screens, member: Page): Promise<void> {
	const dialog = await opened(desk, 'Quyền soạn');
	const section = block(observer, SECTION);
	await toEnd(section);
	const typing = section.pressSequentially(SENTENCE, { delay: 40 });
	await expect(block(member, SECTION)).toContainText('Đồng chí đề nghị ghi rõ');
	await dialog.getByRole('button', { name: `Thu quyền soạn: ${OBSERVER}` }).click();
	await expect(section).toHaveAttribute('contenteditable', 'false', { timeout: 2_000 });
	await typing;
	await closed(dialog);
	await expect(observer.getByText('Đồng chí không còn quyền soạn văn bản này.')).toBeVisible();
	await expect.poll(() => words(section)).toEqual(await words(block(member, SECTION)));
	const cut = (await words(block(member, SECTION))).join(' ');
	expect(cut).not.toContain(SENTENCE.trim());
	// What stands in the text and what was set aside is the sentence as far as it was typed, no letter twice or lost.
	const aside = await observer.locator('blockquote').allInnerTexts();
	const typed = letters(cut.slice(cut.indexOf('Đồng chí đề nghị')) + aside.join(''));
	expect(letters(SENTENCE).slice(0, typed.length)).toBe(typed);
	await pictures({ desk, observer }, '13-cut-off');
}

/** Words written while the link was down, under a right that is gone when it is back. */
async function refusedAfterwards({ desk, observer }: Screens, member: Page): Promise<void> {
	const giveOrTake = async (button: string) => {
		const dialog = await opened(desk, 'Quyền soạn');
		await dialog.getByRole('button', { name: `${button}: ${OBSERVER}` }).click();
		await closed(dialog);
	};
	await giveOrTake('Trả lại quyền');
	const section = block(observer, SECTION);
	await expect(section).toHaveAttribute('contenteditable', 'true');
	await observer.context().setOffline(true);
	await expect(observer.getByText('Mất kết nối').first()).toBeVisible({ timeout: 5_000 });
	await toEnd(section);
	await section.pressSequentially('Lời viết khi mất mạng.');
	await giveOrTake('Thu quyền soạn');
	await observer.context().setOffline(false);
	await expect(observer.getByRole('heading', { name: 'Chưa được nhận' })).toBeVisible();
	await expect(observer.locator('blockquote').last()).toHaveText('Lời viết khi mất mạng.');
	await expect(block(member, SECTION)).not.toContainText('mất mạng');
	await picture(observer, '14-not-received');
	await observer.getByRole('button', { name: 'Bỏ đi' }).click();
	await expect(section).not.toContainText('mất mạng');
}

async function offline({ desk, phone }: Screens): Promise<void> {
	await phone.context().setOffline(true);
	await expect(phone.getByText('Mất kết nối. Màn hình có thể đã cũ')).toBeVisible({ timeout: 5_000 });
	await phone.getByRole('button', { name: 'Góp ý', exact: true }).click();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Góp ý viết khi mất mạng.');
	await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
	await expect(phone.getByText('Đang giữ trên máy này, chưa gửi được')).toBeVisible();
	await picture(phone, '15-offline');
	const comments = await panel(desk, 'Góp ý');
	await expect(comments.getByText('Góp ý viết khi mất mạng.')).toHaveCount(0);
	await phone.context().setOffline(false);
	await expect(comments.getByText('Góp ý viết khi mất mạng.')).toHaveCount(1);
	await expect(phone.getByText('Đang giữ trên máy này, chưa gửi được')).toBeHidden();
	await phone.reload();
	await expect(phone.getByText('Góp ý viết khi mất mạng.')).toHaveCount(1);
	await expect(comments.getByText('Góp ý viết khi mất mạng.')).toHaveCount(1);
}

async function adopt({ desk, phone, observer, wall }: Screens): Promise<void> {
	const vote = await panel(desk, 'Biểu quyết');
	await vote.getByLabel('Cách biểu quyết').selectOption('hands');
	await vote.getByRole('button', { name: 'Nêu vấn đề' }).click();
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	await expect(desk.getByText('Văn bản đã đóng băng').first()).toBeVisible();
	await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
	const screen = await opened(desk, 'Màn hình lớn');
	await screen.getByRole('radio', { name: 'Biểu quyết' }).check();
	await screen.getByRole('button', { name: 'Chiếu ngay' }).click();
	await closed(screen);
	await vote.getByLabel('Tán thành', { exact: true }).fill('3');
	await vote.getByLabel('Ý kiến khác').fill('1');
	for (const page of [wall, phone]) await expect(page.getByText('Thông qua Nghị quyết')).toBeVisible();
	await pictures({ desk, phone, wall }, '16-vote');
	await confirmed(desk, 'Công bố kết quả', 'Công bố');
	for (const page of [desk, wall, phone])
		await expect(page.getByText('Được thông qua').filter({ visible: true }).first()).toBeVisible();
	await pictures({ desk, observer, wall }, '17-adopted');
}

async function close({ desk, phone, observer, wall }: Screens, member: Page): Promise<void> {
	await desk.getByRole('tab', { name: 'Biên bản' }).click();
	await end(desk);
	await expect(phone.getByText(/^Cuộc họp kết thúc lúc/)).toBeVisible();
	for (const page of [desk, member, observer]) {
		await expect(page.locator('[contenteditable=true]')).toHaveCount(0, { timeout: 5_000 });
		await expect(block(page, SECTION)).toContainText('Bí thư ghi lời thứ nhất.');
	}
	const texts = await Promise.all([desk, member, observer].map(allWords));
	await expect(desk.getByText(/Hôm nay, vào hồi/).first()).toBeVisible();
	for (const phrase of PHRASES) expect(texts[0]?.join(' ')).toContain(phrase);
	for (const text of texts) expect(text).toEqual(texts[0]);
	await pictures({ desk, phone, observer, wall }, '18-ended');
}

async function record({ desk, phone }: Screens): Promise<void> {
	const paragraphs = await words(block(desk, SECTION));
	await desk.getByRole('link', { name: 'Hồ sơ cuộc họp' }).first().click();
	await expect(desk.getByRole('heading', { level: 1, name: 'Hồ sơ cuộc họp' })).toBeVisible();
	const minutes = desk.getByRole('article');
	for (const paragraph of paragraphs) await expect(minutes).toContainText(paragraph);
	const page = desk.getByRole('main');
	for (const said of [
		SECRETARY,
		MEMBER,
		OBSERVER,
		'Thông qua Nghị quyết',
		'Góp ý viết khi mất mạng.',
		'Đề nghị ghi rõ thời hạn <b>30/11</b>.',
		'Đã bổ sung.'
	])
		await expect(page).toContainText(said);
	await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
	await phone.getByRole('link', { name: 'Xem hồ sơ cuộc họp' }).click();
	await expect(phone.getByRole('heading', { level: 1, name: 'Hồ sơ cuộc họp' })).toBeVisible();
	await pictures({ desk, phone }, '19-record');
}

test('a meeting from its making to its record', async ({ product, open: browser, expected }) => {
	expected.push(NO_LINK);
	const setupLink = /http\S+\/setup#\S+/.exec(product.said())?.[0] ?? '';
	const desk = await browser({ size: DESKTOP });
	const wall = await browser({ size: HALL });
	const phone = await browser({ size: PHONE });
	const observer = await browser({ size: DESKTOP });
	const screens = { desk, phone, observer, wall };

	await test.step('the secretary makes a cell', () => makeCell(desk, setupLink));
	await test.step('and pastes its list', () => pasteList(desk));
	const meeting = await test.step('and makes a meeting, sent ahead', () => makeMeeting(desk));
	await test.step('a wall is paired by its code', () => pairWall(desk, wall));
	await test.step('a member joins by the QR', () => joinByQr(screens));
	await test.step('an observer knocks', () => knock(screens));
	await test.step('the roll is called', () => callRoll(screens, meeting));
	await test.step('the meeting is opened', () => open(screens));
	await test.step('the floor', () => speak(screens));
	await test.step('a comment on a clause', () => comment(screens));
	const member = await test.step('all write in the minutes', () => writeTogether(screens, meeting));
	await test.step('a right is taken away in mid-sentence', () => cutOff(screens, member));
	await test.step('and while the link was down', () => refusedAfterwards(screens, member));
	await test.step('a member goes offline and comes back', () => offline(screens));
	await test.step('the resolution is adopted', () => adopt(screens));
	await test.step('the meeting is closed', () => close(screens, member));
	await test.step('the record has it all', () => record(screens));
});
