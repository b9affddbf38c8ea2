/** One person at one shared text, with the stock provider: types, and knows when it is on the server's disk. */
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { AnyDocument } from '../../../src/lib/access/contract.ts';
import { noteTextOf, textOf } from '../../documents/text.ts';
import { SAVED, STEP_2, SYNC, UPDATE } from '../../documents/wire.ts';
import { appendNote, setNoteText, setText } from '../../documents/write.ts';
import { PlayFailed } from './server-process.ts';

const PATIENCE_MS = 60_000;

export interface Seat {
	readonly origin: string;
	readonly cookie: string;
	readonly meeting: string;
	readonly person: string;
}

/** Counts the frames that the server confirms, of one connection. */
class Line extends WebSocket {
	sent = 0;
	saved = 0;

	override send(data: Parameters<WebSocket['send']>[0]): void {
		if (data instanceof Uint8Array && data[0] === SYNC && (data[1] === STEP_2 || data[1] === UPDATE))
			this.sent += 1;
		super.send(data);
	}
}

export class Typist {
	readonly #doc = new Y.Doc();
	readonly #provider: WebsocketProvider;
	readonly #person: string;
	#news: (() => void)[] = [];

	constructor({ origin, cookie, meeting, person }: Seat, document: AnyDocument) {
		class Own extends Line {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols, { headers: { cookie, origin } });
			}
		}
		this.#person = person;
		this.#provider = new WebsocketProvider(
			`${origin.replace('http', 'ws')}/yjs/${meeting}`,
			document,
			this.#doc,
			{
				WebSocketPolyfill: Own as unknown as typeof globalThis.WebSocket,
				disableBc: true,
				maxBackoffTime: 200
			}
		);
		this.#provider.messageHandlers[SAVED] = (_encoder, decoder) => {
			const line = this.#line;
			if (line) line.saved = decoding.readVarUint(decoder);
			this.#tell();
		};
		this.#provider.on('sync', () => this.#tell());
		this.#doc.on('update', () => this.#tell());
	}

	/** Resolves once the whole text is here. */
	synced(): Promise<void> {
		return this.#until(() => this.#provider.synced, 'the text never came');
	}

	/** Types a new note at the end of a section. */
	async note(section: string, id: string, text: string): Promise<void> {
		await this.synced();
		this.#doc.transact(() => appendNote(this.#doc, section, { id, author: this.#person, text }));
		await this.#committed();
	}

	/** Deletes and inserts only what differs, in a block. */
	replace(block: string, find: string, replace: string): Promise<void> {
		return this.#swap(
			() => textOf(this.#doc, block),
			find,
			replace,
			(text) => setText(this.#doc, block, text)
		);
	}

	replaceInNote(note: string, find: string, replace: string): Promise<void> {
		return this.#swap(
			() => noteTextOf(this.#doc, note),
			find,
			replace,
			(text) => void setNoteText(this.#doc, note, text)
		);
	}

	drop(): void {
		this.#provider.shouldConnect = false;
		this.#line?.terminate();
	}

	restore(): Promise<void> {
		this.#provider.connect();
		return this.synced();
	}

	close(): void {
		this.#provider.destroy();
		this.#doc.destroy();
	}

	get #line(): Line | null {
		return this.#provider.ws as unknown as Line | null;
	}

	/** The server found the place in its own copy; in this one it may still be on its way. */
	async #swap(
		read: () => string,
		find: string,
		replace: string,
		write: (text: string) => void
	): Promise<void> {
		await this.#until(() => read().split(find).length === 2, `“${find}” never came`);
		this.#doc.transact(() => write(read().split(find).join(replace)));
		await this.#committed();
	}

	#committed(): Promise<void> {
		return this.#until(() => {
			const line = this.#line;
			return line !== null && line.saved >= line.sent;
		}, 'an edit was never confirmed');
	}

	async #until(isSo: () => boolean, otherwise: string): Promise<void> {
		const deadline = performance.now() + PATIENCE_MS;
		while (!isSo()) {
			const left = deadline - performance.now();
			if (left <= 0) throw new PlayFailed(`${this.#person}: ${otherwise}.`);
			await this.#next(left);
		}
	}

	#next(within: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, within);
			this.#news.push(() => {
				clearTimeout(timer);
				resolve();
			});
		});
	}

	#tell(): void {
		const news = this.#news;
		this.#news = [];
		for (const tell of news) tell();
	}
}
