import * as v from 'valibot';
import { Id, Line, prose } from '../kernel/schema.ts';

export const Pole = v.picklist(['strength', 'limit', 'suggestion']);
export type Pole = v.InferOutput<typeof Pole>;

/** Any line of words; those that the page offers are the four groups of feedback and two of its own (S4-3). */
const Category = Line;
const Text = prose(4000);

export const Command = [
	v.strictObject({
		type: v.literal('remark.post'),
		ref: Id,
		item: Id,
		category: Category,
		pole: Pole,
		text: Text
	}),
	v.strictObject({
		type: v.literal('remark.change'),
		remark: Id,
		item: v.optional(Id),
		category: v.optional(Category),
		pole: v.optional(Pole),
		text: v.optional(Text)
	}),
	v.strictObject({ type: v.literal('remark.withdraw'), remark: Id }),
	/** A page of one's own notebook; the same `ref` again writes it anew. */
	v.strictObject({ type: v.literal('notebook.write'), ref: Id, item: v.optional(Id), text: Text }),
	v.strictObject({ type: v.literal('notebook.erase'), note: Id }),
	v.strictObject({ type: v.literal('checklist.tick'), step: Id, done: v.boolean() })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export interface Words {
	readonly item: string;
	readonly category: string;
	readonly pole: Pole;
	readonly text: string;
}

export type Event =
	| ({
			type: 'remark.posted';
			remark: string;
			person: string;
			/** The item that ran, and the whole seconds since the opening (RE2). */
			during: string | null;
			second: number;
			/** Written in a closed session (RE3). */
			closed: boolean;
	  } & Words)
	| ({ type: 'remark.changed'; remark: string; person: string } & Partial<Words>)
	| { type: 'remark.withdrawn'; remark: string; person: string }
	| { type: 'notebook.written'; person: string; note: string; item: string | null; text: string }
	| { type: 'notebook.erased'; person: string; note: string }
	| { type: 'checklist.ticked'; person: string; step: string; done: boolean };

export type Refusal =
	'unknown' | 'id-taken' | 'not-present' | 'closed-session' | 'not-allowed' | 'wrong-phase';
