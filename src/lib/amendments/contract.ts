import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

const Text = prose(4000);

const proposed = {
	type: v.literal('amendment.propose'),
	for: v.optional(Id),
	ref: Id,
	rationale: v.optional(Text),
	/** The comment or remark that it takes up. */
	basedOn: v.optional(Id)
};

/** The label of a clause that does not exist yet. */
const NewLabel = v.pipe(v.string(), v.regex(/^[^\s]{1,20}$/u));

export const Command = [
	v.strictObject({ ...proposed, kind: v.literal('replace-clause'), clause: Id, text: Text }),
	v.strictObject({ ...proposed, kind: v.literal('delete-clause'), clause: Id }),
	v.strictObject({ ...proposed, kind: v.literal('append'), clause: Id, text: Text }),
	v.strictObject({ ...proposed, kind: v.literal('replace-text'), clause: Id, find: Text, text: Text }),
	/** `clause` is the label; the clause itself will bear the amendment's id. */
	v.strictObject({
		...proposed,
		kind: v.literal('new-clause'),
		clause: NewLabel,
		after: v.nullable(Id),
		text: Text
	}),
	v.strictObject({ type: v.literal('amendment.accept'), amendment: Id }),
	v.strictObject({
		type: v.literal('amendment.merge'),
		amendments: v.pipe(
			v.array(Id),
			v.minLength(2),
			v.maxLength(100),
			v.check((ids) => new Set(ids).size === ids.length)
		)
	}),
	v.strictObject({ type: v.literal('amendment.reject'), amendment: Id, reason: prose(500) }),
	v.strictObject({ type: v.literal('amendment.withdraw'), for: v.optional(Id), amendment: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export const KINDS = ['replace-clause', 'replace-text', 'append', 'delete-clause', 'new-clause'] as const;
export type Kind = (typeof KINDS)[number];

/** What it would do to the draft. `clause` is always an id: of a new clause, the amendment's own. */
export type Change =
	| { kind: 'replace-clause' | 'append'; clause: string; text: string }
	| { kind: 'delete-clause'; clause: string }
	| { kind: 'replace-text'; clause: string; find: string; text: string }
	| { kind: 'new-clause'; clause: string; after: string | null; text: string };

/** What became of it. */
export type Outcome = 'accepted' | 'merged' | 'adopted' | 'rejected' | 'withdrawn' | 'lapsed';

export type Event =
	| {
			type: 'amendment.proposed';
			amendment: string;
			person: string;
			change: Change;
			/** What the clause was called then. */
			label: string;
			/** How the clause read then; empty for a new one. */
			before: string;
			rationale?: string;
			basedOn?: string;
	  }
	| {
			type: 'amendment.settled';
			amendment: string;
			as: Outcome;
			reason?: string;
			/** The vote that decided. */
			vote?: string;
			/** Those it was merged with. */
			with?: string[];
	  };

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'not-allowed'
	| 'not-present'
	| 'text-frozen'
	| 'text-changed'
	| 'not-pending'
	| 'vote-already-open';
