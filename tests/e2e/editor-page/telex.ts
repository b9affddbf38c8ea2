import type { CDPSession, Page } from '@playwright/test';

/** How an input method shows a word while its keys come: what the syllable looks like after each key. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
	đồng: ['d', 'đ', 'đo', 'đô', 'đôn', 'đông', 'đồng'],
	chí: ['c', 'ch', 'chi', 'chí'],
	thống: ['t', 'th', 'tho', 'thô', 'thôn', 'thông', 'thống'],
	nhất: ['n', 'nh', 'nha', 'nhâ', 'nhât', 'nhất'],
	tiếp: ['t', 'ti', 'tie', 'tiê', 'tiêp', 'tiếp'],
	tục: ['t', 'tu', 'tuc', 'tục'],
	nghiêng: ['n', 'ng', 'ngh', 'nghi', 'nghie', 'nghiê', 'nghiên', 'nghiêng'],
	người: ['n', 'ng', 'ngu', 'ngư', 'ngưo', 'ngươ', 'ngươi', 'người']
};

/** Somebody who writes through an input method, key by key, at `beat` milliseconds a key. */
export class Telex {
	#session: CDPSession;
	#beat: number;

	constructor(session: CDPSession, beat: number) {
		this.#session = session;
		this.#beat = beat;
	}

	static async at(page: Page, beat: number): Promise<Telex> {
		return new Telex(await page.context().newCDPSession(page), beat);
	}

	async sentence(words: readonly string[]): Promise<void> {
		for (const word of words) {
			await this.compose(word);
			await this.commit(word);
			await this.commit(' ');
		}
	}

	/** All keys of a word, left unfinished. */
	async compose(word: string, from = 0): Promise<void> {
		const stages = STAGES[word];
		if (!stages) throw new Error(`no keys are known for ${word}`);
		for (const stage of stages.slice(from)) await this.show(stage);
	}

	async show(text: string): Promise<void> {
		await this.#session.send('Input.imeSetComposition', {
			text,
			selectionStart: text.length,
			selectionEnd: text.length
		});
		await this.#key();
	}

	async commit(text: string): Promise<void> {
		await this.#session.send('Input.insertText', { text });
		await this.#key();
	}

	/** The time between two keys is what is tested, so it passes by the clock. */
	#key(): Promise<void> {
		return new Promise((resolve) => setTimeout(resolve, this.#beat));
	}
}
