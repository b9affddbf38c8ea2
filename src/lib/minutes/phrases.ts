/** Sentences for the taker of the minutes: of the section first, then the usual ones (S2-2, MI5). */
import data from '../domain/minutes-phrases.json' with { type: 'json' };
import type { FactKind } from '../documents/schema.ts';
import { folded } from '../kernel/text.ts';
import { CLOSING, OPENING } from './minutes.ts';

/** What is put into the text: words, or the place of a fact. */
export type Phrase = { readonly text: string } | { readonly fact: FactKind; readonly ref: string };

export interface Section {
	/** Its name in the minutes. */
	readonly id: string;
	/** Of its item in the templates; null for one made by hand, and for what is no item. */
	readonly code: string | null;
}

/** What of the meeting stands in the sentences. */
export interface Blanks {
	readonly cell: string;
	readonly chair: string;
	readonly taker: string;
	readonly presenter: string;
	readonly topic: string;
}

/** What is left for the taker to say. */
export const GAP = '…';

type Raw = { readonly text: string } | { readonly fact: string; readonly ref: string };

export function phrasesOf(section: Section, blanks: Blanks): { here: Phrase[]; usual: Phrase[] } {
	const table: Readonly<Record<string, readonly Raw[]>> = data.phrases;
	const here = (table[nameOf(section)] ?? []).map((raw) => phrase(raw, section, blanks));
	const keys = new Set(here.map(keyOf));
	const usual = (data.usual as readonly Raw[])
		.map((raw) => phrase(raw, section, blanks))
		.filter((each) => !keys.has(keyOf(each)));
	return { here, usual };
}

/** In a list, and to tell two apart. */
export function keyOf(phrase: Phrase): string {
	return 'text' in phrase ? phrase.text : `${phrase.fact} ${phrase.ref}`;
}

/** Whether every word that is sought begins a word of the sentence, without tones: `dang phi` finds “đảng phí”. */
export function isFound(said: string, sought: string): boolean {
	const words = folded(said).split(/[^\p{L}\p{N}]+/u);
	return folded(sought)
		.split(/\s+/)
		.every((part) => words.some((word) => word.startsWith(part)));
}

function nameOf({ id, code }: Section): string {
	return id === OPENING || id === CLOSING ? id : (code ?? '').replace('thematic.', '');
}

function phrase(raw: Raw, { id }: Section, blanks: Blanks): Phrase {
	if ('text' in raw) return { text: filled(raw.text, blanks) };
	return { fact: raw.fact as FactKind, ref: raw.ref === '$section' ? id : raw.ref };
}

/** What the meeting does not know is left to the taker. */
function filled(text: string, blanks: Blanks): string {
	return text.replace(
		/\{(cell|chair|taker|presenter|topic)\}/g,
		(_, name: keyof Blanks) => blanks[name] || GAP
	);
}
