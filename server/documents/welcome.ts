import * as Y from 'yjs';
import type { Limits } from './limits.ts';
import { step1, step2 } from './wire.ts';

/** Different state vectors whose answers are kept for one moment: after a restart most are alike. */
const ANSWERS = 16;

/**
 * What joiners are sent. Five hundred who join at once get the same bytes: the last snapshot as step 2 and,
 * behind it, the frames of the batches since, so that a join costs one write and a batch costs no snapshot.
 */
export class Welcome {
	readonly #doc: Y.Doc;
	readonly #limits: Limits;
	#snapshot: Buffer | null = null;
	#tail: Buffer[] = [];
	#tailBytes = 0;
	#whole: Buffer | null = null;
	#ask: Buffer | null = null;
	readonly #answers = new Map<string, Buffer>();

	constructor(doc: Y.Doc, limits: Limits) {
		this.#doc = doc;
		this.#limits = limits;
	}

	committed(frame: Buffer): void {
		this.#whole = null;
		this.#ask = null;
		this.#answers.clear();
		if (this.#snapshot === null) return;
		this.#tail.push(frame);
		this.#tailBytes += frame.length;
		const tooLong = this.#tail.length > this.#limits.tailBatches || this.#tailBytes > this.#limits.tailBytes;
		if (tooLong) this.#snapshot = null;
	}

	/** Everything, for who has nothing. */
	get whole(): Buffer {
		if (this.#snapshot === null) {
			this.#snapshot = step2(Y.encodeStateAsUpdate(this.#doc));
			this.#tail = [];
			this.#tailBytes = 0;
		}
		this.#whole ??= this.#tail.length === 0 ? this.#snapshot : Buffer.concat([this.#snapshot, ...this.#tail]);
		return this.#whole;
	}

	/** What somebody lacks who has all below this state vector. */
	since(stateVector: Uint8Array): Buffer {
		const key = Buffer.from(stateVector).toString('latin1');
		let answer = this.#answers.get(key);
		if (!answer) {
			answer = step2(Y.encodeStateAsUpdate(this.#doc, stateVector));
			if (this.#answers.size < ANSWERS) this.#answers.set(key, answer);
		}
		return answer;
	}

	/** Our own step 1: asks an editor for what we lack. */
	get ask(): Buffer {
		this.#ask ??= step1(Y.encodeStateVector(this.#doc));
		return this.#ask;
	}
}
