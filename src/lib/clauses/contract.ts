import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

/** What people call the clause: `II.2.đ`. */
export const Label = v.pipe(v.string(), v.regex(/^[^\s]{1,20}$/u));

export const Clause = v.strictObject({ id: Id, label: Label, fillAfterVote: v.boolean() });
export type Clause = v.InferOutput<typeof Clause>;

export const Command = [
	v.strictObject({
		type: v.literal('clause.add'),
		ref: Id,
		/** Left out: the next label after `after`'s. */
		label: v.optional(Label),
		after: v.nullable(Id),
		text: v.optional(prose(4000))
	}),
	v.strictObject({ type: v.literal('clause.remove'), clause: Id }),
	/** Announces an edit that the sender then types into the shared text. */
	v.strictObject({
		type: v.literal('text.edit'),
		clause: Id,
		find: prose(4000),
		replace: v.pipe(v.string(), v.maxLength(16_000))
	}),
	/** The server writes it, since nobody may type by then. */
	v.strictObject({ type: v.literal('resolution.fill'), clause: Id, text: prose(4000) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'clause.added'; clause: Clause; after: string | null }
	| { type: 'clause.removed'; clause: string }
	| { type: 'text.edited'; clause: string }
	| { type: 'clause.filled'; clause: string };

export type Refusal =
	'unknown' | 'id-taken' | 'label-taken' | 'text-frozen' | 'text-changed' | 'vote-not-passed';
