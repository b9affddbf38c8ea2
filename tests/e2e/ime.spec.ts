import { expect, test, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { buildPage } from './editor-page/build.ts';
import { Telex } from './editor-page/telex.ts';
import { TextServer, addParagraph } from './editor-page/text-server.ts';

/*
 * Through an input method, while somebody else changes the same paragraph five times a second: nothing is lost,
 * doubled or moved. The others write digits, so that taking the digits away leaves what this person should have.
 */

const WORDS = ['đồng', 'chí', 'thống', 'nhất', 'tiếp', 'tục', 'nghiêng', 'người'];
const BEFORE = 'Chi bộ họp. ';
const AFTER = 'Kết thúc lúc chiều.';

let files: string;
let server: TextServer;
let address: string;

test.beforeAll(async () => {
	files = await buildPage();
});

test.beforeEach(async () => {
	server = new TextServer(files);
	address = await server.listen();
});

test.afterEach(() => server.close());

const block = (page: Page) => page.getByRole('textbox', { name: 'Thu, nộp đảng phí' });
const withoutDigits = (text: string) => text.replace(/\d/g, '');
const serverText = () => (server.doc.getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** The words on the screen, without the names beside carets. */
const shown = (page: Page) =>
	block(page).evaluate((element) => {
		const copy = element.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll('.their-caret')) caret.remove();
		return copy.textContent;
	});

async function openAt(page: Page, text: Y.XmlText, index: number): Promise<void> {
	await page.goto(address);
	await expect(block(page)).toHaveText(text.toString());
	await block(page).click();
	await page.keyboard.press('Control+Home');
	for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowRight');
	await page.evaluate(() => {
		document.body.dataset.ended = '0';
		addEventListener('compositionend', () => {
			document.body.dataset.ended = String(Number(document.body.dataset.ended) + 1);
		});
	});
}

/** Somebody who writes and takes away digits in a paragraph, five times a second, until told to stop. */
function disturb(text: Y.XmlText, at: (length: number, round: number) => number): () => number {
	let round = 0;
	const timer = setInterval(() => {
		const length = text.length;
		text.insert(Math.min(at(length, round), length), String(round % 10));
		if (round % 4 === 3) {
			const digit = text.toString().search(/\d/);
			if (digit >= 0) text.delete(digit, 1);
		}
		round += 1;
	}, 200);
	return () => {
		clearInterval(timer);
		return round;
	};
}

const PLACES: Readonly<Record<string, (length: number, round: number) => number>> = {
	'before the caret': () => 3,
	'behind the caret': (length) => length - 3,
	'at the end': (length) => length,
	everywhere: (length, round) => (round * 7919) % (length + 1)
};

for (const [name, place] of Object.entries(PLACES)) {
	test(`a sentence stays whole while others write ${name} of the same paragraph`, async ({ page }) => {
		const peerText = addParagraph(server.doc, 'fees', BEFORE + AFTER);
		const peer = server.peer();
		const theirs = (peer.getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;
		await openAt(page, peerText, BEFORE.length);
		const telex = await Telex.at(page, 60);

		const stop = disturb(theirs, place);
		await telex.sentence(WORDS);
		expect(stop()).toBeGreaterThan(10);

		const wanted = `${BEFORE}${WORDS.join(' ')} ${AFTER}`;
		await expect.poll(() => withoutDigits(serverText().toString())).toBe(wanted);
		await expect.poll(() => shown(page)).toBe(serverText().toString());
		// An input method whose syllable was torn away would have been told so once more.
		await expect(page.locator('body')).toHaveAttribute('data-ended', String(WORDS.length));
	});
}

test('a sentence at the end of a paragraph stays whole while others write at that very end', async ({
	page
}) => {
	const text = addParagraph(server.doc, 'fees', BEFORE);
	const theirs = (server.peer().getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	await openAt(page, text, BEFORE.length);
	const telex = await Telex.at(page, 60);

	const stop = disturb(theirs, (length) => length);
	await telex.sentence(WORDS);
	stop();

	await expect.poll(() => withoutDigits(serverText().toString())).toBe(`${BEFORE}${WORDS.join(' ')} `);
	await expect.poll(() => serverText().toString()).toContain(WORDS.join(' '));
	await expect.poll(() => shown(page)).toBe(serverText().toString());
});

test('a caret of somebody else that moves through the open syllable does not disturb it', async ({
	page
}) => {
	const text = addParagraph(server.doc, 'fees', BEFORE + AFTER);
	await openAt(page, text, BEFORE.length);
	const telex = await Telex.at(page, 60);

	let index = 0;
	const timer = setInterval(() => {
		index = (index + 5) % text.length;
		server.showCaret(
			4242,
			'Trần Quốc Tuấn',
			'#1f3a5c',
			Y.createRelativePositionFromTypeIndex(serverText(), index)
		);
	}, 100);
	await telex.sentence(WORDS);
	clearInterval(timer);

	await expect.poll(() => serverText().toString()).toBe(`${BEFORE}${WORDS.join(' ')} ${AFTER}`);
	await expect(page.locator('body')).toHaveAttribute('data-ended', String(WORDS.length));
	await expect(block(page).locator('.their-name')).toHaveAttribute('data-name', 'Trần Quốc Tuấn');
});

test('an open syllable that rests lets the others in after four seconds, and goes on whole', async ({
	page
}) => {
	const text = addParagraph(server.doc, 'fees', BEFORE + AFTER);
	const peer = server.peer();
	const theirs = (peer.getXmlFragment('fees').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	await openAt(page, text, BEFORE.length);
	const telex = await Telex.at(page, 60);

	await telex.show('tiê');
	theirs.insert(BEFORE.length + 1, '7');
	theirs.insert(0, '1');
	expect(withoutDigits((await shown(page)) ?? '')).toBe(await shown(page));
	await expect.poll(() => shown(page), { timeout: 6_000 }).toContain('7');

	// An input method that is told its syllable ended goes on with a new one; otherwise with the same.
	const wasEnded = (await page.locator('body').getAttribute('data-ended')) !== '0';
	await telex.show(wasEnded ? 'n' : 'tiên');
	await telex.commit(wasEnded ? 'ng' : 'tiếng');

	const wanted = wasEnded ? 'tiêng' : 'tiếng';
	await expect.poll(() => withoutDigits(serverText().toString())).toBe(`${BEFORE}${wanted}${AFTER}`);
	await expect.poll(() => shown(page)).toBe(serverText().toString());
});

test('a word written in decomposed letters stands composed in the text', async ({ page }) => {
	const text = addParagraph(server.doc, 'fees', BEFORE);
	await openAt(page, text, BEFORE.length);
	const telex = await Telex.at(page, 40);

	await telex.show('tiê'.normalize('NFD'));
	await telex.show('tiếng'.normalize('NFD'));
	await telex.commit('tiếng'.normalize('NFD'));
	await telex.commit(' Việt'.normalize('NFD'));

	await expect.poll(() => serverText().toString()).toBe(`${BEFORE}tiếng Việt`);
	await page.keyboard.type('!');
	await expect.poll(() => serverText().toString()).toBe(`${BEFORE}tiếng Việt!`);
});
