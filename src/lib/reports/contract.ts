import * as v from 'valibot';
import { Id, prose, words } from '../kernel/schema.ts';

export const Command = [
	v.strictObject({
		type: v.literal('report.ask'),
		ref: Id,
		organisation: words(80),
		reporter: v.optional(v.nullable(Id))
	}),
	v.strictObject({ type: v.literal('report.give'), report: Id, text: prose(2000) }),
	v.strictObject({ type: v.literal('report.drop'), report: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'report.asked'; report: string; organisation: string; reporter: string | null }
	| { type: 'report.given'; report: string; text: string }
	| { type: 'report.dropped'; report: string };

export type Refusal = 'unknown' | 'id-taken' | 'already-asked' | 'not-allowed';
