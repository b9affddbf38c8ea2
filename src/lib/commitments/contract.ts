import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

export const Mark = v.picklist(['kept', 'partly', 'not-yet']);
export type Mark = v.InferOutput<typeof Mark>;

const Year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100));
const Line = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(29));

export const Command = [
	v.strictObject({
		type: v.literal('commitment.bring'),
		for: v.optional(Id),
		year: Year,
		lines: v.pipe(v.array(prose(300)), v.minLength(1), v.maxLength(30))
	}),
	v.strictObject({
		type: v.literal('commitment.review'),
		member: Id,
		line: Line,
		mark: Mark,
		note: v.optional(prose(300))
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'commitment.brought';
			member: string;
			year: number;
			lines: string[];
			/** What was last said of each line; absent for one that is new (CM4). */
			earlier?: (Mark | null)[];
	  }
	| { type: 'commitment.reviewed'; member: string; line: number; mark: Mark; note: string | null };

export type Refusal = 'unknown';
