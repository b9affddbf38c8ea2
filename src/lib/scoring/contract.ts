import * as v from 'valibot';
import { Id, prose, words } from '../kernel/schema.ts';

/** What the room can know about an item of a frame (SC9). */
export const Fact = v.picklist([
	'duration',
	'on-time',
	'rate',
	'unexcused',
	'excused-in-a-row',
	'agenda-whole',
	'draft',
	'questions',
	'committee-met',
	'notified',
	'posted-before',
	'posted-after',
	'steps-done',
	'minutes-kept',
	'speakers',
	'members-reviewed',
	'self-criticism',
	'ideology-minutes',
	'previous-tasks',
	'resolution-voted',
	'minutes-approved',
	'tasks-whole'
]);
export type Fact = v.InferOutput<typeof Fact>;

/** What an option asks of the first finding: so much percent, or at most so many minutes short. */
export const Limit = v.union([
	v.strictObject({ percent: v.number() }),
	v.strictObject({ minutesShort: v.number() })
]);
export type Limit = v.InferOutput<typeof Limit>;

const Tenths = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));
const Code = Id;

export const Criterion = v.strictObject({
	code: Code,
	title: words(600),
	/** Null in a checklist, which has no points. */
	maxPoints: v.nullable(Tenths),
	/** SC3 */
	thematic: v.boolean(),
	/** From the best to the worst; `from` is null for what is left. */
	options: v.pipe(
		v.array(v.strictObject({ label: words(600), points: Tenths, from: v.nullable(Limit) })),
		v.maxLength(20)
	),
	evidence: v.pipe(v.array(Fact), v.maxLength(20))
});
export type Criterion = v.InferOutput<typeof Criterion>;

export const Frame = v.strictObject({
	id: v.pipe(v.string(), v.maxLength(64)),
	title: words(600),
	overlay: v.nullable(v.pipe(v.string(), v.maxLength(64))),
	groups: v.pipe(
		v.array(
			v.strictObject({ code: Code, title: words(600), items: v.pipe(v.array(Criterion), v.maxLength(100)) })
		),
		v.maxLength(50)
	),
	/** From the top. */
	grades: v.pipe(v.array(v.strictObject({ code: Code, label: words(100), min: Tenths })), v.maxLength(20)),
	/** SC4: what the overlay makes of a grade. */
	gradeRules: v.pipe(
		v.array(v.strictObject({ grade: Code, requiresMaxOn: v.array(Code), otherwise: Code })),
		v.maxLength(20)
	)
});
export type Frame = v.InferOutput<typeof Frame>;

/** Whatever somebody gives; what the frame does not allow is for the rule to refuse (SC2). */
const Points = v.pipe(
	v.record(Id, v.number()),
	v.check((points) => Object.keys(points).length <= 500)
);
export type Points = Readonly<Record<string, number>>;

export const Command = [
	v.strictObject({ type: v.literal('score.submit'), points: Points, note: v.optional(prose(4000)) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

/** `self`: for the cell, by its chair. */
export interface Event {
	type: 'score.submitted';
	person: string;
	as: 'self' | 'observer';
	points: Record<string, number>;
	total: number;
	grade: string;
	note: string | null;
}

export type Refusal = 'invalid-score' | 'not-present';
