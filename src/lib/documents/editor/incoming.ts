/**
 * What arrives while somebody composes a word (an input method's unfinished syllable) waits until the syllable is
 * done. Whoever re-renders the paragraph under a composition ends it, and the input method then types its syllable
 * a second time. The text itself cannot be held apart by block: a Yjs update is all or nothing.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';

const SYNC = 0;
const PRESENCE = 1;
const STEP_1 = 0;
/** An input method left alone keeps its syllable open for ever; the others' words do not wait for ever. */
const LONGEST_REST = 4_000;
/** How long a syllable may take to end after it was told to. */
const GIVE_UP = 500;

type Handler = WebsocketProvider['messageHandlers'][number];

interface Message {
	readonly handler: Handler;
	readonly type: number;
	readonly body: Uint8Array;
	readonly emitSynced: boolean;
	readonly socket: WebSocket | null;
}

export class Incoming {
	#provider: WebsocketProvider;
	#waiting: Message[] = [];
	/** Ends the syllable that is open; undefined while nothing is held. */
	#finish: (() => void) | undefined;
	/** The update that is being applied to the document. */
	applying: Uint8Array | null = null;
	#isResting = false;
	#patience: ReturnType<typeof setTimeout> | undefined;

	constructor(provider: WebsocketProvider) {
		this.#provider = provider;
		this.#guard(SYNC);
		this.#guard(PRESENCE);
	}

	get holding(): boolean {
		return this.#finish !== undefined;
	}

	/**
	 * Called at the start of a composition and at each of its changes.
	 * @param finish  makes the input method end its syllable; `release` is then called as after any other end
	 */
	hold(finish: () => void): void {
		this.#finish = finish;
		this.#isResting = false;
		clearTimeout(this.#patience);
		this.#patience = setTimeout(() => this.#rest(), LONGEST_REST);
	}

	release(): void {
		this.#finish = undefined;
		clearTimeout(this.#patience);
		const messages = this.#waiting;
		this.#waiting = [];
		for (const message of messages) this.#handle(message);
	}

	destroy(): void {
		clearTimeout(this.#patience);
		this.#finish = undefined;
		this.#waiting = [];
	}

	/** A syllable that rests may go on resting as long as nobody else writes. */
	#rest(): void {
		this.#isResting = true;
		if (this.#waiting.length > 0) this.#interrupt();
	}

	#interrupt(): void {
		this.#isResting = false;
		this.#finish?.();
		this.#patience = setTimeout(() => this.release(), GIVE_UP);
	}

	#keep(message: Message): void {
		this.#waiting.push(message);
		if (this.#isResting) this.#interrupt();
	}

	#guard(type: number): void {
		const { messageHandlers } = this.#provider;
		const stock = messageHandlers[type];
		if (!stock) throw new Error(`y-websocket handles no message ${type}`);
		const handler: Handler = (encoder, decoder, ...rest) => {
			if (type === SYNC && !isStep1(type, decoder))
				this.applying = decoding.readVarUint8Array(decoding.clone(decoder, decoder.pos + 1));
			stock(encoder, decoder, ...rest);
			this.applying = null;
		};
		messageHandlers[type] = (encoder, decoder, provider, emitSynced, messageType) => {
			if (!this.holding || isStep1(type, decoder))
				handler(encoder, decoder, provider, emitSynced, messageType);
			else
				this.#keep({
					handler,
					type,
					emitSynced,
					socket: provider.ws,
					body: decoding.readTailAsUint8Array(decoder)
				});
		};
	}

	#handle({ handler, type, body, emitSynced, socket }: Message): void {
		const isSameLink = socket === this.#provider.ws;
		const encoder = encoding.createEncoder();
		handler(encoder, decoding.createDecoder(body), this.#provider, emitSynced && isSameLink, type);
		if (isSameLink && encoding.length(encoder) > 1) socket?.send(encoding.toUint8Array(encoder));
	}
}

/** The server's question what we have changes nothing here, and our own words must not wait for its answer. */
function isStep1(type: number, decoder: decoding.Decoder): boolean {
	return type === SYNC && decoder.arr[decoder.pos] === STEP_1;
}
