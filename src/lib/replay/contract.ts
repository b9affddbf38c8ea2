/** What a page gets of an ended meeting to show any second of it again. */
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';

export interface Replay {
	/** As the record tells them, from the first to the end of the meeting. */
	readonly events: readonly LoggedEvent[];
	/** By document: the three texts, and those of closed parts where the reader may read them. */
	readonly texts: Readonly<Record<string, TextHistory>>;
}

/**
 * A text with all that ever stood in it. Its steps are what each author committed, counted from 1: `seqs`, `ats`
 * and `authors` say of each the batch, when, and in whose name (an index into `people`).
 */
export interface TextHistory {
	readonly people: readonly PersonId[];
	readonly seqs: readonly number[];
	readonly ats: readonly Instant[];
	readonly authors: readonly number[];
	readonly blocks: Readonly<Record<string, readonly ElementHistory[]>>;
}

/** The step with which something came, and the one with which it went: 0 where it never did. */
export type Life = readonly [born: number, gone: number];

export interface ElementHistory {
	readonly type: string;
	readonly life: Life;
	/** By name, the oldest value first. */
	readonly attrs: Readonly<Record<string, readonly AttributeHistory[]>>;
	/** Runs of letters, each list with its own marks. */
	readonly texts: readonly TextRuns[];
}

export type AttributeHistory = readonly [value: string, ...Life];

export interface TextRuns {
	readonly life: Life;
	readonly runs: readonly Run[];
}

/** Letters, or the place from which on a mark is on or off. */
export type Run = Letters | MarkTurn;
export type Letters = readonly [letters: string, ...Life];
export interface MarkTurn {
	readonly mark: string;
	readonly on: boolean;
	readonly life: Life;
}
