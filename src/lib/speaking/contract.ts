import * as v from 'valibot';
import { Id, Seconds, prose } from '../kernel/schema.ts';

export const Kind = v.picklist(['assigned', 'free', 'self-criticism', 'criticism', 'reply']);
export type Kind = v.InferOutput<typeof Kind>;
export type TurnKind = Kind | 'presentation';

export const Command = [
	v.strictObject({
		type: v.literal('floor.request'),
		for: v.optional(Id),
		ref: Id,
		kind: Kind,
		item: v.optional(Id)
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
		limitSeconds: v.optional(Seconds)
	}),
	v.strictObject({ type: v.literal('floor.pause') }),
	v.strictObject({ type: v.literal('floor.resume') }),
	v.strictObject({ type: v.literal('floor.extend'), seconds: v.pipe(Seconds, v.minValue(1)) }),
	v.strictObject({ type: v.literal('floor.end'), for: v.optional(Id), turn: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'floor.requested'; request: string; person: string; kind: Kind; item: string | null }
	| { type: 'floor.withdrawn'; request: string }
	| {
			type: 'floor.granted';
			turn: string;
			person: string;
			kind: TurnKind;
			item: string | null;
			limitSeconds: number | null;
			invited: boolean;
	  }
	| { type: 'floor.deferred'; request: string; reason?: string }
	| { type: 'floor.moved'; request: string; before: string | null }
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
	| 'not-allowed'
	| 'not-paused'
	| 'already-paused';
