import * as Y from 'yjs';
import type { Limits } from './limits.ts';
import type { Line } from './line.ts';
import type { Seat } from './seat.ts';
import { KEEP_ALIVE, PING, update } from './wire.ts';

/** A slow link that still moves at least so much between two looks is given time. */
const PROGRESS = 64 * 1024;

/** Who hears a document: the same prepared frame for all of them. */
export class Audience {
	readonly seats = new Set<Seat>();
	readonly editors = new Set<Seat>();
	/** Who has the document and keeps up; by line, since looking at each seat as well cost 6 % of an edit. */
	readonly #hearers = new Map<Line, Seat>();
	readonly #behind = new Set<Seat>();
	readonly #doc: Y.Doc;
	readonly #limits: Limits;
	#toldAt = 0;
	#pingedAt = performance.now();

	constructor(doc: Y.Doc, limits: Limits) {
		this.#doc = doc;
		this.#limits = limits;
	}

	/** From now on it hears of every batch. */
	admit(seat: Seat): void {
		seat.isLive = true;
		if (!seat.behind) this.#hearers.set(seat.line, seat);
	}

	/** @param except  who wrote all of it */
	tell(frame: Buffer, except: Seat | null = null): number {
		const { sendBuffer } = this.#limits;
		let told = 0;
		this.#toldAt = performance.now();
		for (const [line, seat] of this.#hearers) {
			if (seat === except) continue;
			line.write(frame);
			if (line.waiting > sendBuffer) this.fellBehind(seat);
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
			least: seat.line.waiting,
			since: performance.now()
		};
		this.#behind.add(seat);
		this.#hearers.delete(seat.line);
	}

	remove(seat: Seat): void {
		this.seats.delete(seat);
		this.editors.delete(seat);
		this.#behind.delete(seat);
		this.#hearers.delete(seat.line);
	}

	tick(now: number): void {
		for (const seat of this.#behind) this.#lookAfter(seat, now);
		if (now - this.#toldAt >= this.#limits.keepAlive) this.tell(KEEP_ALIVE);
		if (now - this.#pingedAt < this.#limits.keepAlive) return;
		this.#pingedAt = now;
		for (const seat of this.seats) {
			if (!seat.isAlive) seat.line.ws.terminate();
			else if (!seat.behind) seat.line.write(PING);
			seat.isAlive = seat.behind !== null;
		}
	}

	#lookAfter(seat: Seat, now: number): void {
		const { behind } = seat;
		const buffered = seat.line.waiting;
		if (!behind) return;
		if (buffered <= this.#limits.sendBuffer / 8) {
			this.#behind.delete(seat);
			seat.behind = null;
			this.admit(seat);
			seat.tell(update(Y.encodeStateAsUpdate(this.#doc, behind.stateVector)));
		} else if (buffered <= behind.least - PROGRESS) {
			behind.least = buffered;
			behind.since = now;
		} else if (now - behind.since >= this.#limits.slowFor) seat.line.ws.terminate();
	}
}
