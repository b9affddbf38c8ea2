import * as v from 'valibot';
import type { ClosedName } from '../access/contract.ts';
import { Id, prose } from '../kernel/schema.ts';

export const Command = [
	/**
	 * Announces a note that the sender then types into the minutes, in the section of the item; once they are frozen
	 * the server writes it there (AD2).
	 */
	v.strictObject({
		type: v.literal('minutes.write'),
		ref: Id,
		text: prose(4000),
		about: v.optional(Id),
		item: v.optional(Id)
	}),
	v.strictObject({
		type: v.literal('minutes.correct'),
		note: Id,
		find: prose(4000),
		replace: v.pipe(v.string(), v.maxLength(16_000)),
		/** Why: asked for once the minutes are frozen (AD4). */
		reason: v.optional(prose(1000))
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'minutes.noted';
			note: string;
			item: string | null;
			about?: string;
			/** Where it is typed while the session is closed (`closed`, CS5); else the minutes. */
			document?: ClosedName;
			/** The minutes were frozen: the server has written it. */
			late?: true;
	  }
	/** `late`: the minutes were frozen, so the server has written it, and what was changed is kept (INV-11). */
	| { type: 'minutes.corrected'; note: string; late?: LateCorrection };

export interface LateCorrection {
	find: string;
	replace: string;
	/** Null in a log of a release that did not ask for it. */
	reason: string | null;
}

export type Refusal = 'unknown' | 'id-taken' | 'text-changed' | 'text-frozen' | 'reason-needed';
