import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { buildPage } from './editor-page/build.ts';
import { TextServer, addParagraph } from './editor-page/text-server.ts';

/* What the editor promises by itself, against a small endpoint that can be told to misbehave. */

let files: string;
let server: TextServer;
let address: string;

test.beforeAll(async () => {
	files = await buildPage();
});

test.beforeEach(async ({ page }) => {
	server = new TextServer(files);
	address = await server.listen();
	page.on('console', (message) => {
		// The page's policy forbids inline styles; whoever adds one is told here.
		expect(message.text()).not.toContain('Content Security Policy');
	});
});

test.afterEach(() => server.close());

const block = (page: Page) => page.getByRole('textbox', { name: 'Thu, nộp đảng phí' });
const paragraphs = () =>
	server.doc
		.getXmlFragment('fees')
		.toArray()
		.map((node) => (node as Y.XmlElement).toArray().join(''));

async function open(page: Page, words = 'Chi bộ họp.', query = ''): Promise<void> {
	if (server.doc.getXmlFragment('fees').length === 0) addParagraph(server.doc, 'fees', words);
	await page.goto(address + query);
	await expect(block(page)).toContainText(words);
}

async function write(page: Page, words: string): Promise<void> {
	await block(page).click();
	await page.keyboard.press('Control+End');
	await page.keyboard.insertText(words);
}

test('what is written is saved, and said to be saved only once the server has it', async ({ page }) => {
	await open(page);
	server.commits = false;
	await write(page, ' Đã thu đủ.');
	await expect(page.getByText('Đang lưu…')).toBeVisible();
	expect(paragraphs()).toEqual(['Chi bộ họp.']);

	// The link breaks while the words are on their way, and comes back with the database.
	server.answers = false;
	server.hangUp(1012);
	await expect(page.getByText('Mất kết nối, đang giữ trên máy này')).toBeVisible();
	server.commits = true;
	server.answers = true;
	await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d$/)).toBeVisible({ timeout: 10_000 });
	expect(paragraphs()).toEqual(['Chi bộ họp. Đã thu đủ.']);
});

test('words written without a link outlive the page and arrive once', async ({ page, context }) => {
	await open(page);
	server.answers = false;
	server.hangUp(1012);
	await expect(page.getByText('đang giữ trên máy này và sẽ gửi')).toBeVisible();
	await write(page, ' Viết khi mất mạng.');
	await expect(page.getByText('Mất kết nối, đang giữ trên máy này')).toBeVisible();
	await page.close();

	const again = await context.newPage();
	await again.goto(address);
	await expect(block(again)).toHaveText('Chi bộ họp. Viết khi mất mạng.');
	server.answers = true;
	await expect.poll(paragraphs, { timeout: 10_000 }).toEqual(['Chi bộ họp. Viết khi mất mạng.']);
});

test('the next person on the same device does not see what was kept for another', async ({
	page,
	context
}) => {
	await open(page, 'Chi bộ họp.', '?person=p1');
	server.answers = false;
	server.hangUp(1012);
	await write(page, ' Lời của người thứ nhất.');
	await page.close();

	const again = await context.newPage();
	await again.goto(`${address}?person=p2`);
	server.answers = true;
	await expect(block(again)).toHaveText('Chi bộ họp.', { timeout: 10_000 });
});

test('a right that goes in mid-sentence leaves the text for reading and the refused words aside', async ({
	page
}) => {
	await open(page);
	await write(page, ' Kịp.');
	await expect.poll(paragraphs).toEqual(['Chi bộ họp. Kịp.']);
	server.commits = false;
	await page.keyboard.insertText(' Không kịp.');
	await expect(page.getByText('Đang lưu…')).toBeVisible();
	server.hangUp(4403);

	await expect(page.getByRole('heading', { name: 'Chưa được nhận' })).toBeVisible();
	await expect(page.locator('blockquote')).toHaveText('Không kịp.');
	await expect(page.getByText('Đồng chí không còn quyền soạn văn bản này.')).toBeVisible();
	await expect(block(page)).toHaveText('Chi bộ họp. Kịp.');
	await expect(block(page)).toHaveAttribute('contenteditable', 'false');
	await page.getByRole('button', { name: 'Gửi thành góp ý' }).click();
	await expect(page.locator('output')).toHaveText(' Không kịp.');

	// Nothing of it is left on the device to come back later.
	server.commits = true;
	await page.reload();
	await expect(block(page)).toHaveText('Chi bộ họp. Kịp.');
	expect(paragraphs()).toEqual(['Chi bộ họp. Kịp.']);
});

test('a right that the facts take and give back is followed without a new page', async ({ page }) => {
	await open(page);
	await expect(block(page)).toHaveAttribute('contenteditable', 'true');
	await page.getByRole('button', { name: 'Đổi quyền soạn' }).click();
	await expect(block(page)).toHaveAttribute('contenteditable', 'false');
	await page.getByRole('button', { name: 'Đổi quyền soạn' }).click();
	await expect(block(page)).toHaveAttribute('contenteditable', 'true');
	await write(page, ' Lại viết.');
	await expect.poll(paragraphs).toEqual(['Chi bộ họp. Lại viết.']);
});

for (const [code, sentence] of [
	[4401, 'Đồng chí đã đăng xuất'],
	[4404, 'Không mở được văn bản này']
] as const) {
	test(`an end with ${code} is said and not tried again`, async ({ page }) => {
		await open(page);
		server.hangUp(code);
		await expect(page.getByText(sentence)).toBeVisible();
		await expect(block(page)).toHaveCount(code === 4404 ? 0 : 1);
	});
}

test('undo takes back own words only', async ({ page }) => {
	await open(page);
	const theirs = (server.peer().getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	await write(page, ' Của tôi.');
	await expect.poll(paragraphs).toEqual(['Chi bộ họp. Của tôi.']);
	theirs.insert(0, 'Của bạn. ');
	await expect(block(page)).toHaveText('Của bạn. Chi bộ họp. Của tôi.');
	await page.keyboard.press('Control+z');
	await expect.poll(paragraphs).toEqual(['Của bạn. Chi bộ họp.']);
	await page.keyboard.press('Control+y');
	await expect.poll(paragraphs).toEqual(['Của bạn. Chi bộ họp. Của tôi.']);
});

test('words typed by plain keys stay together while others write at the same place', async ({ page }) => {
	await open(page);
	const theirs = (server.peer().getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	await block(page).click();
	await page.keyboard.press('Control+End');
	const typed = ' khong ai chen vao giua cau nay';
	for (const [index, letter] of [...typed].entries()) {
		await page.keyboard.type(letter);
		if (index % 3 === 2) {
			await expect.poll(() => theirs.toString()).toContain(typed.slice(0, index + 1));
			theirs.insert(theirs.length, String(index % 10));
			await expect(block(page)).toHaveText(theirs.toString());
		}
	}
	await expect.poll(() => theirs.toString()).toContain(`Chi bộ họp.${typed}`);
});

test('what is typed in a paragraph while another joins it to the one before is put back', async ({
	page
}) => {
	addParagraph(server.doc, 'fees', 'Chi bộ họp.');
	addParagraph(server.doc, 'fees', 'Đủ người.');
	const watches = page.waitForResponse(/rescue/);
	await open(page);
	await watches;
	// On the way to the server: the other has not seen it.
	server.commits = false;
	await write(page, ' Vắng một.');
	await expect(block(page)).toContainText('Đủ người. Vắng một.');
	const section = server.doc.getXmlFragment('fees');
	server.doc.transact(() => {
		((section.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(11, ' Đủ người.');
		section.delete(1, 1);
	});
	await expect(block(page)).toHaveText('Chi bộ họp. Đủ người. Vắng một.');
	server.commits = true;
	server.hangUp(1012);
	await expect.poll(paragraphs, { timeout: 10_000 }).toEqual(['Chi bộ họp. Đủ người. Vắng một.']);
});

test('what is pasted comes in as plain words, composed, a line a paragraph', async ({ page }) => {
	await open(page);
	await block(page).click();
	await page.keyboard.press('Control+End');
	await block(page).evaluate((element, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		clipboardData.setData('text/html', `<h1 style="color:red">${text}</h1><img src=x onerror=alert(1)>`);
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, ' Nghị quyết\r\nThứ hai\u202E'.normalize('NFD'));
	await expect.poll(paragraphs).toEqual(['Chi bộ họp. Nghị quyết', 'Thứ hai']);
});

test('Esc leaves the text; bold is a mark that everybody gets', async ({ page }) => {
	await open(page);
	await block(page).click();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Control+b');
	await expect.poll(paragraphs).toEqual(['<strong>Chi bộ họp.</strong>']);
	await page.keyboard.press('Escape');
	await expect(block(page)).not.toBeFocused();
});

test('facts are shown in the words of now, notes under the name of who wrote them', async ({ page }) => {
	server.doc.transact(() => {
		const fact = new Y.XmlElement('fact');
		fact.setAttribute('kind', 'attendance');
		fact.setAttribute('ref', 'opening');
		const unknown = new Y.XmlElement('fact');
		unknown.setAttribute('kind', 'speech');
		unknown.setAttribute('ref', 'nobody');
		const note = new Y.XmlElement('note');
		note.setAttribute('id', 'n1');
		note.setAttribute('author', 'p9');
		note.insert(0, [new Y.XmlText('Cần ghi thêm.')]);
		server.doc.getXmlFragment('fees').insert(0, [fact, unknown, note]);
	});
	addParagraph(server.doc, 'fees', 'Chi bộ họp.');
	await open(page);
	await expect(page.getByText('Có mặt 17 đảng viên.')).toBeVisible();
	await page.getByRole('button', { name: 'Thêm một người có mặt' }).click();
	await expect(page.getByText('Có mặt 18 đảng viên.')).toBeVisible();
	await expect(block(page).locator('.fact:visible')).toHaveCount(1);
	await expect(page.getByText('Ghi chú của Nguyễn Thị Hồng Vân')).toBeVisible();

	// A new line in a note is no second note under the same name.
	await page.getByText('Cần ghi thêm.').click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.keyboard.insertText('Sau ghi chú');
	await expect
		.poll(() =>
			server.doc
				.getXmlFragment('fees')
				.toArray()
				.map((node) => (node as Y.XmlElement).nodeName)
		)
		.toEqual(['fact', 'fact', 'note', 'paragraph', 'paragraph']);
});

test('a page that is older than the text reads it and changes nothing', async ({ page }) => {
	await open(page);
	server.doc.transact(() => {
		const table = new Y.XmlElement('table-of-tomorrow');
		server.doc.getXmlFragment('fees').insert(0, [table]);
	});
	await expect(page.getByText('Trang này đã cũ nên chỉ đọc được')).toBeVisible();
	await expect(page.getByText('Chi bộ họp.')).toBeVisible();
	expect(
		server.doc
			.getXmlFragment('fees')
			.toArray()
			.map((node) => (node as Y.XmlElement).nodeName)
	).toEqual(['table-of-tomorrow', 'paragraph']);
});

test('a reader writes nothing, whatever the editor would repair', async ({ page }) => {
	await open(page, 'Chi bộ họp.', '?right=read');
	await expect(block(page)).toHaveAttribute('contenteditable', 'false');
	server.doc.transact(() => {
		// A fact holds no words: the editor's binding deletes it from its copy.
		const spoilt = new Y.XmlElement('fact');
		spoilt.insert(0, [new Y.XmlText('x')]);
		server.doc.getXmlFragment('fees').insert(0, [spoilt]);
	});
	addParagraph(server.doc, 'fees', 'Viết sau.');
	await expect(block(page)).toContainText('Viết sau.');
	expect(server.doc.getXmlFragment('fees').length).toBe(3);
	await expect(page.getByText('Đã lưu')).toHaveCount(0);
});

test('nothing on the page is closed to anybody (axe)', async ({ page }) => {
	await open(page);
	const { violations } = await new AxeBuilder({ page })
		.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
		.analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

/** A section in which only something happened so far, as the server lays it out. */
function addFact(): void {
	const fact = new Y.XmlElement('fact');
	fact.setAttribute('kind', 'attendance');
	fact.setAttribute('ref', 'opening');
	server.doc.getXmlFragment('fees').push([fact]);
}

const names = () =>
	server.doc
		.getXmlFragment('fees')
		.toArray()
		.map((node) => (node as Y.XmlElement).nodeName);

test('writing where only a fact stands goes behind it and leaves it there', async ({ page }) => {
	addFact();
	await page.goto(address);
	await page.getByText('Có mặt 17 đảng viên.').click();
	await page.keyboard.type('Viet sau su viec.');
	await expect.poll(paragraphs).toEqual(['', 'Viet sau su viec.']);
	addFact();
	await page.getByText('Có mặt 17 đảng viên.').nth(1).click();
	await page.keyboard.type('Roi viet tiep.');
	await expect.poll(names).toEqual(['fact', 'paragraph', 'fact', 'paragraph']);
});

test('Ctrl+End goes behind the last words, also where a fact stands behind them', async ({ page }) => {
	addParagraph(server.doc, 'fees', 'Chi bộ họp.');
	addFact();
	await page.goto(address);
	await page.getByText('Chi bộ họp.').click({ position: { x: 20, y: 8 } });
	await page.keyboard.press('Control+End');
	await page.keyboard.insertText(' Đúng giờ.');
	await expect.poll(paragraphs).toEqual(['Chi bộ họp. Đúng giờ.', '']);
});

test('writing there by keyboard alone leaves the fact as well', async ({ page }) => {
	addFact();
	await page.goto(address);
	await expect(page.getByText('Có mặt 17 đảng viên.')).toBeVisible();
	await block(page).focus();
	await page.keyboard.type('Viet bang ban phim.');
	await page.keyboard.insertText(' Và đọc cho máy ghi.');
	await expect.poll(paragraphs).toEqual(['', 'Viet bang ban phim. Và đọc cho máy ghi.']);
});

test('what no key announces goes behind a fact that stands alone: dictation, an emoji, a paste from the menu', async ({
	page
}) => {
	addFact();
	await page.goto(address);
	await expect(page.getByText('Có mặt 17 đảng viên.')).toBeVisible();
	await block(page).focus();
	// `Input.insertText`, as panels and dictation do: no key comes with it.
	await page.keyboard.insertText('Đọc cho máy ghi 🎉');
	await expect.poll(paragraphs).toEqual(['', 'Đọc cho máy ghi 🎉']);

	addFact();
	await page.getByText('Có mặt 17 đảng viên.').nth(1).click();
	await page.keyboard.insertText('Bảng biểu tượng.');
	await expect.poll(names).toEqual(['fact', 'paragraph', 'fact', 'paragraph']);

	addFact();
	await page.getByText('Có mặt 17 đảng viên.').nth(2).click();
	await block(page).evaluate((element) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'Dán từ trình đơn.');
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect
		.poll(paragraphs)
		.toEqual(['', 'Đọc cho máy ghi 🎉', '', 'Bảng biểu tượng.', '', 'Dán từ trình đơn.']);
});

test('who comes in behind a fact writes on in the line that stands there', async ({ page }) => {
	addFact();
	addParagraph(server.doc, 'fees', 'Đã có.');
	await page.goto(address);
	await expect(block(page)).toContainText('Đã có.');
	await block(page).focus();
	await page.keyboard.insertText(' Viết tiếp.');
	await expect.poll(paragraphs).toEqual(['', 'Đã có. Viết tiếp.']);
});

test('a composition that begins where only a fact stands goes behind it', async ({ page }) => {
	addFact();
	await page.goto(address);
	await expect(page.getByText('Có mặt 17 đảng viên.')).toBeVisible();
	await block(page).focus();
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Input.imeSetComposition', { text: 'Việ', selectionStart: 3, selectionEnd: 3 });
	await cdp.send('Input.imeSetComposition', { text: 'Việt', selectionStart: 4, selectionEnd: 4 });
	await cdp.send('Input.insertText', { text: 'Việt' });
	await expect.poll(paragraphs).toEqual(['', 'Việt']);
});

test('a fact that is chosen stays there when words come in behind it, and so do the words', async ({
	page
}) => {
	addFact();
	await page.goto(address);
	await page.getByText('Có mặt 17 đảng viên.').click();
	addParagraph(server.doc, 'fees', 'Lời của bạn.');
	await expect(block(page)).toContainText('Lời của bạn.');
	await page.keyboard.type('Loi cua toi. ');
	await expect.poll(paragraphs).toEqual(['', 'Lời của bạn.Loi cua toi. ']);
});

test('a section with nothing but facts follows whatever the others make of it', async ({ page }) => {
	const told: string[] = [];
	page.on('console', (message) => told.push(message.text()));
	await page.goto(address);
	await expect(block(page)).toBeEditable();
	addFact();
	await expect(page.getByText('Có mặt 17 đảng viên.')).toBeVisible();
	const theirs = server.peer();
	theirs.transact(() => {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText('Thay cho sự việc.')]);
		theirs.getXmlFragment('fees').insert(0, [paragraph]);
		theirs.getXmlFragment('fees').delete(1, 1);
	});
	await expect(block(page)).toHaveText('Thay cho sự việc.');
	expect(told.filter((text) => text.includes('Yjs'))).toEqual([]);
});
