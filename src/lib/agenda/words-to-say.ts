import data from '../domain/agenda-words.json' with { type: 'json' };
import type { AgendaItem } from './agenda.ts';

export const STEPS = ['open', 'discuss', 'vote', 'close'] as const;
export type Step = (typeof STEPS)[number];
export type Said = Partial<Record<Step, string>>;

/** What of the meeting stands in the words. */
export interface Blanks {
	readonly cell: string;
	readonly meeting: string;
	readonly topic: string;
	/** The statement of numbers (S2-2). */
	readonly numbers: string;
}

const THEMATIC = 'thematic.';

/** The words for the chair at an item of the templates, in the order of saying; empty for an item made by hand. */
export function wordsToSay(
	{ code }: Pick<AgendaItem, 'code'>,
	type: 'regular' | 'thematic' | 'combined',
	blanks: Blanks
): [Step, string][] {
	if (code === null) return [];
	const isThematic = type === 'thematic' || code.startsWith(THEMATIC);
	const table: Readonly<Record<string, Said>> = isThematic ? data.thematic : data.regular;
	const said = table[code.replace(THEMATIC, '')] ?? {};
	return STEPS.flatMap((step): [Step, string][] =>
		said[step] === undefined ? [] : [[step, filled(said[step], blanks)]]
	);
}

/** Sentences that a conclusion may begin from: those of the item first, then those of its kind. */
export function conclusionsFor({ code }: Pick<AgendaItem, 'code'>): string[] {
	const table: Readonly<Record<string, readonly string[]>> = data.conclusions;
	const name = code?.replace(THEMATIC, '') ?? '';
	const isVoted = name.startsWith('close.') || name === 'open.agenda' || name === 'open.minute-taker';
	return [...(table[name] ?? []), ...(table[isVoted ? 'vote' : 'content'] ?? [])];
}

function filled(text: string, blanks: Blanks): string {
	return text.replace(/\{(cell|meeting|topic|numbers)\}/g, (_, name: keyof Blanks) => blanks[name]);
}
