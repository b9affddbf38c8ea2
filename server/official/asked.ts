/** What an address asks for of a record's papers. */
import * as v from 'valibot';
import { Id } from '../../src/lib/kernel/schema.ts';
import { DEFAULT_GUIDE, GUIDES } from '../../src/lib/official/guides.ts';
import { PAPERS, type PaperKind } from '../../src/lib/official/layout.ts';
import { SHEETS, type SheetKind } from '../../src/lib/official/sheets.ts';
import type { Source } from '../../src/lib/official/source.ts';

export type Asked =
	| { readonly what: 'paper'; readonly kind: PaperKind; readonly as: 'docx' | 'pdf' | 'txt' }
	| { readonly what: 'sheet'; readonly kind: SheetKind }
	| { readonly what: 'dossier' };

const Name = v.union([
	v.pipe(
		v.strictObject({ paper: v.picklist(PAPERS), format: v.picklist(['docx', 'pdf', 'txt']) }),
		v.transform(({ paper: kind, format: as }): Asked => ({ what: 'paper', kind, as }))
	),
	v.pipe(
		v.strictObject({ paper: v.picklist(SHEETS), format: v.literal('xlsx') }),
		v.transform(({ paper: kind }): Asked => ({ what: 'sheet', kind }))
	),
	v.pipe(
		v.strictObject({ paper: v.literal('dossier'), format: v.literal('zip') }),
		v.transform((): Asked => ({ what: 'dossier' }))
	)
]);

/** Null for what there is not. */
export function askedFor(paper: string, format: string): Asked | null {
	const { success, output } = v.safeParse(Name, { paper, format });
	return success ? output : null;
}

export const PaperName = v.picklist(PAPERS);

const Choices = v.strictObject({
	form: v.optional(v.picklist(GUIDES.map(({ id }) => id)), DEFAULT_GUIDE.id),
	sign: v.optional(v.picklist(['cell', 'committee']), 'cell'),
	/** Of an extract. */
	item: v.optional(v.nullable(Id), null)
});

export type Chosen = Pick<Source, 'guide' | 'onBehalfOf' | 'item'>;

/** Null for an address that asks for what there is not. */
export function choicesIn(query: URLSearchParams): Chosen | null {
	const pairs = [...query];
	const { success, output } = v.safeParse(Choices, Object.fromEntries(pairs));
	if (!success || new Set(pairs.map(([name]) => name)).size < pairs.length) return null;
	const guide = GUIDES.find(({ id }) => id === output.form) ?? DEFAULT_GUIDE;
	return { guide, onBehalfOf: output.sign, item: output.item };
}
