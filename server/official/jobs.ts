import type { Instant } from '../../src/lib/kernel/decider.ts';
import type { Paper } from '../../src/lib/official/layout.ts';
import type { FileList } from '../../src/lib/seal/files.ts';
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
			/** What lists the files where the record is sealed, without their names and its signature. */
			readonly list: Omit<FileList, 'files' | 'signature'> | null;
			readonly at: Instant;
	  }
	/** A ZIP with a file in the place of the one that had its name. */
	| { readonly as: 'replaced'; readonly zip: Uint8Array; readonly name: string; readonly text: string };

export type Outcome =
	{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };
