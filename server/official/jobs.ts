import type { Paper } from '../../src/lib/official/layout.ts';

/** What the writing thread is asked for. */
export type Job =
	{ readonly as: 'docx'; readonly paper: Paper } | { readonly as: 'pdf'; readonly paper: Paper };

export type Outcome =
	{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };
