import type { AgendaItem } from './agenda.ts';

export const STEPS = ['open', 'discuss', 'vote', 'close'] as const;
export type Step = (typeof STEPS)[number];
export type Said = Partial<Record<Step, string>>;

type Coded = Pick<AgendaItem, 'code'>;
type MeetingType = 'regular' | 'thematic' | 'combined';

/** What of the meeting stands in the words. */
export interface Blanks {
	readonly cell: string;
	readonly meeting: string;
	readonly topic: string;
	/** The statement of numbers (S2-2). */
	readonly numbers: string;
}

const THEMATIC = 'thematic.';

/** The name of an item in the tables, whichever template it is of. */
export const nameOf = (code: string) => code.replace(THEMATIC, '');

/** What is said at an item of the templates; empty for an item made by hand. A kind of meeting fetches its own table. */
export async function saidAt({ code }: Coded, type: MeetingType): Promise<Said> {
	if (code === null) return {};
	const table: Readonly<Record<string, Said>> =
		type === 'thematic' || code.startsWith(THEMATIC)
			? (await import('../domain/say-thematic.json')).thematic
			: (await import('../domain/say-regular.json')).regular;
	return table[nameOf(code)] ?? {};
}

/** The words for the chair, in the order of saying. */
export function wordsToSay(said: Said, blanks: Blanks): [Step, string][] {
	return STEPS.flatMap((step): [Step, string][] =>
		said[step] === undefined ? [] : [[step, filled(said[step], blanks)]]
	);
}

function filled(text: string, blanks: Blanks): string {
	return text.replace(/\{(cell|meeting|topic|numbers)\}/g, (_, name: keyof Blanks) => blanks[name]);
}
