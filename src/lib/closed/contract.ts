import * as v from 'valibot';
import { Id } from '../kernel/schema.ts';

export const Command = [
	v.strictObject({
		type: v.literal('closed.begin'),
		/** The observers who wait outside; all of them unless said. */
		keepOut: v.optional(v.pipe(v.array(Id), v.maxLength(1000)))
	}),
	v.strictObject({ type: v.literal('closed.end') })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'closed.begun';
			/** Counted from 1 in each meeting. */
			part: number;
			keptOut: string[];
			/** The observers who stay. Whoever is not here and no member is outside, also who comes later. */
			stay: string[];
			/** Of the minutes, in which it began. */
			section: string;
	  }
	| { type: 'closed.ended'; part: number };

export type Refusal = 'unknown' | 'not-eligible' | 'already-closed' | 'not-closed';
