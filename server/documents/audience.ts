import * as Y from 'yjs';
import type { Limits } from './limits.ts';
import type { Seat } from './seat.ts';
import { KEEP_ALIVE, PING, update, write } from './wire.ts';

/** A slow link that still moves at least so much between two looks is given time. */
const PROGRESS = 64 * 1024;

/** Who hears a document: the same prepared frame for all of them. */
export class Audience {
	readonly seats = new Set<Seat>();
	readonly editors = new Set<Seat>();
	readonly #behind = new Set<Seat>();
	readonly #doc: Y.Doc;
	readonly #limits: Limits;
	#toldAt = 0;
	#pingedAt = performance.now();

	constructor(doc: Y.Doc, limits: Limits) {
		this.#doc = doc;
		this.#limits = limits;
	}

	/** @param except  who wrote all of it */
	tell(frame: Buffer, except: Seat | null = null): number {
		let told = 0;
		this.#toldAt = performance.now();
		for (const seat of this.seats) {
			if (seat === except || !seat.isLive) continue;
			seat.tell(frame);
			told += 1;
		}
		return told;
	}

	tellEditors(frame: Buffer): void {
		for (const seat of this.editors) if (seat.isLive) seat.tell(frame);
	}

	/** Nothing more goes into a full buffer; what it misses is sent in one piece once it has drained. */
	fellBehind(seat: Seat): void {
		seat.behind = {
			stateVector: Y.encodeStateVector(this.#doc),
			least: seat.line.stream.writableLength,
			since: performance.now()
		};
		this.#behind.add(seat);
	}

	remove(seat: Seat): void {
		this.seats.delete(seat);
		this.editors.delete(seat);
		this.#behind.delete(seat);
	}

	tick(now: number): void {
		for (const seat of this.#behind) this.#lookAfter(seat, now);
		if (now - this.#toldAt >= this.#limits.keepAlive) this.tell(KEEP_ALIVE);
		if (now - this.#pingedAt < this.#limits.keepAlive) return;
		this.#pingedAt = now;
		for (const seat of this.seats) {
			if (!seat.isAlive) seat.line.ws.terminate();
			else if (!seat.behind) write(seat.line, PING);
			seat.isAlive = seat.behind !== null;
		}
	}

	#lookAfter(seat: Seat, now: number): void {
		const { behind } = seat;
		const buffered = seat.line.stream.writableLength;
		if (!behind) return;
		if (buffered <= this.#limits.sendBuffer / 8) {
			this.#behind.delete(seat);
			seat.behind = null;
			seat.tell(update(Y.encodeStateAsUpdate(this.#doc, behind.stateVector)));
		} else if (buffered <= behind.least - PROGRESS) {
			behind.least = buffered;
			behind.since = now;
		} else if (now - behind.since >= this.#limits.slowFor) seat.line.ws.terminate();
	}
}
