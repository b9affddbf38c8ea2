import * as v from 'valibot';
import { Id, Line, prose, words } from '../kernel/schema.ts';

export const Threshold = v.picklist(['majority', 'two-thirds']);
export type Threshold = v.InferOutput<typeof Threshold>;

/**
 * How people vote. `open`: named, on phones, or a hand or card recorded for somebody. `hands`, `card`: raised and
 * counted, nobody named. `secret-app`, `secret-paper`: nobody learns who chose what (VO13, VO9).
 */
export const Ballot = v.picklist(['open', 'secret-app', 'secret-paper', 'hands', 'card']);
export type Ballot = v.InferOutput<typeof Ballot>;

export const Choice = v.picklist(['for', 'against', 'abstain']);
export type Choice = v.InferOutput<typeof Choice>;

/** What a question is about; what passing means to the others is decided in `meeting/`. */
export const Subject = v.strictObject({
	kind: v.picklist([
		'minute-taker',
		'agenda',
		'amendment',
		'resolution',
		'conclusion',
		'person',
		'self-score',
		'minutes',
		'other'
	]),
	ref: v.optional(Id)
});
export type Subject = v.InferOutput<typeof Subject>;

/** Whatever somebody counted; what is impossible is for the rules to refuse. */
const Counted = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const Counts = v.strictObject({ for: Counted, against: Counted, abstain: Counted });
export type Counts = v.InferOutput<typeof Counts>;

/** A part of the hall that tellers count by itself. */
const Group = words(40);

export const Command = [
	v.strictObject({
		type: v.literal('vote.put'),
		ref: Id,
		title: Line,
		ballot: Ballot,
		threshold: Threshold,
		subject: Subject,
		tellers: v.optional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(200))),
		/** Of the hall, when two tellers count hands or cards group by group. */
		groups: v.optional(v.pipe(v.array(Group), v.maxLength(20)))
	}),
	v.strictObject({ type: v.literal('vote.open'), vote: Id }),
	v.strictObject({
		type: v.literal('ballot.cast'),
		for: v.optional(Id),
		vote: Id,
		choice: Choice,
		/** Fills the message up to one length whatever the choice, for who could watch the length of what is encrypted. */
		pad: v.optional(v.pipe(v.string(), v.maxLength(8)))
	}),
	v.strictObject({ type: v.literal('papers.issue'), vote: Id, to: v.pipe(v.array(Id), v.maxLength(1000)) }),
	v.strictObject({
		type: v.literal('papers.count'),
		vote: Id,
		returned: Counted,
		valid: Counted,
		invalid: Counted,
		counts: Counts
	}),
	v.strictObject({
		type: v.literal('hands.count'),
		vote: Id,
		counts: Counts,
		/** Left out where the hall is counted as one. */
		group: v.optional(Group)
	}),
	v.strictObject({ type: v.literal('vote.close'), vote: Id }),
	v.strictObject({ type: v.literal('vote.cancel'), vote: Id }),
	v.strictObject({ type: v.literal('vote.reserve'), for: v.optional(Id), vote: Id, text: prose(4000) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

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
			ballot: Ballot;
			threshold: Threshold;
			subject: Subject;
			version: Version | null;
			tellers: string[];
			groups: string[];
	  }
	/** `box`: which process holds the choices of a vote that is secret on phones; else null. */
	| {
			type: 'vote.opened';
			vote: string;
			base: string[];
			roll: string[];
			needed: number;
			box: string | null;
	  }
	/** `choice` is null in a secret vote: that somebody took part is all that is kept (VO13). */
	| { type: 'ballot.recorded'; vote: string; member: string; choice: Choice | null }
	| { type: 'papers.issued'; vote: string; to: string[] }
	| { type: 'papers.counted'; vote: string; returned: number; valid: number; invalid: number; counts: Counts }
	/** `teller` is null where the desk counts; `counts` is null to whom it is hidden (VO8). */
	| {
			type: 'hands.counted';
			vote: string;
			teller: string | null;
			group: string | null;
			counts: Counts | null;
	  }
	/** Both tellers have counted the group: from now on everybody sees both. */
	| { type: 'hands.compared'; vote: string; group: string | null; entries: Record<string, Counts> }
	| { type: 'vote.closed'; vote: string; passed: boolean; counts: Counts }
	| { type: 'vote.cancelled'; vote: string }
	/** The choices are lost with the process that held them; the question is put again as it stood (VO14). */
	| { type: 'vote.voided'; vote: string }
	| { type: 'vote.reserved'; vote: string; member: string; text: string };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'tellers-wrong'
	| 'vote-already-open'
	| 'text-frozen'
	| 'not-pending'
	| 'text-changed'
	| 'not-allowed'
	| 'not-present'
	| 'vote-not-open'
	| 'paper-vote'
	| 'hands-vote'
	| 'other-ballot'
	| 'not-on-roll'
	| 'already-voted'
	| 'choose-name'
	| 'counts-wrong'
	| 'counts-differ'
	| 'vote-not-passed';
