/** What an address asks for of a record's papers. */
import * as v from 'valibot';
import { Id } from '../../src/lib/kernel/schema.ts';
import { DEFAULT_GUIDE, GUIDES } from '../../src/lib/official/guides.ts';
import { PAPERS } from '../../src/lib/official/layout.ts';
import type { Source } from '../../src/lib/official/source.ts';

export const PaperName = v.picklist(PAPERS);
export const Format = v.picklist(['docx', 'pdf', 'txt']);
export type Format = v.InferOutput<typeof Format>;

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
