import * as v from 'valibot';
import { Id, Line, prose, words } from '../kernel/schema.ts';

/** A day of the calendar: `2026-11-30`. */
export const Day = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}$/),
	v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false)
);

export const Status = v.picklist(['done', 'in-progress', 'not-done']);
export type Status = v.InferOutput<typeof Status>;

/** In tenths, as people say it: 88.6. */
const Percent = v.pipe(
	v.number(),
	v.minValue(0),
	v.maxValue(100),
	v.transform((percent) => Math.round(percent * 10) / 10)
);
const Text = prose(4000);
/** When somebody reports on it, as people say it: the meeting of December. */
const Report = words(100);
const People = v.pipe(v.array(Id), v.maxLength(200));

/** Words that may be missing so far. */
const MaybeText = v.union([v.literal(''), Text]);

/** A task of the meeting before, as this one finds it (TA6). */
export const PreviousTask = v.strictObject({
	id: Id,
	task: Text,
	owner: v.nullable(Id),
	group: v.optional(v.nullable(Line), null),
	deadline: v.optional(v.nullable(Day), null),
	stateAtStart: MaybeText,
	result: MaybeText,
	status: Status,
	percent: Percent,
	cause: v.optional(MaybeText, ''),
	/** Something that a debrief found must be put right. */
	remedy: v.optional(v.literal(true))
});
export type PreviousTask = v.InferOutput<typeof PreviousTask>;

export const Command = [
	v.strictObject({
		type: v.literal('task.assign'),
		ref: Id,
		task: Text,
		owner: v.optional(Id),
		group: v.optional(Line),
		supports: v.optional(People),
		deadline: v.optional(Day),
		reportAt: v.optional(Report),
		clause: v.optional(Id),
		/** Left out: the running one. */
		item: v.optional(Id)
	}),
	v.strictObject({
		type: v.literal('task.change'),
		task: Id,
		words: v.optional(Text),
		owner: v.optional(v.nullable(Id)),
		group: v.optional(v.nullable(Line)),
		supports: v.optional(People),
		deadline: v.optional(v.nullable(Day)),
		reportAt: v.optional(v.nullable(Report))
	}),
	v.strictObject({ type: v.literal('task.remove'), task: Id }),
	v.strictObject({
		type: v.literal('task.review'),
		task: Id,
		status: v.optional(Status),
		percent: v.optional(Percent),
		result: v.optional(MaybeText),
		cause: v.optional(MaybeText)
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export interface Assignment {
	readonly words: string;
	readonly owner: string | null;
	readonly group: string | null;
	readonly supports: readonly string[];
	readonly deadline: string | null;
	readonly reportAt: string | null;
}

export type Event =
	| ({ type: 'task.assigned'; task: string; clause: string | null; item: string | null } & Assignment)
	| ({ type: 'task.changed'; task: string } & Partial<Assignment>)
	| { type: 'task.removed'; task: string }
	| ({ type: 'task.reviewed'; task: string } & Partial<
			Pick<PreviousTask, 'status' | 'percent' | 'result' | 'cause'>
	  >);

export type Refusal = 'unknown' | 'id-taken' | 'not-allowed';
