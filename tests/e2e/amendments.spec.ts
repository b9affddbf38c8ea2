import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import { confirmed, panel, words } from './room.ts';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* An amendment's way: from a member's phone to the desk, the wall and the text, seen by everybody. */

test.setTimeout(180_000);

/** The clause's place in the demo's draft. */
const AT = 7;
const NEW_WORDS = 'Hoàn thành lắp camera trước ngày 25/11/2026, công khai thu chi.';

interface Hall {
	readonly desk: Page;
	readonly phone: Page;
	readonly observer: Page;
	readonly wall: Page;
	readonly demo: Demo;
	readonly label: string;
	/** How the clause reads at first. */
	readonly before: string;
}

test('an amendment from the phone to the wall to the text', async ({ open, product }) => {
	const demo = await product.seed({ members: 12, observers: 2 });
	const { meeting, sessions } = demo;
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	const phone = await open({ session: sessions.members[3], size: PHONE });
	const observer = await open({ session: sessions.observer, size: DESKTOP });
	const wall = await open({ session: sessions.wall, size: HALL });
	await desk.goto(`/meetings/${meeting}/desk`);
	await phone.goto(`/meetings/${meeting}/phone`);
	await observer.goto(`/meetings/${meeting}/observe`);
	await wall.goto(`/meetings/${meeting}/wall`);
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	await observer.getByRole('tab', { name: 'Văn bản' }).click();
	await observer.getByRole('button', { name: 'Nghị quyết', exact: true }).click();
	const clause = desk.locator(`[data-block="${demo.clauses[AT]}"]`);
	await expect(clause.getByRole('textbox')).toBeVisible();
	const label = (await clause.getByRole('heading').innerText()).trim();
	const before = (await words(clause.getByRole('textbox'))).join('\n');
	const hall: Hall = { desk, phone, observer, wall, demo, label, before };

	await test.step('a member proposes on the phone: one tap on the clause, the form, send', () =>
		propose(hall));
	await test.step('it stands beside its clause, for all, in three views', () => seen(hall));
	await test.step('what clashes is shown before the chair acts', () => clash(hall));
	await test.step('the wall shows it', () => project(hall));
	await test.step('the chair takes it in: the words change everywhere', () => accept(hall));
	await test.step('another is refused with a reason, and its proposer reads it', () => reject(hall));
	await test.step('a comment becomes an amendment, and is voted on', () => voteOnComment(hall));
	await test.step('every page is open to everybody', () => judge(hall));
});

async function texts(phone: Page): Promise<void> {
	await phone.getByRole('button', { name: 'Văn bản' }).click();
}

async function propose({ phone, label, before }: Hall): Promise<void> {
	await texts(phone);
	await phone.getByRole('button', { name: `Đề nghị sửa điểm ${label}`, exact: true }).click();
	const dialog = phone.getByRole('dialog', { name: 'Đề nghị sửa' });
	await expect(dialog.getByLabel('Câu chữ mới của điểm')).toHaveValue(before);
	await expect(dialog.getByRole('button', { name: 'Gửi đề nghị' })).toBeDisabled();
	await dialog.getByLabel('Câu chữ mới của điểm').fill(NEW_WORDS);
	await dialog.getByLabel('Lý do').fill('Chưa có thời hạn.');
	await expect(dialog.locator('ins').first()).toBeVisible();
	await picture(phone, 'amend-1-form');
	await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
	await expect(dialog).toBeHidden();
}

async function seen({ desk, phone, observer, label, before }: Hall): Promise<void> {
	for (const page of [desk, phone, observer]) {
		const mark = page.getByLabel(`1 đề nghị sửa điểm ${label}`);
		await expect(mark).toBeVisible();
		await mark.click();
		await expect(page.locator('[data-amendment]').filter({ visible: true }).first()).toContainText(
			'Chưa có thời hạn.'
		);
	}
	await picture(phone, 'amend-2-beside');
	for (const page of [desk, observer, phone]) {
		const views = page.getByRole('group', { name: 'Cách xem nghị quyết' });
		await views.getByRole('button', { name: 'Có sửa đổi' }).click();
		const changed = page.locator('section.changed').filter({ hasText: label });
		await expect(changed.locator('ins').first()).toBeVisible();
		await expect(changed.locator('del').first()).toBeVisible();
		await picture(
			page,
			`amend-3-changes-${page === observer ? 'observer' : page === desk ? 'desk' : 'phone'}`
		);
		await views.getByRole('button', { name: 'Nếu tiếp thu' }).click();
		await expect(page.locator('section.changed').filter({ hasText: label })).toContainText(NEW_WORDS);
		await expect(page.locator('section.changed').filter({ hasText: label })).not.toContainText(before);
		await views.getByRole('button', { name: 'Bản hiện tại' }).click();
	}
}

async function clash({ desk, label }: Hall): Promise<void> {
	const amendments = await panel(desk, 'Đề nghị sửa');
	await amendments.getByRole('button', { name: 'Thêm đề nghị sửa' }).click();
	const dialog = desk.getByRole('dialog', { name: 'Đề nghị sửa' });
	await dialog.getByLabel('Điểm', { exact: true }).selectOption({ index: AT });
	await dialog.getByLabel('Cách sửa').selectOption('delete-clause');
	await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
	await expect(amendments.locator('[data-amendment]')).toHaveCount(2);
	await expect(amendments.getByText(/^⚠?\s*Chỉ tiếp thu được một/)).toHaveCount(2);
	await picture(desk, 'amend-4-clash');
	await amendments
		.getByRole('button', { name: new RegExp(`^Gộp đề nghị của .* về điểm ${label}`) })
		.first()
		.click();
	const merge = desk.getByRole('dialog', { name: 'Gộp các đề nghị' });
	await merge.getByRole('checkbox').first().check();
	await expect(merge.getByText('Các đề nghị này không tiếp thu cùng nhau được.')).toBeVisible();
	await expect(merge.getByRole('button', { name: 'Gộp và tiếp thu' })).toBeDisabled();
	await picture(desk, 'amend-5-merge');
	await merge.getByRole('button', { name: 'Thôi' }).click();
}

/** On the desk's panel. */
function card(desk: Page, text: string): Locator {
	return desk
		.getByRole('region', { name: 'Điều hành' })
		.locator('[data-amendment]')
		.filter({ hasText: text });
}

async function project({ desk, wall, label }: Hall): Promise<void> {
	await card(desk, 'Chưa có thời hạn.')
		.getByRole('button', { name: /^Chiếu/ })
		.click();
	await expect(wall.getByRole('heading', { name: new RegExp(`Đề nghị sửa ${label}`) })).toBeVisible();
	await expect(wall.locator('ins').first()).toBeVisible();
	await picture(wall, 'amend-6-wall');
}

async function accept({ desk, phone, observer, wall, demo }: Hall): Promise<void> {
	await card(desk, 'Chưa có thời hạn.')
		.getByRole('button', { name: /^Tiếp thu/ })
		.click();
	const dialog = desk.getByRole('dialog');
	await expect(dialog).toContainText('không tiếp thu được đề nghị');
	await picture(desk, 'amend-7-accept');
	await dialog.getByRole('button', { name: 'Tiếp thu', exact: true }).click();
	for (const page of [desk, observer, phone])
		await expect(page.locator(`[data-block="${demo.clauses[AT]}"]`)).toContainText(NEW_WORDS, {
			timeout: 5_000
		});
	await expect(wall.getByText('Đã tiếp thu')).toBeVisible();
	await expect(card(desk, 'Câu chữ đã đổi từ khi đề nghị')).toBeVisible();
	await desk.getByRole('tab', { name: 'Biên bản' }).click();
	await expect(desk.locator('.fact').filter({ hasText: NEW_WORDS })).toContainText('được tiếp thu');
	await desk.getByRole('tab', { name: 'Nghị quyết' }).click();
	await phone.getByRole('button', { name: 'Đang họp' }).click();
	await expect(phone.getByRole('heading', { name: 'Đề nghị sửa của tôi' })).toBeVisible();
	await expect(phone.locator('[data-amendment]').first()).toContainText('Đã tiếp thu');
	await picture(phone, 'amend-8-mine');
}

async function reject({ desk }: Hall): Promise<void> {
	await card(desk, 'Câu chữ đã đổi')
		.getByRole('button', { name: /^Không tiếp thu/ })
		.click();
	const dialog = desk.getByRole('dialog', { name: 'Không tiếp thu đề nghị này' });
	await dialog.getByRole('textbox').fill('Điểm này còn cần.');
	await dialog.getByRole('button', { name: 'Không tiếp thu' }).click();
	await expect(dialog).toBeHidden();
	const amendments = await panel(desk, 'Đề nghị sửa');
	await amendments.getByText('Đã giải quyết (2)').click();
	await expect(amendments.getByText('Điểm này còn cần.')).toBeVisible();
}

async function voteOnComment({ desk, phone, observer, demo, label }: Hall): Promise<void> {
	await texts(phone);
	await phone.getByRole('button', { name: `Góp ý về ${label}` }).click();
	await phone.getByLabel('Ý kiến của đồng chí').fill('Nên ghi rõ ai chủ trì.');
	await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
	const comments = await panel(desk, 'Góp ý');
	await comments
		.getByLabel(/^Giải quyết góp ý của/)
		.first()
		.click();
	await comments
		.getByRole('button', { name: /thành đề nghị sửa$/ })
		.first()
		.click();
	const dialog = desk.getByRole('dialog', { name: 'Đề nghị sửa' });
	await expect(dialog).toContainText('Nên ghi rõ ai chủ trì.');
	await dialog.getByLabel('Cách sửa').selectOption('append');
	await dialog.getByLabel('Câu thêm vào').fill('Đồng chí Khải chủ trì.');
	await picture(desk, 'amend-9-from-comment');
	await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
	await expect(dialog).toBeHidden();
	await panel(desk, 'Đề nghị sửa');
	await card(desk, 'Đồng chí Khải chủ trì.')
		.getByRole('button', { name: /ra biểu quyết$/ })
		.click();
	const how = desk.getByRole('dialog', { name: 'Đưa đề nghị này ra biểu quyết?' });
	await expect(how).toContainText('Đồng chí Khải chủ trì.');
	await expect(how.getByLabel('Cách biểu quyết')).toHaveValue('hands');
	await how.getByLabel('Cách biểu quyết').selectOption('secret-paper');
	// Nobody would count the papers.
	await expect(how.getByRole('button', { name: 'Đưa ra biểu quyết' })).toBeDisabled();
	await how.getByLabel('Cách biểu quyết').selectOption('card');
	await picture(desk, 'amend-9-way');
	await how.getByRole('button', { name: 'Đưa ra biểu quyết' }).click();
	await expect(how).toBeHidden();
	await expect(card(desk, 'Đang biểu quyết')).toBeVisible();
	const vote = await panel(desk, 'Biểu quyết');
	await expect(vote.getByText('Giơ thẻ', { exact: false }).first()).toBeVisible();
	await vote.getByRole('button', { name: 'Mở biểu quyết' }).click();
	await vote.getByLabel('Tán thành', { exact: true }).fill('10');
	await confirmed(desk, 'Công bố kết quả', 'Công bố');
	for (const page of [desk, observer, phone])
		await expect(page.locator(`[data-block="${demo.clauses[AT]}"]`)).toContainText(
			`${NEW_WORDS} Đồng chí Khải chủ trì.`
		);
	for (const page of [desk, observer, phone]) {
		await page.getByLabel(`Nguồn gốc điểm ${label}`).click();
		await expect(page.getByText('→ Biểu quyết thông qua')).toBeVisible();
		await expect(page.getByText('Nên ghi rõ ai chủ trì.').filter({ visible: true }).first()).toBeVisible();
	}
	await picture(phone, 'amend-10-pedigree');
	await picture(observer, 'amend-10-observer');
	await picture(desk, 'amend-10-desk');
}

async function judge({ desk, phone, observer, wall }: Hall): Promise<void> {
	await panel(desk, 'Đề nghị sửa');
	await desk.getByRole('button', { name: 'Thêm đề nghị sửa' }).click();
	const found: string[] = [];
	for (const page of [desk, phone, observer, wall]) {
		found.push(...(await axe(page)));
		const wide = await beyond(page);
		if (wide > 0) found.push(`${page.url()}: ${wide} px wider than the screen`);
	}
	expect(found).toEqual([]);
}
