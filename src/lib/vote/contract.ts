import * as v from 'valibot';
import { Count, Id, words } from '../kernel/schema.ts';

export const Threshold = v.picklist(['majority', 'two-thirds']);
export type Threshold = v.InferOutput<typeof Threshold>;
export const Subject = v.strictObject({
	kind: v.picklist(['resolution', 'minutes', 'other']),
	ref: v.optional(Id)
});
export type Subject = v.InferOutput<typeof Subject>;

export const Command = [
	v.strictObject({
		type: v.literal('vote.put'),
		ref: Id,
		title: words(300),
		/** A show of hands whose counts are typed at the desk. */
		ballot: v.literal('hands'),
		threshold: Threshold,
		subject: Subject
	}),
	v.strictObject({ type: v.literal('vote.open'), vote: Id }),
	v.strictObject({
		type: v.literal('hands.count'),
		vote: Id,
		counts: v.strictObject({ for: Count, against: Count, abstain: Count })
	}),
	v.strictObject({ type: v.literal('vote.close'), vote: Id }),
	v.strictObject({ type: v.literal('vote.cancel'), vote: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export interface Counts {
	for: number;
	against: number;
	abstain: number;
}

/** The exact text a vote is about (INV-5): the document's committed sequence and the hash of its form. */
export interface Version {
	document: 'resolution' | 'minutes';
	seq: number;
	sha256: string;
}

export type Event =
	| {
			type: 'vote.put';
			vote: string;
			title: string;
			threshold: Threshold;
			subject: Subject;
			version: Version | null;
	  }
	| { type: 'vote.opened'; vote: string; base: string[]; roll: string[]; needed: number }
	| { type: 'hands.counted'; vote: string; counts: Counts }
	| { type: 'vote.closed'; vote: string; passed: boolean }
	| { type: 'vote.cancelled'; vote: string };

export type Refusal = 'unknown' | 'id-taken' | 'vote-already-open' | 'vote-not-open' | 'counts-wrong';
