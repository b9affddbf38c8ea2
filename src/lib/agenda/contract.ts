import * as v from 'valibot';
import { Id, Minutes, Seconds, prose, words } from '../kernel/schema.ts';

export const Phase = v.picklist(['opening', 'content', 'closing']);

export const Item = v.strictObject({
	id: Id,
	/** The template's name of the item (`content.news`); null for one made by hand. */
	code: v.nullable(v.pipe(v.string(), v.maxLength(600))),
	phase: Phase,
	responsible: v.nullable(Id),
	minutes: Minutes,
	required: v.boolean(),
	speakLimitSeconds: v.nullable(Seconds)
});
export type Item = v.InferOutput<typeof Item>;

const Reason = prose(4000);

export const Command = [
	v.strictObject({ type: v.literal('item.start'), item: Id }),
	v.strictObject({ type: v.literal('item.skip'), item: Id, reason: v.optional(Reason) }),
	v.strictObject({
		type: v.literal('item.add'),
		ref: Id,
		title: words(300),
		phase: Phase,
		minutes: Minutes,
		responsible: v.optional(v.nullable(Id)),
		after: v.nullable(Id)
	}),
	v.strictObject({
		type: v.literal('item.change'),
		item: Id,
		minutes: v.optional(Minutes),
		responsible: v.optional(v.nullable(Id)),
		speakLimitSeconds: v.optional(v.nullable(Seconds))
	}),
	v.strictObject({
		type: v.literal('item.move'),
		item: Id,
		after: v.nullable(Id),
		reason: v.optional(Reason)
	}),
	v.strictObject({ type: v.literal('item.remove'), item: Id, reason: v.optional(Reason) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'item.started'; item: string }
	| { type: 'item.ended'; item: string }
	| { type: 'item.skipped'; item: string; reason?: string }
	| { type: 'item.added'; item: Item; after: string | null }
	| {
			type: 'item.changed';
			item: string;
			minutes?: number;
			responsible?: string | null;
			speakLimitSeconds?: number | null;
	  }
	| { type: 'item.moved'; item: string; after: string | null; reason?: string }
	| { type: 'item.removed'; item: string; reason?: string };

export type Refusal = 'unknown' | 'id-taken' | 'reason-needed' | 'already-running' | 'already-started';
