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

interface Circumstances {
	readonly doc: Y.Doc;
	readonly owners: Owners;
	readonly outlet: Grounds;
	readonly limits: Limits;
}

/** Judges what goes into one batch, in order of arrival; rights are those of this moment. */
export function judgeAll(frames: readonly Waiting[], circumstances: Circumstances): Judged[] {
	const { doc, owners } = circumstances;
	const horizon = new Horizon(doc);
	const named = new Set<number>();
	const premises = premisesOf(frames, named, circumstances);
	const ended = new Set(frames.map(({ seat }) => seat).filter(({ hasEnded }) => hasEnded));

	const verdictOn = ({ seat, update, isStep2 }: Waiting): Verdict => {
		if (ended.has(seat)) return { is: 'refused', why: 'ended' };
		if (!seat.mayEdit) return { is: 'refused', why: 'right' };
		const verdict = judge({ person: seat.person, update, isStep2 }, horizon, premises);
		if (verdict.is === 'refused') ended.add(seat);
		if (verdict.is !== 'taken') return verdict;
		for (const client of verdict.clients) {
			owners.claim(client, seat.person);
			if (!owners.isKept(client)) named.add(client);
		}
		return verdict;
	};
	return frames.map((frame) => ({ ...frame, verdict: verdictOn(frame) }));
}

function premisesOf(frames: readonly Waiting[], named: ReadonlySet<number>, { owners, outlet, limits }: Circumstances): Premises {
	const bytes = frames.reduce((sum, { update }) => sum + update.length, 0);
	return {
		owner: (client) => owners.of(client),
		hasBlock: (name) => outlet.hasBlock(name),
		noteAuthor: (note) => outlet.noteAuthor(note),
		isNew: (client) => !owners.isKept(client) && !named.has(client),
		get clientsLeft() {
			return owners.left - named.size;
		},
		hasRoom: outlet.size() + bytes <= limits.documentBytes,
		limits
	};
}

/** Whose words a batch has, where they are one seat's only: it needs no copy of them. */
export function onlySeatOf(judged: readonly Judged[]): Seat | null {
	const writers = new Set(judged.filter(({ verdict }) => verdict.is === 'taken').map(({ seat }) => seat));
	const [only = null] = writers;
	return writers.size === 1 ? only : null;
}

export function* portions(frames: readonly Waiting[], { batchFrames, batchBytes }: Limits): Generator<Waiting[]> {
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
