/**
 * Where everything that happened is kept: three kinds of stream, all of which only grow.
 *
 * - a meeting's events, numbered from 1 without gaps;
 * - a document's updates, numbered by committed batch; a batch has a part for each author;
 * - a count, of which the log keeps how far it has come: what was counted stands in the events.
 *
 * An append names the number it expects to follow; whoever is second loses with `Conflict`, reads what it
 * missed and decides again. No locks are held over the network. Forms: `memory.ts` (tests), `postgres.ts`.
 */
import type { Instant, MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';

/** `<meeting>/<name>`, as in the documents' WebSocket path. */
export type DocumentId = `${MeetingId}/${string}`;

export interface EventAppend {
	readonly stream: 'meeting';
	readonly meeting: MeetingId;
	/** The last `seq` known; 0 for a new meeting. */
	readonly expected: number;
	/** Numbered `expected + 1 …`. */
	readonly events: readonly LoggedEvent[];
}

export interface Part {
	readonly author: PersonId;
	readonly at: Instant;
	/** A Yjs V1 update. */
	readonly update: Uint8Array;
}

export interface DocumentAppend {
	readonly stream: 'document';
	readonly document: DocumentId;
	/** The last committed batch known; 0 for a new document. */
	readonly expected: number;
	/** The epoch that the writer judged rights by; the append fails where it has risen meanwhile (P4). */
	readonly epoch: number;
	readonly raiseEpoch: boolean;
	/** One batch; empty where only the epoch rises (then `expected` stays the last seq). */
	readonly parts: readonly Part[];
	/** Yjs client ids named for the first time, and whose they are for ever (P3). */
	readonly clients: readonly { readonly client: number; readonly person: PersonId }[];
}

/** Never the id of a meeting or a document: it begins with a colon. */
export type CountId = `:${string}`;

/** Numbers that are given once each, whoever asks for them at the same moment. */
export interface CountAppend {
	readonly stream: 'count';
	readonly count: CountId;
	/** The last number known; 0 where none was given yet. */
	readonly expected: number;
	/** The last one now. */
	readonly to: number;
}

export type Append = EventAppend | DocumentAppend | CountAppend;

export interface Batch {
	readonly seq: number;
	readonly parts: readonly Part[];
}

export interface StoredDocument {
	readonly seq: number;
	readonly epoch: number;
	/** The whole state at `snapshot.seq`, to load fast; the updates before it are kept as well. */
	readonly snapshot: { readonly seq: number; readonly state: Uint8Array } | null;
	/** After the snapshot, in order. */
	readonly batches: readonly Batch[];
	readonly clients: readonly { readonly client: number; readonly person: PersonId }[];
}

export interface Log {
	/**
	 * All of the group or nothing of it; resolved once it is on disk.
	 * @throws {Conflict}     somebody else appended, or an epoch rose: read again
	 * @throws {Unavailable}  the database is away, or the outcome is unknown: read, then perhaps append again
	 */
	append(group: readonly Append[]): Promise<void>;
	/** Events with `seq > after`, in order, at most `limit`. Empty for an unknown meeting. */
	events(meeting: MeetingId, after: number, limit: number): Promise<LoggedEvent[]>;
	/** Null where the document was never made. */
	document(document: DocumentId): Promise<StoredDocument | null>;
	/** Batches with `seq > after`, with the epoch and the clients as they are now. */
	since(
		document: DocumentId,
		after: number
	): Promise<Pick<StoredDocument, 'seq' | 'epoch' | 'batches' | 'clients'> | null>;
	/** The last number that a count has given; 0 where it has given none. */
	last(count: CountId): Promise<number>;
	/** Puts a snapshot beside the updates; an older one is replaced, a newer one stays. Without a document nothing is put. */
	saveSnapshot(document: DocumentId, seq: number, state: Uint8Array): Promise<void>;
}

export class Conflict extends Error {
	readonly id = 'conflict';
}

export class Unavailable extends Error {
	readonly id = 'unavailable';
}
