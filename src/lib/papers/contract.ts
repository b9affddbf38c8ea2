import * as v from 'valibot';
import { Id, Line, words } from '../kernel/schema.ts';

/** Who issued it (S2-4); `cell` is one of our own. */
export const Level = v.picklist(['central', 'province', 'sector', 'grassroots', 'cell']);
export type Level = v.InferOutput<typeof Level>;

/** What a paper may be read as; known by its content, never by its name. */
export const FileKind = v.picklist(['pdf', 'docx', 'text']);
export type FileKind = v.InferOutput<typeof FileKind>;

/** 5 MiB. */
export const MOST_BYTES = 5 * 1024 * 1024;

export const PaperFile = v.strictObject({
	id: Id,
	name: words(120),
	kind: FileKind,
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_BYTES)),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
export type PaperFile = v.InferOutput<typeof PaperFile>;

export const Command = [
	v.strictObject({
		type: v.literal('paper.publish'),
		ref: Id,
		title: Line,
		pages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
		/** Left out: everybody. */
		restrictedTo: v.optional(v.literal('members')),
		level: v.optional(Level)
	}),
	/** Sent by the server once the file is kept. */
	v.strictObject({ type: v.literal('paper.attach'), paper: Id, file: PaperFile }),
	v.strictObject({ type: v.literal('paper.open'), paper: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'paper.published';
			paper: string;
			/** Empty to who may not open it. */
			title: string;
			restricted: boolean;
			pages?: number;
			level?: Level;
	  }
	| { type: 'paper.attached'; paper: string; file: PaperFile }
	| { type: 'paper.opened'; paper: string; person: string };

export type Refusal = 'unknown' | 'id-taken' | 'restricted';
