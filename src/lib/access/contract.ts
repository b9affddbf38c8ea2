import * as v from 'valibot';
import { Id } from '../kernel/schema.ts';

export const DocumentName = v.picklist(['agenda', 'minutes', 'resolution']);
export type DocumentName = v.InferOutput<typeof DocumentName>;
/** What is written while a session is closed (`closed/`): a document of its own for each part. */
export type ClosedName = `closed-${number}`;
export const ClosedName = v.custom<ClosedName>(
	(name) => typeof name === 'string' && /^closed-[1-9]\d{0,2}$/.test(name)
);
export const AnyDocument = v.union([DocumentName, ClosedName]);
export type AnyDocument = v.InferOutput<typeof AnyDocument>;
export const Right = v.picklist(['edit', 'propose', 'comment', 'read']);
export type Right = v.InferOutput<typeof Right>;
export const Preset = v.picklist(['together', 'chaired', 'frozen']);
export type Preset = v.InferOutput<typeof Preset>;
export const Role = v.picklist(['desk', 'minuteTaker', 'member', 'observer']);
export type Role = v.InferOutput<typeof Role>;

export const Command = [
	v.strictObject({ type: v.literal('access.preset'), preset: Preset }),
	v.strictObject({ type: v.literal('access.role'), document: DocumentName, role: Role, right: Right }),
	/** One person's own right on a document (all where none is named); null gives back the role's. */
	v.strictObject({
		type: v.literal('access.person'),
		person: Id,
		document: v.optional(DocumentName),
		right: v.nullable(Right)
	})
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'access.preset-chosen'; preset: Preset }
	| { type: 'access.role-changed'; document: DocumentName; role: Role; right: Right }
	| { type: 'access.person-changed'; person: string; documents: DocumentName[]; right: Right | null };

export type Refusal = 'unknown';
