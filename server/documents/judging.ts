import type * as Y from 'yjs';
import { judge, type Premises, type Verdict } from './gate.ts';
import { Horizon } from './horizon.ts';
import type { Limits } from './limits.ts';
import type { Owners } from './owners.ts';
import type { Seat } from './seat.ts';

export interface Waiting {
	readonly seat: Seat;
	readonly update: Uint8Array;
	readonly isStep2: boolean;
}

export interface Judged extends Waiting {
	readonly verdict: Verdict;
}

/** What a document and its meeting say about frames. */
export interface Grounds {
	hasBlock(name: string): boolean;
	noteAuthor(note: string): string | undefined;
	/** Upper bound of the document's size. */
	size(): number;
}

/** Judges what goes into one batch, in order of arrival; rights are those of this moment. */
export class Judging {
	readonly #doc: Y.Doc;
	readonly #owners: Owners;
	readonly #premises: Premises;
	/** Client ids that this batch names for the first time. */
	readonly #named = new Set<number>();
	#bytes = 0;

	constructor(doc: Y.Doc, owners: Owners, grounds: Grounds, limits: Limits) {
		this.#doc = doc;
		this.#owners = owners;
		const clientsLeft = () => owners.left - this.#named.size;
		const hasRoom = () => grounds.size() + this.#bytes <= limits.documentBytes;
		this.#premises = {
			owner: (client) => owners.of(client),
			hasBlock: (name) => grounds.hasBlock(name),
			noteAuthor: (note) => grounds.noteAuthor(note),
			isNew: (client) => !owners.isKept(client) && !this.#named.has(client),
			get clientsLeft() {
				return clientsLeft();
			},
			get hasRoom() {
				return hasRoom();
			},
			limits
		};
	}

	batch(frames: readonly Waiting[]): Judged[] {
		const horizon = new Horizon(this.#doc);
		const ended = new Set<Seat>();
		this.#named.clear();
		this.#bytes = 0;
		return frames.map((frame) => {
			const verdict = this.#verdictOn(frame, horizon, ended);
			if (verdict.is === 'refused') ended.add(frame.seat);
			return { ...frame, verdict };
		});
	}

	#verdictOn({ seat, update, isStep2 }: Waiting, horizon: Horizon, ended: ReadonlySet<Seat>): Verdict {
		if (!seat.mayEdit) return { is: 'refused', why: 'right' };
		if (seat.hasEnded || ended.has(seat)) return { is: 'refused', why: 'ended' };
		this.#bytes += update.length;
		const verdict = judge({ person: seat.person, update, isStep2 }, horizon, this.#premises);
		if (verdict.is !== 'taken') return verdict;
		for (const client of verdict.clients) {
			this.#owners.claim(client, seat.person);
			if (!this.#owners.isKept(client)) this.#named.add(client);
		}
		return verdict;
	}
}

/** Whose words a batch has, where they are one seat's only: it needs no copy of them. */
export function onlySeatOf(judged: readonly Judged[]): Seat | null {
	const writers = new Set(judged.filter(({ verdict }) => verdict.is === 'taken').map(({ seat }) => seat));
	const [only = null] = writers;
	return writers.size === 1 ? only : null;
}

export function* portions(
	frames: readonly Waiting[],
	{ batchFrames, batchBytes }: Limits
): Generator<Waiting[]> {
	let portion: Waiting[] = [];
	let bytes = 0;
	for (const frame of frames) {
		if (portion.length >= batchFrames || (portion.length > 0 && bytes + frame.update.length > batchBytes)) {
			yield portion;
			portion = [];
			bytes = 0;
		}
		portion.push(frame);
		bytes += frame.update.length;
	}
	if (portion.length > 0) yield portion;
}
