import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

const Text = prose(300);

export const Command = [
	v.strictObject({ type: v.literal('news.add'), ref: Id, text: Text, link: v.optional(Text) }),
	v.strictObject({
		type: v.literal('news.change'),
		news: Id,
		text: v.optional(Text),
		link: v.optional(v.nullable(Text))
	}),
	v.strictObject({ type: v.literal('news.remove'), news: Id }),
	v.strictObject({ type: v.literal('news.mark'), news: Id, relevant: v.boolean() })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'news.added'; news: string; text: string; link: string | null }
	| { type: 'news.changed'; news: string; text?: string; link?: string | null }
	| { type: 'news.removed'; news: string }
	| { type: 'news.marked'; news: string; observer: string; relevant: boolean };

export type Refusal = 'unknown' | 'id-taken' | 'too-many';
