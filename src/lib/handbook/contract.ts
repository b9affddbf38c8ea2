import * as v from 'valibot';

/** What goes into the app: the papers before the meeting, what came of it afterwards. */
export const What = v.picklist(['papers', 'record']);
export type What = v.InferOutput<typeof What>;

/** What a proof may be; known by its content, never by its name. */
export const ProofKind = v.picklist(['png', 'jpeg', 'pdf']);
export type ProofKind = v.InferOutput<typeof ProofKind>;

/** 5 MiB. */
export const MOST_BYTES = 5 * 1024 * 1024;
