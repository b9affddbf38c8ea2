import * as v from 'valibot';
import { Id, Line, Moment, prose } from '../kernel/schema.ts';

export const Question = v.strictObject({ id: Id, text: prose(4000) });
export type Question = v.InferOutput<typeof Question>;

/** The committee's meeting before the cell's, entered as it stands (S3-6). */
export const CommitteeMeeting = v.strictObject({
	at: Moment,
	endedAt: Moment,
	place: Line,
	present: v.pipe(v.array(Id), v.maxLength(500)),
	chair: Id,
	minuteTaker: Id,
	decisions: v.pipe(v.array(prose(4000)), v.maxLength(500)),
	minutesNumber: v.optional(Line)
});
export type CommitteeMeeting = v.InferOutput<typeof CommitteeMeeting>;

export const Preparation = v.strictObject({
	questions: v.pipe(v.array(Question), v.maxLength(500)),
	committeeMeeting: v.nullable(CommitteeMeeting)
});
export type Preparation = v.InferOutput<typeof Preparation>;

export const Command = [
	v.strictObject({ type: v.literal('question.add'), ref: Id, text: prose(4000) }),
	v.strictObject({ type: v.literal('question.remove'), question: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	{ type: 'question.added'; question: Question } | { type: 'question.removed'; question: string };

export type Refusal = 'unknown' | 'id-taken' | 'enough-questions';
