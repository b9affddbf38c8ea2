/**
 * People who write together: each types letter by letter at a caret of their own through the stock provider, and
 * remembers what they typed, so that afterwards every character can be asked whose it is.
 */
import type { Page } from '@playwright/test';
import postgres from 'postgres';
import * as Y from 'yjs';
import { charactersOf } from '../../src/lib/documents/characters.ts';
import { elementsOf, holdsWords, textsOf } from '../../server/documents/text.ts';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { Client } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

export const DOCUMENTS: readonly DocumentName[] = ['agenda', 'minutes', 'resolution'];

export interface Place {
	readonly block: string;
	/** The caret stands behind the first of these words, else at the end of the block's first paragraph. */
	readonly behind?: string;
}

/** One person's caret in one document. */
export class Caret {
	readonly writer: Writer;
	readonly document: DocumentName;
	readonly place: Place;
	/** Everything typed so far, in order. */
	typed = '';
	#at: Y.RelativePosition | null = null;

	constructor(writer: Writer, document: DocumentName, place: Place) {
		this.writer = writer;
		this.document = document;
		this.place = place;
	}

	/** What of `typed` the server said is on disk: a letter is one clock. */
	get saved(): string {
		const { doc, savedClock } = this.writer;
		const made = Y.getState(doc.store, doc.clientID);
		return this.typed.slice(0, Math.max(0, this.typed.length - (made - savedClock)));
	}

	letter(letter: string): void {
		const { doc } = this.writer;
		doc.transact(() => {
			const at = this.#position();
			at.type.insert(at.index, letter);
			this.#at = Y.createRelativePositionFromTypeIndex(at.type, at.index + letter.length, -1);
		});
		this.typed += letter;
	}

	#position(): { type: Y.XmlText; index: number } {
		const at = this.#at && Y.createAbsolutePositionFromRelativePosition(this.#at, this.writer.doc);
		if (at?.type instanceof Y.XmlText) return { type: at.type, index: at.index };
		const type = firstParagraph(this.writer.doc, this.place.block);
		const { behind } = this.place;
		const found = behind === undefined ? -1 : charactersOf(type).indexOf(behind);
		return { type, index: found < 0 || behind === undefined ? type.length : found + behind.length };
	}
}

function firstParagraph(doc: Y.Doc, block: string): Y.XmlText {
	const element = elementsOf(doc, block).find(holdsWords);
	const text = element && textsOf(element)[0];
	if (text) return text;
	const made = new Y.XmlText();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [made]);
	doc.getXmlFragment(block).push([paragraph]);
	return made;
}

/** Somebody at the table: three texts and the live room. */
export class Participant {
	readonly id: string;
	/** In what they type; unlike any letter that anybody else types. */
	readonly sign: string;
	readonly carets: readonly Caret[];
	readonly live: Client;
	#words = 0;

	constructor(
		port: number,
		meeting: string,
		who: { id: string; sign: string; cookie: string },
		places: Readonly<Record<DocumentName, Place>>
	) {
		this.id = who.id;
		this.sign = who.sign;
		this.carets = DOCUMENTS.map(
			(document) =>
				new Caret(
					new Writer(port, who.cookie, document, places[document].block, meeting),
					document,
					places[document]
				)
		);
		this.live = new Client({ port }, who.cookie, meeting);
	}

	get writers(): readonly Writer[] {
		return this.carets.map(({ writer }) => writer);
	}

	get isReady(): boolean {
		return this.live.seq > 0 && this.writers.every(({ synced }) => synced);
	}

	get isSaved(): boolean {
		return this.writers.every((writer) => writer.synced && writer.isSaved);
	}

	/** A word that nobody else writes and that this person writes once. */
	word(): string {
		return `[${this.sign}.${++this.#words}]`;
	}

	/** Writes word after word, one text after the other, until told to stop. */
	async write(until: AbortSignal, beat: number): Promise<void> {
		for (let turn = this.sign.charCodeAt(1); !until.aborted; turn++) {
			const caret = this.carets[turn % this.carets.length];
			if (caret) await type(caret, this.word(), beat);
		}
	}

	/** The link breaks, without a goodbye. */
	drop(): void {
		for (const { provider } of this.writers) {
			provider.shouldConnect = false;
			(provider.ws as unknown as { terminate(): void } | null)?.terminate();
		}
		this.live.socket.io.engine.close();
		this.live.socket.disconnect();
	}

	comeBack(): void {
		for (const { provider } of this.writers) provider.connect();
		this.live.socket.connect();
	}

	close(): void {
		for (const writer of this.writers) writer.close();
		this.live.close();
	}
}

/** Letter by letter, as people do: the time between two letters is part of what is tested. */
export async function type(caret: Caret, word: string, beat: number): Promise<void> {
	for (const letter of word) {
		caret.letter(letter);
		await rest(beat);
	}
}

export function rest(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What stands in a block, character by character, with the Yjs client that wrote each. */
export function written(
	doc: Y.Doc,
	block: string
): { readonly character: string; readonly client: number }[] {
	const found: { character: string; client: number }[] = [];
	for (const text of elementsOf(doc, block).filter(holdsWords).flatMap(textsOf)) {
		for (let item = text._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			for (const character of item.content.str.split('')) found.push({ character, client: item.id.client });
		}
	}
	return found;
}

export interface Row {
	readonly seq: number;
	readonly author: string;
	readonly update: Uint8Array;
	/** The transaction that committed it: of two on one stream the later one has the greater number. */
	readonly transaction: bigint;
}

/** What the database itself holds of a meeting. */
export class Archive {
	readonly #sql: postgres.Sql;
	readonly #meeting: string;

	constructor(url: string, meeting: string) {
		this.#sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
		this.#meeting = meeting;
	}

	async rows(document: DocumentName): Promise<Row[]> {
		const rows = await this.#sql<{ seq: number; author: string; update: Buffer; xmin: string }[]>`
			select seq, author, update, xmin::text from updates where document = ${`${this.#meeting}/${document}`} order by seq, part`;
		return rows.map(({ seq, author, update, xmin }) => ({ seq, author, update, transaction: BigInt(xmin) }));
	}

	async owners(document: DocumentName): Promise<Map<number, string>> {
		const rows = await this.#sql<
			{ client: string; person: string }[]
		>`select client, person from clients where document = ${`${this.#meeting}/${document}`}`;
		return new Map(rows.map(({ client, person }) => [Number(client), person]));
	}

	async transactionOf(seq: number): Promise<bigint> {
		const [row] = await this.#sql<
			{ xmin: string }[]
		>`select xmin::text from events where meeting = ${this.#meeting} and seq = ${seq}`;
		return BigInt(row?.xmin ?? 0);
	}

	/** Null until it is kept. */
	async record(): Promise<string | null> {
		const [row] = await this.#sql<
			{ canonical: string }[]
		>`select canonical from records where meeting = ${this.#meeting}`;
		return row?.canonical ?? null;
	}

	close(): Promise<void> {
		return this.#sql.end({ timeout: 5 });
	}
}

/** The words of each block as an editor shows them, without facts and without the names beside carets. */
export function editorTexts(page: Page): Promise<Record<string, string>> {
	return page.evaluate(() => {
		const texts: Record<string, string> = {};
		for (const section of document.querySelectorAll<HTMLElement>('section[data-block]')) {
			if (!section.checkVisibility()) continue;
			const paragraphs = [...section.querySelectorAll('.block-text > :not(.fact, .place)')].map(
				(paragraph) => {
					const copy = paragraph.cloneNode(true) as HTMLElement;
					for (const extra of copy.querySelectorAll('.their-caret, .note-author, .ProseMirror-separator'))
						extra.remove();
					return copy.textContent;
				}
			);
			texts[section.dataset.block ?? ''] = paragraphs.join('\n');
		}
		return texts;
	});
}

/** The words of each block as a page without an editor shows them: without empty lines. */
export function readerTexts(page: Page): Promise<Record<string, string>> {
	return page.evaluate(() => {
		const texts: Record<string, string> = {};
		for (const section of document.querySelectorAll<HTMLElement>('section[data-block]')) {
			texts[section.dataset.block ?? ''] = [...section.querySelectorAll('.paper-text p.said')]
				.map(({ textContent }) => textContent)
				.join('\n');
		}
		return texts;
	});
}
