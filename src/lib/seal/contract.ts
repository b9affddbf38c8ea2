import * as v from 'valibot';

export const Command = [v.strictObject({ type: v.literal('record.seal') })] as const;

export type Event =
	| { type: 'record.sealed' }
	/** Told by the server once the record is on disk: its place in the cell's chain, and what proves it. */
	| { type: 'record.kept'; number: number; hash: string; signature: string; key: string };

/** Before every other reason: nothing succeeds once the record is sealed (SE2). */
export type Refusal = 'sealed';
