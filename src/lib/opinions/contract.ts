import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

export const Command = [
	v.strictObject({ type: v.literal('opinion.assign'), to: Id, topic: prose(4000) }),
	/** A wrong tap is put right while nothing was prepared. */
	v.strictObject({ type: v.literal('opinion.unassign'), to: Id }),
	/** With its text, or only to say that it is ready. */
	v.strictObject({ type: v.literal('opinion.prepare'), text: v.optional(prose(4000)) }),
	v.strictObject({
		type: v.literal('opinion.send'),
		for: v.optional(Id),
		ref: Id,
		text: prose(4000)
	}),
	v.strictObject({ type: v.literal('opinion.read'), opinion: Id }),
	/** Puts it into the minutes without reading it out, at the running item unless another is named (OP8). */
	v.strictObject({ type: v.literal('opinion.quote'), opinion: Id, item: v.optional(Id) }),
	v.strictObject({ type: v.literal('opinion.withdraw'), for: v.optional(Id), opinion: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'opinion.assigned'; to: string; topic: string }
	| { type: 'opinion.unassigned'; to: string }
	| { type: 'opinion.prepared'; person: string; text?: string }
	/** `text` is empty to who may not read it yet (OP4). */
	| { type: 'opinion.sent'; opinion: string; person: string; text: string }
	| {
			type: 'opinion.read-out';
			opinion: string;
			item: string | null;
			/** Only on its way to browsers, which could not read it until now; the log holds it in `opinion.sent`. */
			text?: string;
	  }
	| {
			type: 'opinion.quoted';
			opinion: string;
			item: string | null;
			/** As above. */
			text?: string;
	  }
	| { type: 'opinion.withdrawn'; opinion: string };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'not-eligible'
	| 'not-allowed'
	| 'opinion-withdrawn'
	| 'already-prepared'
	| 'already-read'
	| 'opinion-in-minutes';
