import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A person who writes, with the stock browser stack. */
export class Writer {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	/** Frames that the server said are on disk, of the connection that is open now. */
	saved = 0;
	/** This document's own clock up to which everything is on disk. */
	savedClock = 0;

	constructor(port: number, cookie: string, document: string, block: string, meeting = 'mtg') {
		const origin = `http://127.0.0.1:${port}`;
		// The clock of this document when each update or step 2 of the connection was sent.
		let sent: number[] = [];
		const clock = () => Y.getState(this.doc.store, this.doc.clientID);
		class WithCookie extends WebSocket {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols, { headers: { cookie, origin } });
				sent = [];
			}

			override send(data: Uint8Array): void {
				if (data[0] === 0 && data[1] !== 0) sent.push(clock());
				super.send(data);
			}
		}
		this.block = block;
		this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/yjs/${meeting}`, document, this.doc, {
			WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
			disableBc: true,
			maxBackoffTime: 200
		});
		this.provider.messageHandlers[100] = (_encoder, decoder) => {
			this.saved = decoding.readVarUint(decoder);
			this.savedClock = Math.max(this.savedClock, sent[this.saved - 1] ?? 0);
		};
	}

	readonly block: string;

	get synced(): boolean {
		return this.provider.synced;
	}

	/** Whether everything typed so far is on disk. */
	get isSaved(): boolean {
		return this.savedClock >= Y.getState(this.doc.store, this.doc.clientID);
	}

	/** Types at the end of the block's first paragraph. Returns the writer's clock after it. */
	type(text: string): number {
		this.doc.transact(() => {
			const words = wordsOf(this.doc, this.block);
			words.insert(words.length, text);
		});
		return Y.getState(this.doc.store, this.doc.clientID);
	}

	text(): string {
		return plain(this.doc, this.block);
	}

	close(): void {
		this.provider.destroy();
	}
}

function wordsOf(doc: Y.Doc, block: string): Y.XmlText {
	const fragment = doc.getXmlFragment(block);
	for (const node of fragment.toArray()) {
		if (node instanceof Y.XmlElement && node.nodeName === 'paragraph' && node.get(0) instanceof Y.XmlText)
			return node.get(0) as Y.XmlText;
	}
	const paragraph = new Y.XmlElement('paragraph');
	const words = new Y.XmlText();
	paragraph.insert(0, [words]);
	fragment.insert(0, [paragraph]);
	return words;
}

/** The letters of a block, paragraphs joined by nothing. */
export function plain(doc: Y.Doc, block: string): string {
	const read = (node: unknown): string => {
		if (node instanceof Y.XmlText)
			return (node.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
		return node instanceof Y.XmlElement || node instanceof Y.XmlFragment
			? node.toArray().map(read).join('')
			: '';
	};
	return read(doc.getXmlFragment(block));
}
