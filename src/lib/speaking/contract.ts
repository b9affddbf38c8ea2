import * as v from 'valibot';
import { Id, Minutes, Seconds, prose, words } from '../kernel/schema.ts';

export const Kind = v.picklist([
	'assigned',
	'free',
	'self-criticism',
	'criticism',
	'reply',
	/** How the meeting itself is held: goes first, and is short (SP12). */
	'point-of-order'
]);
export type Kind = v.InferOutput<typeof Kind>;
export type TurnKind = Kind | 'presentation';

/** In what order the waiting stand (SP10). */
export const Policy = v.picklist(['first-come', 'not-spoken-first', 'least-time-first', 'by-group']);
export type Policy = v.InferOutput<typeof Policy>;

/** What the chair set for the whole meeting in place of what it was made with (SP4, AG9). */
export const Limits = v.strictObject({
	/** Of a turn, where neither the grant nor the item says otherwise. */
	turnSeconds: v.nullable(v.pipe(Seconds, v.minValue(10))),
	/** Of the meeting from its opening on. */
	totalMinutes: v.nullable(v.pipe(Minutes, v.minValue(1)))
});
export type Limits = v.InferOutput<typeof Limits>;

const Group = v.strictObject({ name: words(40), members: v.pipe(v.array(Id), v.maxLength(500)) });
export type Group = v.InferOutput<typeof Group>;

export const Command = [
	v.strictObject({
		type: v.literal('floor.request'),
		for: v.optional(Id),
		ref: Id,
		kind: Kind,
		item: v.optional(Id),
		/** The guiding question that they speak to. */
		question: v.optional(Id)
	}),
	v.strictObject({ type: v.literal('floor.withdraw'), for: v.optional(Id), request: Id }),
	v.strictObject({ type: v.literal('floor.grant'), request: Id, limitSeconds: v.optional(Seconds) }),
	v.strictObject({ type: v.literal('floor.defer'), request: Id, reason: v.optional(prose(4000)) }),
	v.strictObject({ type: v.literal('floor.skip'), request: Id }),
	v.strictObject({ type: v.literal('floor.move'), request: Id, before: v.nullable(Id) }),
	v.strictObject({
		type: v.literal('floor.invite'),
		ref: Id,
		to: Id,
		kind: v.picklist([...Kind.options, 'presentation']),
		limitSeconds: v.optional(Seconds),
		question: v.optional(Id)
	}),
	/** Says of a turn to which question it speaks, or that it speaks to none. */
	v.strictObject({ type: v.literal('floor.about'), turn: Id, question: v.nullable(Id) }),
	/** Puts right how a turn that is over is told: its kind, or how long it was where its end was missed. */
	v.strictObject({
		type: v.literal('floor.correct'),
		turn: Id,
		kind: v.optional(v.picklist([...Kind.options, 'presentation'])),
		seconds: v.optional(v.pipe(Seconds, v.minValue(1)))
	}),
	v.strictObject({ type: v.literal('floor.policy'), policy: Policy }),
	v.strictObject({ type: v.literal('floor.limits'), ...Limits.entries }),
	/** Who belongs to which party group, all of them anew; who is named in none belongs to none. */
	v.strictObject({ type: v.literal('floor.groups'), groups: v.pipe(v.array(Group), v.maxLength(20)) }),
	v.strictObject({ type: v.literal('floor.pause') }),
	v.strictObject({ type: v.literal('floor.resume') }),
	v.strictObject({ type: v.literal('floor.extend'), seconds: v.pipe(Seconds, v.minValue(1)) }),
	v.strictObject({ type: v.literal('floor.end'), for: v.optional(Id), turn: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'floor.requested';
			request: string;
			person: string;
			kind: Kind;
			item: string | null;
			question?: string;
	  }
	| { type: 'floor.withdrawn'; request: string }
	| {
			type: 'floor.granted';
			turn: string;
			person: string;
			kind: TurnKind;
			item: string | null;
			limitSeconds: number | null;
			invited: boolean;
			/** How many stood before this one and could have spoken; absent where the order was kept (SP11). */
			passedOver?: number;
			question?: string;
			/** Of an assigned turn: what its speaker was asked to prepare; absent where that was nothing. */
			topics?: readonly string[];
	  }
	| { type: 'floor.attached'; turn: string; question: string | null }
	| { type: 'floor.corrected'; turn: string; kind: TurnKind; seconds: number }
	| { type: 'floor.deferred'; request: string; reason?: string }
	/** Put by the chair between those who waited then, whatever policy is chosen; `order` is how all stood after it (SP7). */
	| { type: 'floor.moved'; request: string; order: string[] }
	| { type: 'floor.policy-chosen'; policy: Policy }
	| ({ type: 'floor.limited' } & Limits)
	| { type: 'floor.grouped'; groups: Group[] }
	| { type: 'floor.not-reached'; request: string }
	| { type: 'floor.paused' }
	| { type: 'floor.resumed' }
	| { type: 'floor.extended'; seconds: number }
	| { type: 'floor.ended'; turn: string };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'not-present'
	| 'already-waiting'
	| 'not-waiting'
	| 'observer'
	| 'floor-taken'
	| 'not-speaking'
	| 'still-speaking'
	| 'too-long'
	| 'not-allowed'
	| 'not-paused'
	| 'already-paused';
