import { headersOf } from './document-client.ts';
import type { Endpoint, LiveRef } from './types.ts';
import { WireSocket } from './wire.ts';

const EVENTS = Buffer.from('42["events",');
const SEQ = Buffer.from('"seq":');
const OPEN = 0x30; // engine.io's types are digits
const PING = 0x32;
const MESSAGE = 0x34;

export interface Answer {
	/** The event's number, or `null` when the command was refused. */
	seq: number | null;
}

/**
 * A Socket.IO client over WebSocket that decodes no JSON of what it merely hears: it looks for
 * the numbers of the events, which every server here writes as `"seq":`.
 */
export class LiveClient {
	#socket: WireSocket;
	#onEvent: (seq: number) => void;
	#lastSeq = 0;
	#nextAck = 0;
	#waiting = new Map<number, (answer: Answer) => void>();
	#joined = (): void => {};
	#refused = (_reason: Error): void => {};
	/** Size of the last frame that carried a single event. */
	lastEventBytes = 0;
	readonly opened: Promise<void>;

	constructor(endpoint: Endpoint, live: LiveRef, person: number, onEvent: (seq: number) => void) {
		this.#onEvent = onEvent;
		const joined = new Promise<void>((resolve, reject) => {
			this.#joined = resolve;
			this.#refused = reject;
		});
		joined.catch(() => {}); // `opened` carries it
		this.#socket = new WireSocket(
			endpoint.port,
			'/socket.io/?EIO=4&transport=websocket',
			headersOf(endpoint, person),
			(bytes, start, end) => this.#hear(bytes, start, end, live)
		);
		this.opened = this.#socket.opened.then(() => joined);
		this.opened.catch(() => {});
	}

	get closedBy(): string | null {
		return this.#socket.closedBy;
	}

	command(command: Record<string, unknown>): Promise<Answer> {
		const ack = this.#nextAck++;
		const answer = new Promise<Answer>((resolve) => this.#waiting.set(ack, resolve));
		this.#socket.sendText(`42${ack}${JSON.stringify(['command', command])}`);
		return answer;
	}

	close(): void {
		this.#socket.close();
	}

	#hear(bytes: Buffer, start: number, end: number, live: LiveRef): void {
		const type = bytes[start];
		if (type === OPEN) this.#socket.sendText(`40${JSON.stringify(live.auth)}`);
		else if (type === PING) this.#socket.sendText('3');
		else if (type !== MESSAGE) return;
		else if (bytes[start + 1] === 0x30) this.#joined();
		else if (bytes[start + 1] === 0x33) this.#answered(bytes.toString('utf8', start + 2, end));
		else if (bytes[start + 1] === 0x34) this.#refused(new Error(bytes.toString('utf8', start + 2, end)));
		else if (bytes.compare(EVENTS, 0, EVENTS.length, start, start + EVENTS.length) === 0) {
			this.#events(bytes.subarray(start, end));
		}
	}

	#answered(text: string): void {
		const bracket = text.indexOf('[');
		const ack = Number(text.slice(0, bracket));
		const [answer] = JSON.parse(text.slice(bracket)) as [{ ok: boolean; seq?: number; code?: string }];
		this.#waiting.get(ack)?.({ seq: answer.ok ? (answer.seq ?? null) : null });
		this.#waiting.delete(ack);
	}

	#events(frame: Buffer): void {
		let found = 0;
		for (let at = frame.indexOf(SEQ); at !== -1; at = frame.indexOf(SEQ, at + SEQ.length)) {
			let seq = 0;
			for (let digit = at + SEQ.length; ; digit += 1) {
				const value = (frame[digit] ?? 0) - 0x30;
				if (value < 0 || value > 9) break;
				seq = seq * 10 + value;
			}
			if (seq <= this.#lastSeq) continue;
			this.#lastSeq = seq;
			found += 1;
			this.#onEvent(seq);
		}
		if (found === 1) this.lastEventBytes = frame.length;
	}
}
