import * as encoding from 'lib0/encoding';
import type { DocumentRef, Endpoint } from './types.ts';
import { WireSocket } from './wire.ts';

export interface Hears {
	/** A step 2 or an update; the bytes are only good until it returns. */
	text?: (bytes: Buffer, start: number, end: number) => void;
	awareness?: (bytes: Buffer, start: number, end: number) => void;
	/** Message 100, from our server alone: everything of this client below the clock is on disk. */
	saved?: (clock: number) => void;
}

/**
 * One person at one text, saying what y-websocket's provider says: step 1 at once, an empty
 * step 2 when asked. Holds no Y.Doc.
 */
export class DocumentClient {
	#socket: WireSocket;
	#prefix: Uint8Array;
	readonly opened: Promise<void>;

	constructor(endpoint: Endpoint, document: DocumentRef, person: number, hears: Hears) {
		this.#prefix = prefixOf(endpoint, document);
		const skip = this.#prefix.length;
		this.#socket = new WireSocket(
			endpoint.port,
			document.path,
			headersOf(endpoint, person),
			(bytes, start, end) => this.#hear(bytes, start + skip, end, hears)
		);
		this.opened = this.#socket.opened.then(() => this.#greet(endpoint));
		this.opened.catch(() => {});
	}

	get closedBy(): string | null {
		return this.#socket.closedBy;
	}

	sendUpdate(update: Uint8Array): void {
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarUint(encoder, 2);
			encoding.writeVarUint8Array(encoder, update);
		});
	}

	/** One person's state, under his own client id. */
	sendAwareness(client: number, clock: number, state: unknown): void {
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint8Array(
				encoder,
				encoding.encode((inner) => {
					encoding.writeVarUint(inner, 1);
					encoding.writeVarUint(inner, client);
					encoding.writeVarUint(inner, clock);
					encoding.writeVarString(inner, JSON.stringify(state));
				})
			);
		});
	}

	close(): void {
		this.#socket.close();
	}

	#greet(endpoint: Endpoint): void {
		if (endpoint.dialect === 'hocuspocus') {
			this.#send((encoder) => {
				encoding.writeVarUint(encoder, 2);
				encoding.writeVarUint(encoder, 0);
				encoding.writeVarString(encoder, 'token');
			});
		}
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarUint8Array(encoder, Uint8Array.of(0));
		});
	}

	#hear(bytes: Buffer, start: number, end: number, hears: Hears): void {
		const type = bytes[start];
		if (type === 0 || type === 4) {
			if (bytes[start + 1] !== 0) hears.text?.(bytes, start + 2, end);
			else this.#answerStep1();
		} else if (type === 1) hears.awareness?.(bytes, start + 1, end);
		else if (type === 100 && hears.saved) hears.saved(lastVarUint(bytes, start + 1, end, 2));
	}

	#answerStep1(): void {
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint8Array(encoder, Uint8Array.of(0, 0));
		});
	}

	#send(write: (encoder: encoding.Encoder) => void): void {
		const encoder = encoding.createEncoder();
		encoding.writeUint8Array(encoder, this.#prefix);
		write(encoder);
		this.#socket.sendBinary(encoding.toUint8Array(encoder));
	}
}

/** Hocuspocus writes the document's name before every message. */
function prefixOf(endpoint: Endpoint, document: DocumentRef): Uint8Array {
	if (endpoint.dialect !== 'hocuspocus') return new Uint8Array(0);
	return encoding.encode((encoder) => encoding.writeVarString(encoder, document.name));
}

export function headersOf(endpoint: Endpoint, person: number): Record<string, string> {
	const headers: Record<string, string> = { Origin: `http://127.0.0.1:${endpoint.port}` };
	const cookie = endpoint.cookies[person % endpoint.cookies.length];
	if (cookie !== undefined) headers['Cookie'] = cookie;
	return headers;
}

/** The number that follows `skip` others. */
function lastVarUint(bytes: Buffer, start: number, end: number, skip: number): number {
	let at = start;
	for (let index = 0; ; index += 1) {
		const read = readVarUint(bytes, at, end);
		if (index === skip) return read.value;
		at = read.next;
	}
}

export function readVarUint(bytes: Buffer, start: number, end: number): { value: number; next: number } {
	let value = 0;
	let factor = 1;
	for (let at = start; at < end; at += 1) {
		const byte = bytes[at] ?? 0;
		value += (byte & 127) * factor;
		if (byte < 128) return { value, next: at + 1 };
		factor *= 128;
	}
	return { value, next: end };
}
