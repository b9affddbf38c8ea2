import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

export const Command = [
	/** The recorder reads a section of the minutes out; null when the reading is over (AD5). */
	v.strictObject({ type: v.literal('minutes.read-back'), section: v.nullable(Id) }),
	v.strictObject({ type: v.literal('minutes.agree'), for: v.optional(Id), section: Id }),
	v.strictObject({
		type: v.literal('minutes.ask-correction'),
		for: v.optional(Id),
		ref: Id,
		section: Id,
		text: prose(1000)
	}),
	v.strictObject({
		type: v.literal('minutes.settle-correction'),
		correction: Id,
		as: v.picklist(['done', 'declined']),
		reason: v.optional(prose(1000))
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	/** `version`: which words of the section are read, by their hash. */
	| { type: 'minutes.reading'; section: string | null; version: string | null }
	| { type: 'minutes.agreed'; section: string; member: string }
	| { type: 'minutes.correction-asked'; correction: string; section: string; member: string; text: string }
	| {
			type: 'minutes.correction-settled';
			correction: string;
			as: 'done' | 'declined';
			reason: string | null;
	  };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'not-present'
	| 'text-frozen'
	| 'not-read'
	| 'already-agreed'
	| 'already-settled'
	| 'answer-needed';
