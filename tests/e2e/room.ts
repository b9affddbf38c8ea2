/** What people do on the pages of a meeting, found by role and label as they find it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { encode } from 'uqr';

/** This month's meeting, made and entered; nobody is in the room yet. Gives its id. */
export async function newMeeting(desk: Page): Promise<string> {
	await desk.goto('/');
	await desk.getByRole('link', { name: 'Tạo cuộc họp' }).click();
	await desk.getByLabel('Địa điểm').fill('Nhà văn hóa');
	await desk.getByRole('button', { name: 'Tạo và chuẩn bị chương trình' }).click();
	await desk.getByRole('link', { name: 'Vào phòng họp' }).click();
	await expect(desk).toHaveURL(/\/desk$/);
	await expect(desk.locator('[data-link=online]')).toBeVisible();
	return /\/meetings\/([^/]+)\/desk/.exec(desk.url())?.[1] ?? '';
}

export async function opened(page: Page, button: string): Promise<Locator> {
	await page.getByRole('button', { name: button, exact: true }).first().click();
	const dialog = page.getByRole('dialog', { name: button });
	await expect(dialog).toBeVisible();
	return dialog;
}

export async function closed(dialog: Locator): Promise<void> {
	await dialog.getByRole('button', { name: 'Đóng', exact: true }).click();
	await expect(dialog).toBeHidden();
}

/** Presses a button that asks first, and answers yes. */
export async function confirmed(page: Page, button: string, answer = button): Promise<void> {
	await page.getByRole('button', { name: button, exact: true }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

export async function panel(desk: Page, name: string): Promise<Locator> {
	await desk.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
	return desk.getByRole('region', { name: 'Điều hành' });
}

export async function end(desk: Page): Promise<void> {
	await confirmed(desk, 'Bế mạc cuộc họp');
	await expect(desk.getByText('Văn bản và số liệu đã được lưu vào hồ sơ').first()).toBeVisible();
}

/** An observer's page shows the words alone until somebody chooses to write. */
export async function observerWrites(observer: Page): Promise<void> {
	await observer
		.getByRole('tab', { name: /^(Văn bản|Texts)/ })
		.first()
		.click();
	await observer.getByRole('button', { name: /^(Mở trang soạn|Open the editor)$/ }).click();
}

/** A section of the text that stands in front, by its heading. */
export function block(page: Page, heading: string): Locator {
	return page.getByRole('textbox', { name: `Soạn: ${heading}` });
}

/** The paragraphs of a section that hold words. */
export async function words(section: Locator): Promise<string[]> {
	const paragraphs = await section.locator('p').allInnerTexts();
	return paragraphs.map((text) => text.trim()).filter(Boolean);
}

/** All of the text that stands in front, paragraph by paragraph. */
export async function allWords(page: Page): Promise<string[]> {
	return words(page.getByRole('textbox', { name: /^Soạn: / }));
}

/** Puts the caret behind the last letter of a section. */
export async function toEnd(section: Locator): Promise<void> {
	await section.click();
	await section.press('Control+End');
}

/**
 * Where the QR on a screen leads: the address that the screen's own page was given, once it is what the QR draws.
 */
export async function linkOfQr(wall: Page): Promise<string> {
	const meeting = /\/meetings\/([^/]+)\/wall/.exec(wall.url())?.[1] ?? '';
	const answer = await wall.request.get(`/meetings/${meeting}/wall/code`);
	const { code } = (await answer.json()) as { code: string };
	const link = `${new URL(wall.url()).origin}/join#${meeting}.${code}`;
	const drawn = wall.getByRole('img', { name: 'Mã QR mở trang vào họp' });
	await expect(drawn).toBeVisible();
	expect(await modules(drawn)).toEqual(encode(link, { ecc: 'M', border: 4 }).data);
	return link;
}

/** The dark and light squares, read back from the shape that is drawn. */
function modules(qr: Locator): Promise<boolean[][]> {
	return qr.evaluate((svg: SVGSVGElement) => {
		const shape = svg.querySelector('path') as SVGPathElement;
		const places = Array.from({ length: svg.viewBox.baseVal.width }, (_, place) => place + 0.5);
		return places.map((y) => places.map((x) => shape.isPointInFill(new DOMPoint(x, y))));
	});
}
