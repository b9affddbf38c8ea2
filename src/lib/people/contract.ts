import * as v from 'valibot';
import { Count, Id, Line, Name, words } from '../kernel/schema.ts';

const Title = words(200);

export const Member = v.strictObject({
	kind: v.literal('member'),
	id: Id,
	name: Line,
	partyStatus: v.picklist(['official', 'probationary']),
	office: v.picklist(['secretary', 'deputy_secretary', 'cell_committee_member', 'member']),
	standing: v.picklist(['active', 'exempt', 'special-duty', 'temporary-elsewhere', 'suspended']),
	hasDevice: v.boolean(),
	assistedBy: v.optional(Id)
});

const Rank = v.picklist(['delegation_head', 'higher_level_delegate', 'guest_observer']);
const Mode = v.picklist(['room', 'remote']);
/** How many model meetings of the year they must attend, and have attended before this one (S1-3). */
const Quota = v.strictObject({ required: Count, attendedBefore: Count });

export const Observer = v.strictObject({
	kind: v.literal('observer'),
	id: Id,
	name: Line,
	title: Line,
	organisation: Line,
	delegation: v.optional(Line),
	rank: Rank,
	mode: Mode,
	supervises: v.boolean(),
	quota: v.optional(Quota)
});

export const Person = v.variant('kind', [Member, Observer]);

/** Who an observer is, as the desk writes it down. */
const Described = {
	name: Name,
	title: Title,
	organisation: Title,
	mode: Mode,
	delegation: v.optional(Title),
	quota: v.optional(Quota)
};

/** Offices of one meeting, handed over while it lives, and who observes it. */
export const Command = [
	v.strictObject({ type: v.literal('chair.hand-over'), to: Id }),
	v.strictObject({ type: v.literal('facilitator.appoint'), to: v.nullable(Id) }),
	v.strictObject({ type: v.literal('minutes.appoint'), to: Id }),
	v.strictObject({
		type: v.literal('observer.invite'),
		ref: Id,
		...Described,
		/** Unless said a guest, or a delegate of the level above who follows the cell. */
		rank: v.optional(Rank),
		/** Whether they follow this cell for the level above (S1-2). */
		supervises: v.optional(v.boolean())
	}),
	/** All that is known of an observer, anew: what is left out is not so any more. */
	v.strictObject({
		type: v.literal('observer.change'),
		observer: Id,
		...Described,
		/** A guest may have come without saying (lobby LO1). */
		title: v.optional(Title),
		organisation: v.optional(Title),
		rank: Rank,
		supervises: v.boolean()
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'chair.handed-over'; to: string }
	| { type: 'facilitator.appointed'; to: string | null }
	| { type: 'minute-taker.appointed'; to: string }
	/** Who came or changed, and who left the cell before the meeting was opened. */
	| { type: 'roster.changed'; people: v.InferOutput<typeof Person>[]; removed?: string[] };

export type Refusal = 'unknown' | 'id-taken' | 'not-eligible';
