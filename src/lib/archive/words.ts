/** What makes two texts alike for who searches: one way of reading words, for what is kept and for what is sought. */
import { folded } from '../kernel/text.ts';

/** In the order of their weight (AV3). */
export const PARTS = ['title', 'resolution', 'minutes', 'aside'] as const;
export type Part = (typeof PARTS)[number];

/** Some of a record's words, under one heading. */
export interface Passage {
	readonly part: Part;
	/** Empty where there is none. */
	readonly heading: string;
	readonly text: string;
}

export interface Run {
	readonly text: string;
	readonly found: boolean;
}

export interface Snippet {
	readonly heading: string;
	readonly runs: readonly Run[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text, folded: `Số 05-NQ/CB` is `so`, `05`, `nq`, `cb` (AV2). */
export function wordsOf(text: string): string[] {
	return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const MOST_SOUGHT = 12;

/** Each word once; more than a dozen narrow nothing down. */
export function soughtIn(text: string): string[] {
	return [...new Set(wordsOf(text))].slice(0, MOST_SOUGHT);
}

const BEFORE = 60;
const SHOWN = 220;

/**
 * The place that tells best why a record was found (AV6).
 * @param passages  in any order
 * @param sought    folded words
 * @returns null where none of the words stands in them
 */
export function snippetOf(passages: readonly Passage[], sought: readonly string[]): Snippet | null {
	const best = bestOf(passages, sought);
	if (!best) return null;
	const words = [...best.text.matchAll(WORD)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		found: sought.includes(folded(match[0]))
	}));
	const first = startOf(words, sought.length);
	const from = words.find(({ from: at }) => at >= (words[first]?.from ?? 0) - BEFORE)?.from ?? 0;
	const to = words.findLast(({ to: end }) => end <= from + SHOWN)?.to ?? best.text.length;
	const isLast = words.at(-1)?.to === to;
	const cut = runsOf(best.text, words, from, isLast ? best.text.length : to);
	return { heading: best.heading, runs: withDots(cut, from > 0, !isLast) };
}

/** Where all stand side by side, else where most stand; of the same worth the weightier part, then the earlier. */
function bestOf(passages: readonly Passage[], sought: readonly string[]): Passage | null {
	const phrase = ` ${sought.join(' ')} `;
	let best: { passage: Passage; worth: number } | null = null;
	for (const passage of [...passages].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))) {
		const words = spaced(passage.text);
		if (words.includes(phrase)) return passage;
		const worth = sought.filter((word) => words.includes(` ${word} `)).length;
		if (worth > (best?.worth ?? 0)) best = { passage, worth };
	}
	return best?.passage ?? null;
}

/**
 * The same words as `wordsOf` finds, each between two spaces. Whole records are gone through for each page that is
 * shown, so letters are looked up one by one: ten times as quick as folding the text, which is left for rare ones.
 */
export function spaced(text: string): string {
	const codes = new Uint16Array(text.length + 2);
	let length = 1;
	codes[0] = SPACE;
	for (let at = 0; at < text.length; at += 1) {
		const code = readAs(text.charCodeAt(at));
		if (code === RARE) return ['', ...wordsOf(text), ''].join(' ');
		if (code === NOTHING || (code === SPACE && codes[length - 1] === SPACE)) continue;
		codes[length] = code;
		length += 1;
	}
	if (codes[length - 1] !== SPACE) length += 1;
	codes[length - 1] = SPACE;
	return utf16.decode(codes.subarray(0, length));
}

const utf16 = new TextDecoder('utf-16le');
const SPACE = 32;
/** What a mark leaves of itself. */
const NOTHING = 1;
/** More than one letter, or half of one. */
const RARE = 2;
const UNKNOWN = 0;
/** By code unit: what it is read as. Filled with the letters that are met. */
const READ = new Uint16Array(0x10000);

function readAs(code: number): number {
	const known = READ[code] ?? RARE;
	if (known !== UNKNOWN) return known;
	const read = readAnew(String.fromCharCode(code));
	READ[code] = read;
	return read;
}

function readAnew(letter: string): number {
	if (/\p{Cs}/u.test(letter)) return RARE;
	const read = folded(letter);
	if (read === '') return NOTHING;
	if (!/^[\p{L}\p{N}]+$/u.test(read)) return SPACE;
	return read.length === 1 ? read.charCodeAt(0) : RARE;
}

/** The first word of the stretch in which most of the words stand. */
function startOf(words: readonly { readonly found: boolean }[], length: number): number {
	const foundFrom = (at: number) => words.slice(at, at + length).filter(({ found }) => found).length;
	let [start, most] = [0, 0];
	words.forEach(({ found }, at) => {
		const here = found ? foundFrom(at) : 0;
		if (here > most) [start, most] = [at, here];
	});
	return start;
}

function runsOf(
	text: string,
	words: readonly { readonly from: number; readonly to: number; readonly found: boolean }[],
	from: number,
	to: number
): Run[] {
	const runs: Run[] = [];
	let at = from;
	for (const word of words) {
		if (!word.found || word.from < from || word.to > to) continue;
		if (word.from > at) runs.push({ text: text.slice(at, word.from), found: false });
		runs.push({ text: text.slice(word.from, word.to), found: true });
		at = word.to;
	}
	if (at < to) runs.push({ text: text.slice(at, to), found: false });
	return runs;
}

function withDots(runs: readonly Run[], before: boolean, after: boolean): Run[] {
	const dots = (text: string): Run => ({ text, found: false });
	return [...(before ? [dots('… ')] : []), ...runs, ...(after ? [dots(' …')] : [])];
}
