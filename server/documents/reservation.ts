import * as Y from 'yjs';
import type { Instant, PersonId } from '../../src/lib/kernel/decider.ts';
import type { DocumentAppend, DocumentId, Part } from '../log/port.ts';
import { merged } from './batch.ts';
import type { Reservation, Words } from './live-document.ts';
import { wordsIn } from './words.ts';

/** Whose the client ids are under which the server writes. */
export const SERVER: PersonId = 'server';

/** A second copy in which the server's changes are made before they are on disk, so that the first shows none. */
export class DraftDoc {
	#doc: Y.Doc | null = null;

	/** Level with `committed`, and not written to since. */
	from(committed: Y.Doc): Y.Doc {
		this.#doc ??= new Y.Doc();
		Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(committed, Y.encodeStateVector(this.#doc)));
		return this.#doc;
	}

	/** It has what was never committed: a new copy, and a new client id, since clocks were used. */
	discard(): void {
		this.#doc?.destroy();
		this.#doc = null;
	}
}

/** What a reservation needs of its document, whose turn it holds. */
export interface Held {
	readonly document: DocumentId;
	readonly seq: number;
	readonly epoch: number;
	readonly doc: Y.Doc;
	readonly draft: DraftDoc;
	readonly now: Instant;
	isOwned(client: number): boolean;
	/** Shows what was appended and ends the turn. */
	show(append: DocumentAppend): void;
	/** Reads the log and ends the turn. */
	reread(): Promise<void>;
	/** Ends the turn. */
	release(): void;
}

export function reservation(held: Held): Reservation {
	const parts: Part[] = [];
	let isRaised = false;
	let copy: Y.Doc | null = null;
	let ended = false;

	const append = (): DocumentAppend | null => {
		if (parts.length === 0 && !isRaised) return null;
		const client = copy?.clientID;
		const isNew = parts.length > 0 && client !== undefined && !held.isOwned(client);
		const { document, seq, epoch } = held;
		const clients = isNew ? [{ client, person: SERVER }] : [];
		return { stream: 'document', document, expected: seq, epoch, raiseEpoch: isRaised, parts, clients };
	};
	const end = () => {
		if (ended) throw new Error('a reservation ends once');
		ended = true;
	};

	return {
		change(author, how) {
			const doc = (copy ??= held.draft.from(held.doc));
			const update = updateOf(doc, how);
			if (update) parts.push({ author, at: held.now, update });
		},
		raiseEpoch: () => void (isRaised = true),
		get draft(): Words {
			return wordsIn(copy ?? held.doc);
		},
		get append() {
			return append();
		},
		commit() {
			end();
			const done = append();
			if (done) held.show(done);
			else held.release();
		},
		async abort() {
			end();
			if (parts.length > 0) held.draft.discard();
			await held.reread();
		}
	};
}

/** Null where nothing changed. */
function updateOf(doc: Y.Doc, how: (doc: Y.Doc) => void): Uint8Array | null {
	const updates: Uint8Array[] = [];
	const listen = (update: Uint8Array) => updates.push(update);
	doc.on('update', listen);
	try {
		doc.transact(() => how(doc));
	} finally {
		doc.off('update', listen);
	}
	return updates.length > 0 ? merged(updates) : null;
}

/** The first batch of a document that does not exist yet. */
export function newDocument(
	document: DocumentId,
	author: PersonId,
	at: Instant,
	how: (doc: Y.Doc) => void
): DocumentAppend {
	const doc = new Y.Doc();
	doc.transact(() => how(doc));
	const parts = [{ author, at, update: Y.encodeStateAsUpdate(doc) }];
	const clients = [{ client: doc.clientID, person: SERVER }];
	doc.destroy();
	return { stream: 'document', document, expected: 0, epoch: 0, raiseEpoch: false, parts, clients };
}
