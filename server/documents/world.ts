import type { AnyDocument, Right } from '../../src/lib/access/contract.ts';
import type { Instant, MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Log } from '../log/port.ts';
import type { Limits } from './limits.ts';
import type { LiveDocument } from './live-document.ts';
import type { LiveText } from './live-text.ts';
import type { Seat } from './seat.ts';

/** What the live room tells of a meeting. Its answers are those of the state at the moment of asking. */
export interface HouseView {
	/**
	 * `people/may.documentRight`: null for whom it does not exist.
	 * @param person  null for a screen of the hall
	 */
	right(person: PersonId | null, document: AnyDocument): Right | null;
	/** `documents/blocks.blocksOf`; removed ones may be among them. */
	blocks(document: AnyDocument): readonly string[];
	person(id: PersonId): { readonly name: string } | undefined;
	/** Who announced a note (`minutes.noted`), so that undoing and pasting it is no impersonation. */
	noteAuthor?(note: string): PersonId | undefined;
}

export interface DocumentHouse {
	/** With all that other processes appended so far; null where there is no such meeting. */
	meeting(id: MeetingId): Promise<HouseView | null>;
}

/** Ids and counts only: never names, words or tokens. */
export type Report = (kind: string, fields: Record<string, string | number>) => void;

export interface Metrics {
	sockets: number;
	documents: number;
	joins: number;
	framesIn: number;
	batches: number;
	deliveries: number;
	refused: number;
	resyncs: number;
	conflicts: number;
	/** Documents that wait for the database. */
	away: number;
	queuedBytes: number;
}

/** What waits to be committed in all documents of a meeting. */
export interface Queue {
	bytes: number;
}

/** What every open document shares. */
export interface World {
	readonly log: Log;
	readonly clock: () => Instant;
	readonly limits: Limits;
	readonly house: DocumentHouse;
	readonly report: Report;
	readonly metrics: Metrics;
	readonly closing: AbortSignal;
	queueOf(meeting: MeetingId): Queue;
	reopen(meeting: MeetingId, name: AnyDocument): Promise<LiveDocument>;
	textChanged(document: LiveText, blocks: readonly string[]): void;
	left(seat: Seat): void;
}
