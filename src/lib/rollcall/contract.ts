import * as v from 'valibot';
import { Id, Line, prose } from '../kernel/schema.ts';

export const LeaveKind = v.picklist(['absent', 'late', 'early']);
export const Mode = v.picklist(['room', 'online']);

export const Command = [
	v.strictObject({
		type: v.literal('attendance.check-in'),
		for: v.optional(Id),
		method: v.picklist(['qr', 'self', 'desk']),
		/** Where the member is; in the room unless said. */
		mode: v.optional(Mode),
		/** What the room's QR says; needed with `qr`. */
		code: v.optional(v.pipe(v.string(), v.maxLength(64)))
	}),
	/** Marks many at once: the desk's "everybody else is here". */
	v.strictObject({
		type: v.literal('attendance.check-in-all'),
		members: v.pipe(v.array(Id), v.minLength(1), v.maxLength(500))
	}),
	v.strictObject({ type: v.literal('attendance.leave'), for: v.optional(Id) }),
	/** Takes a wrong check-in or departure back: the last change to that person's presence never happened. */
	v.strictObject({ type: v.literal('attendance.retract'), of: Id }),
	v.strictObject({
		type: v.literal('leave.request'),
		for: v.optional(Id),
		kind: LeaveKind,
		reason: v.strictObject({ code: Line, text: v.optional(prose(4000)) })
	}),
	v.strictObject({ type: v.literal('leave.decide'), of: Id, accept: v.boolean() }),
	v.strictObject({
		type: v.literal('observer.join'),
		for: v.optional(Id),
		mode: v.optional(v.picklist(['room', 'remote']))
	}),
	v.strictObject({ type: v.literal('observer.leave'), for: v.optional(Id) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Method = 'qr' | 'self' | 'desk';
export type Place = 'room' | 'online' | 'remote';
export interface Reason {
	code: string;
	/** Absent where the viewer may not read it. */
	text?: string;
}

export type Event =
	| { type: 'attendance.checked-in'; member: string; method: Method; place: 'room' | 'online' }
	| { type: 'attendance.left'; member: string }
	| { type: 'attendance.retracted'; member: string }
	| { type: 'leave.requested'; member: string; kind: 'absent' | 'late' | 'early'; reason: Reason }
	| { type: 'leave.decided'; member: string; accepted: boolean }
	| { type: 'observer.joined'; observer: string; place: 'room' | 'remote' }
	| { type: 'observer.left'; observer: string };

export type Refusal =
	| 'unknown'
	| 'not-summoned'
	| 'not-present'
	| 'already-present'
	| 'wrong-code'
	| 'nothing-to-decide'
	| 'nothing-to-retract';
