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

export const Observer = v.strictObject({
	kind: v.literal('observer'),
	id: Id,
	name: Line,
	title: Line,
	organisation: Line,
	delegation: v.optional(Line),
	rank: v.picklist(['delegation_head', 'higher_level_delegate', 'guest_observer']),
	mode: v.picklist(['room', 'remote']),
	supervises: v.boolean(),
	/** How many model meetings of the year they must attend, and have attended before this one (S1-3). */
	quota: v.optional(v.strictObject({ required: Count, attendedBefore: Count }))
});

export const Person = v.variant('kind', [Member, Observer]);

/** Offices of one meeting, handed over while it lives. */
export const Command = [
	v.strictObject({ type: v.literal('chair.hand-over'), to: Id }),
	v.strictObject({ type: v.literal('facilitator.appoint'), to: v.nullable(Id) }),
	v.strictObject({ type: v.literal('minutes.appoint'), to: Id }),
	v.strictObject({
		type: v.literal('observer.invite'),
		ref: Id,
		name: Name,
		title: Title,
		organisation: Title,
		mode: v.picklist(['room', 'remote']),
		/** Follows the cell for the committee above. */
		supervises: v.optional(v.boolean())
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
