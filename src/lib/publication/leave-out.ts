/** Takes names and phrases out of a text (PB3). */
import { folded } from '../kernel/text.ts';

/** What stands where something was left out (PB6). */
export const SIGN = '[…]';

/** What nobody sees, such as a soft hyphen, may stand in the middle of a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
const UNSEEN = /\p{Cf}/gu;

interface Word {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

function wordsIn(text: string): Word[] {
	return [...text.matchAll(WORD)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		text: match[0].replace(UNSEEN, '')
	}));
}

/**
 * How two words are compared. Several words that stand together are the same whatever their tones, since people
 * type them in haste; a single one only as it is written: without tones it would be half a dozen others.
 */
function reading(count: number): (word: string) => string {
	return count > 1 ? folded : (word) => word.normalize('NFC').toLocaleLowerCase('vi');
}

/** Whether a phrase stands in a text. */
export function standsIn(text: string, phrase: string): boolean {
	return placesOf(text.normalize('NFC'), phrase).length > 0;
}

/** The text, NFC, with a sign at the place of each phrase; of phrases that overlap the whole stretch goes. */
export function without(text: string, phrases: readonly string[]): string {
	const whole = text.normalize('NFC');
	const places = phrases.flatMap((phrase) => placesOf(whole, phrase)).sort((a, b) => a.from - b.from);
	let [left, at] = ['', 0];
	for (const { from, to } of places) {
		if (from >= at) left += whole.slice(at, from) + SIGN;
		at = Math.max(at, to);
	}
	return left + whole.slice(at);
}

function placesOf(text: string, phrase: string): { readonly from: number; readonly to: number }[] {
	const sought = wordsIn(phrase.normalize('NFC'));
	const read = reading(sought.length);
	const wanted = sought.map((word) => read(word.text));
	if (wanted.length === 0) return [];
	const words = wordsIn(text);
	const found = words.map((word) => read(word.text));
	return words.flatMap((word, at) =>
		wanted.every((each, n) => found[at + n] === each)
			? [{ from: word.from, to: words[at + wanted.length - 1]?.to ?? word.to }]
			: []
	);
}
