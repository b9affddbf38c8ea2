/**
 * One connection to one document: who sits there, what they may do, and the cheap half of the gate (rate,
 * type, right), before anything is decoded.
 */
import * as decoding from 'lib0/decoding';
import type { Right } from '../../src/lib/access/contract.ts';
import type { PersonId } from '../../src/lib/kernel/decider.ts';
import { Bucket } from './bucket.ts';
import type { Limits } from './limits.ts';
import type { Line } from './line.ts';
import type { Present } from './presence.ts';
import { ASK_PRESENCE, boundFrames, CLOSE, PRESENCE, saved, STEP_1, STEP_2, SYNC, UPDATE } from './wire.ts';

/** From the cookie. */
export interface Visitor {
	readonly session: string;
	readonly person: PersonId | null;
	/** A wall: reads everything of its meeting. */
	readonly reads: boolean;
}

/** What a seat needs of its document. */
export interface Host {
	readonly limits: Limits;
	rightOf(visitor: Visitor): Right | null;
	/** Rises whenever rights may have changed. */
	readonly rightsVersion: number;
	receive(seat: Seat, update: Uint8Array, isStep2: boolean): void;
	answer(seat: Seat, stateVector: Uint8Array): void;
	showPresence(seat: Seat): void;
	hearPresence(seat: Seat, bytes: Uint8Array): void;
	/** May edit now, or no longer. */
	changed(seat: Seat, mayEdit: boolean): void;
	/** What a step 1 of this document may take: with many client ids more than a reader otherwise may send. */
	readonly step1Bytes: number;
	/** Takes a state vector, for when it has caught up. */
	fellBehind(seat: Seat): void;
	left(seat: Seat): void;
	report(kind: string, fields: Record<string, string | number>): void;
}

const EMPTY_WRITE = 5;

export class Seat implements Present {
	readonly line: Line;
	readonly visitor: Visitor;
	/** Has asked for the document, and hears of every batch since. */
	isLive = false;
	/** Nothing more is taken from it; what came before is judged like everybody's. */
	isBarred = false;
	/** A frame of it was refused: what it sent after that one builds on what nobody else will ever have. */
	hasEnded = false;
	/** Something came since the last ping. */
	isAlive = true;
	/** While more waits in its buffer than it may: what it has, and how far it got since. */
	behind: { stateVector: Uint8Array; least: number; since: number } | null = null;

	readonly #host: Host;
	readonly #frames: Bucket;
	readonly #bytes: Bucket;
	readonly #states: Bucket;
	readonly #resyncs: Bucket;
	#right: Right | null;
	#rightsVersion: number;
	#committed = 0;
	#refused = 0;
	#client = 0;
	#isAsked = false;
	#strikes = 0;
	#demotedAt: number | null = null;
	#farewell: NodeJS.Timeout | null = null;

	constructor(line: Line, visitor: Visitor, host: Host) {
		const { limits } = host;
		const now = performance.now();
		this.line = line;
		this.visitor = visitor;
		this.#host = host;
		this.#frames = new Bucket(limits.framesPerSecond, limits.frameBurst, now);
		this.#bytes = new Bucket(limits.bytesPerSecond, limits.byteBurst, now);
		this.#states = new Bucket(limits.statesPerSecond, limits.stateBurst, now);
		this.#resyncs = new Bucket(limits.resyncs / 60, limits.resyncs, now);
		this.#right = host.rightOf(visitor);
		this.#rightsVersion = host.rightsVersion;
		this.#bound();
		line.ws.on('message', (data, isBinary) => this.#hear(data as Buffer, isBinary));
		line.ws.on('pong', () => (this.isAlive = true));
		line.ws.on('error', () => line.ws.terminate()); // frames too large or malformed: `ws` has sent its code
		line.ws.on('close', () => this.#left());
	}

	get person(): PersonId {
		return this.visitor.person ?? '';
	}

	/** Asked anew whenever rights may have changed, never remembered from the handshake. */
	get mayEdit(): boolean {
		if (this.#rightsVersion !== this.#host.rightsVersion) {
			this.#rightsVersion = this.#host.rightsVersion;
			this.#become(this.#host.rightOf(this.visitor));
		}
		return this.#right === 'edit';
	}

	tell(frame: Buffer): void {
		if (this.behind) return;
		this.line.write(frame);
		if (this.line.waiting > this.#host.limits.sendBuffer) this.#host.fellBehind(this);
	}

	/** One of its frames is on disk; `client` is whom it added to. */
	confirm(isStep2: boolean, client: number | undefined): void {
		this.#committed += 1;
		this.#client = client ?? this.#client;
		if (!isStep2) return;
		// A step 2 holds all that was refused for want of something before it.
		this.#committed += this.#refused;
		this.#refused = 0;
		this.#isAsked = false;
	}

	tellSaved(clockOf: (client: number) => number): void {
		this.tell(saved(this.#committed, this.#client, this.#client === 0 ? 0 : clockOf(this.#client)));
	}

	/** Its frame builds on what nobody here knows, or came when there was no room. */
	miss(isStep2: boolean): void {
		this.#refused += 1;
		if (isStep2) this.#isAsked = false;
	}

	/** Asks it, once, for all that we lack. */
	ask(step1: Buffer): void {
		if (this.#isAsked || this.isBarred) return;
		this.#isAsked = true;
		if (this.#resyncs.take(1, performance.now())) this.tell(step1);
		else this.bar('resync');
	}

	/** Refuses a frame for good. */
	refuse(why: string): void {
		this.hasEnded = true;
		this.bar(why);
	}

	bar(why: string, code: number = CLOSE.refused): void {
		if (this.isBarred) return;
		this.isBarred = true;
		this.#host.report('refused', { why, session: this.visitor.session, person: this.person });
		this.close(code, why);
	}

	close(code: number, reason = ''): void {
		this.isBarred = true;
		this.line.ws.close(code, reason);
	}

	/** A write by somebody who may not: what was under way at a demotion is no offence. */
	refuseWrite(): void {
		const { demotionGrace, strikes } = this.#host.limits;
		if (this.#demotedAt === null) {
			this.#strikes += 1;
			this.#host.report('reader-wrote', { session: this.visitor.session, person: this.person });
			if (this.#strikes >= strikes) this.bar('reader', CLOSE.rightLost);
			return;
		}
		const left = this.#demotedAt + demotionGrace - performance.now();
		this.#farewell ??= setTimeout(() => this.bar('right-lost', CLOSE.rightLost), Math.max(0, left)).unref();
	}

	#become(right: Right | null): void {
		const could = this.#right === 'edit';
		this.#right = right;
		if (right === null) return this.bar('right-lost', CLOSE.rightLost);
		const can = right === 'edit';
		if (could === can) return;
		this.#demotedAt = can ? null : performance.now();
		if (can && this.#farewell) clearTimeout(this.#farewell);
		if (can) this.#farewell = null;
		this.#strikes = 0;
		this.#bound();
		this.#host.changed(this, can);
	}

	#bound(): void {
		const { editorFrame, readerFrame } = this.#host.limits;
		boundFrames(
			this.line.ws,
			this.#right === 'edit' ? editorFrame : Math.max(readerFrame, this.#host.step1Bytes)
		);
	}

	#hear(data: Buffer, isBinary: boolean): void {
		this.isAlive = true;
		if (this.isBarred) return;
		try {
			this.#take(data, isBinary);
		} catch {
			this.bar('malformed'); // only lib0 throws here, at the end of the bytes
		}
	}

	#take(data: Buffer, isBinary: boolean): void {
		// Providers repeat everybody's presence: those frames are gathered, never counted.
		const isPresence = isBinary && data[0] === PRESENCE;
		if (!isPresence && !this.#isInTime(data.length)) return this.bar('too-fast', CLOSE.tooFast);
		if (!isBinary) return this.bar('type');
		switch (data[0]) {
			case PRESENCE:
				if (this.mayEdit) this.#host.hearPresence(this, bodyOf(data, 1));
				return;
			case ASK_PRESENCE:
				if (this.mayEdit) this.#host.showPresence(this);
				return;
			case SYNC:
				return this.#sync(data);
			default:
				this.bar('type');
		}
	}

	#isInTime(bytes: number): boolean {
		const now = performance.now();
		return this.#frames.take(1, now) && this.#bytes.take(bytes, now);
	}

	#sync(data: Buffer): void {
		switch (data[1]) {
			case STEP_1:
				return this.#host.answer(this, bodyOf(data, 2));
			case STEP_2:
			case UPDATE:
				if (this.mayEdit) this.#host.receive(this, bodyOf(data, 2).slice(), data[1] === STEP_2);
				else if (!isEmpty(data)) this.refuseWrite();
				return;
			default:
				this.bar('type');
		}
	}

	/** Whether an answer may be computed for it now; the same for everybody are free. */
	mayAsk(): boolean {
		return this.#states.take(1, performance.now());
	}

	#left(): void {
		if (this.#farewell) clearTimeout(this.#farewell);
		this.#host.left(this);
	}
}

function bodyOf(data: Buffer, start: number): Uint8Array {
	return decoding.readVarUint8Array(decoding.createDecoder(data.subarray(start)));
}

/** No structs and no deletions: what a copy without words of its own says. */
function isEmpty(data: Buffer): boolean {
	return data.length === EMPTY_WRITE && data[2] === 2 && data[3] === 0 && data[4] === 0;
}
