import * as v from 'valibot';
import { Id, Name, words } from '../kernel/schema.ts';

const Title = words(200);

/** What somebody without a name in the room may send, and what the desk answers. `device` is the sender's account, set by the server. */
export const Command = [
	v.strictObject({ type: v.literal('join.claim'), ref: Id, member: Id }),
	v.strictObject({
		type: v.literal('join.knock'),
		ref: Id,
		name: Name,
		/** May be left out: the desk knows whom it let in, and asks otherwise. */
		title: v.optional(Title),
		organisation: v.optional(Title),
		mode: v.picklist(['room', 'remote'])
	}),
	v.strictObject({
		type: v.literal('join.confirm'),
		entries: v.pipe(v.array(Id), v.minLength(1), v.maxLength(500))
	}),
	v.strictObject({ type: v.literal('join.refuse'), entry: Id }),
	/** A wrong name or a lost phone: the device loses the name at once. */
	v.strictObject({ type: v.literal('join.revoke'), entry: Id }),
	/** A tablet that is passed round: whom it may speak for besides whoever came in with it; nobody makes it one person's again. */
	v.strictObject({
		type: v.literal('join.share'),
		entry: Id,
		members: v.pipe(v.array(Id), v.maxLength(60))
	}),
	/** Who takes the shared device into their hands. */
	v.strictObject({ type: v.literal('join.use'), member: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export interface Guest {
	name: string;
	/** Empty where they did not say. */
	title: string;
	organisation: string;
	mode: 'room' | 'remote';
}

export type Event =
	| { type: 'join.claimed'; entry: string; device: string; member: string }
	| { type: 'join.knocked'; entry: string; device: string; guest: Guest }
	| { type: 'join.confirmed'; entry: string; device: string; person: string; guest?: Guest }
	| { type: 'join.refused'; entry: string }
	| { type: 'join.revoked'; entry: string; device: string }
	| { type: 'join.shared'; entry: string; device: string; members: string[] }
	| { type: 'join.used'; entry: string; device: string; member: string };

export type Refusal =
	'unknown' | 'id-taken' | 'not-waiting' | 'already-waiting' | 'name-taken' | 'not-eligible' | 'not-shared';
