import * as v from 'valibot';
import { Id, Moment, prose } from '../kernel/schema.ts';

export const Target = v.strictObject({ kind: v.picklist(['item', 'clause']), ref: Id });
export type Target = v.InferOutput<typeof Target>;
export const Handled = v.picklist(['noted', 'answered', 'accepted', 'became-amendment', 'out-of-scope']);
export type Handled = v.InferOutput<typeof Handled>;

export const Command = [
	v.strictObject({
		type: v.literal('comment.post'),
		for: v.optional(Id),
		ref: Id,
		on: Target,
		text: prose(4000),
		/** When it was written, on the server's clock as the device knew it, if it was written offline. */
		writtenAt: v.optional(Moment)
	}),
	v.strictObject({
		type: v.literal('comment.handle'),
		comment: Id,
		status: Handled,
		reply: v.optional(prose(4000)),
		/** What it became. */
		amendment: v.optional(Id)
	}),
	v.strictObject({ type: v.literal('comment.withdraw'), for: v.optional(Id), comment: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'comment.posted';
			comment: string;
			person: string;
			on: Target;
			text: string;
			held: boolean;
			writtenAt?: number;
	  }
	| { type: 'comment.handled'; comment: string; status: Handled; reply?: string; amendment?: string }
	| { type: 'comment.withdrawn'; comment: string };

export type Refusal = 'unknown' | 'id-taken' | 'not-present' | 'closed-session' | 'not-open' | 'not-allowed';
