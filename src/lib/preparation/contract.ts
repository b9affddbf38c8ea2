import * as v from 'valibot';
import { Id, Line, Moment, prose } from '../kernel/schema.ts';

/**
 * `item`: the one that it guides; left out for a question of the whole meeting. `carried`: made of what somebody
 * said in the meeting before, in their words, and so in no extract (publication, PB2).
 */
export const Question = v.strictObject({
	id: Id,
	text: prose(4000),
	item: v.optional(Id),
	carried: v.optional(v.literal(true))
});
export type Question = v.InferOutput<typeof Question>;

/** The committee's meeting before the cell's, entered as it stands (S3-6). */
const meeting = {
	at: Moment,
	endedAt: Moment,
	place: Line,
	present: v.pipe(v.array(Id), v.maxLength(500)),
	chair: Id,
	minuteTaker: Id,
	decisions: v.pipe(v.array(prose(4000)), v.maxLength(500)),
	/** What a plan names: where the count of minutes begins, if no number was given yet (numbers, NU5). */
	minutesNumber: v.optional(Line)
};
export const CommitteeMeeting = v.strictObject(meeting);
export type CommitteeMeeting = v.InferOutput<typeof CommitteeMeeting>;

export const Preparation = v.strictObject({
	questions: v.pipe(v.array(Question), v.maxLength(500)),
	committeeMeeting: v.nullable(CommitteeMeeting)
});
export type Preparation = v.InferOutput<typeof Preparation>;

export const Command = [
	v.strictObject({ type: v.literal('question.add'), ref: Id, text: prose(4000), item: v.optional(Id) }),
	v.strictObject({ type: v.literal('question.remove'), question: Id }),
	/** Said again, it takes the place of what was said before. */
	v.strictObject({ type: v.literal('committee.record'), ...meeting }),
	v.strictObject({ type: v.literal('committee.erase') })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'question.added'; question: Question }
	| { type: 'question.removed'; question: string }
	| { type: 'committee.recorded'; meeting: CommitteeMeeting }
	| { type: 'committee.erased' };

export type Refusal = 'unknown' | 'id-taken' | 'enough-questions' | 'not-eligible' | 'wrong-times';
