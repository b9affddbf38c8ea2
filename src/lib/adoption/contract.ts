import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

export const Command = [
	/** The recorder reads a section of the minutes out; null when the reading is over (AD5). */
	v.strictObject({ type: v.literal('minutes.read-back'), section: v.nullable(Id) }),
	v.strictObject({ type: v.literal('minutes.agree'), for: v.optional(Id), section: Id }),
	v.strictObject({
		type: v.literal('minutes.ask-correction'),
		for: v.optional(Id),
		ref: Id,
		section: Id,
		text: prose(1000)
	}),
	v.strictObject({
		type: v.literal('minutes.settle-correction'),
		correction: Id,
		as: v.picklist(['done', 'declined']),
		reason: v.optional(prose(1000))
	}),
	/** Puts a comment under its author's name into the minutes (AD11). */
	v.strictObject({ type: v.literal('minutes.quote'), comment: Id }),
	/** The desk answers for the signature of who has no password, once the room's code is gone (AD10). */
	v.strictObject({ type: v.literal('minutes.vouch'), signer: Id, reason: prose(1000) })
] as const;

/** How the signer's sign-in was confirmed again: the account's password, the code on the wall, or the desk's word. */
export type Confirmation = 'password' | 'code' | 'desk';

export type Signing = 'chair' | 'minute-taker';
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	/** `version`: which words of the section are read, by their hash. */
	| { type: 'minutes.reading'; section: string | null; version: string | null }
	| { type: 'minutes.agreed'; section: string; member: string }
	| { type: 'minutes.correction-asked'; correction: string; section: string; member: string; text: string }
	| {
			type: 'minutes.correction-settled';
			correction: string;
			as: 'done' | 'declined';
			reason: string | null;
	  }
	| { type: 'minutes.quoted'; comment: string; section: string }
	/** Holds neither password nor code, only which of them was confirmed; `reason` is the desk's. */
	| {
			type: 'minutes.signed';
			signer: string;
			role: Signing;
			confirmed: Confirmation;
			reason: string | null;
	  };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'not-present'
	| 'text-frozen'
	| 'not-read'
	| 'already-agreed'
	| 'already-settled'
	| 'answer-needed'
	| 'not-quotable'
	| 'already-quoted'
	| 'not-adopted'
	| 'not-allowed'
	| 'already-signed';
