import type { Instant } from '../../src/lib/kernel/decider.ts';
import type { Paper } from '../../src/lib/official/layout.ts';
import type { SheetTable } from '../../src/lib/official/sheets.ts';

/** What the writing thread is asked for. */
export type Job =
	| { readonly as: 'docx' | 'pdf'; readonly paper: Paper }
	| { readonly as: 'xlsx'; readonly table: SheetTable; readonly at: Instant }
	| {
			readonly as: 'zip';
			readonly papers: readonly Paper[];
			readonly tables: readonly SheetTable[];
			/** Further files, as they are. */
			readonly texts: Readonly<Record<string, string>>;
			readonly files?: Readonly<Record<string, Uint8Array>>;
			readonly at: Instant;
	  };

export type Outcome =
	{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };
