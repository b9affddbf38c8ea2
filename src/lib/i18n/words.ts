import { createContext } from 'svelte';
import type { words as vietnamese } from './vi/words.ts';

export type Locale = 'vi' | 'en';
export const LOCALES: readonly Locale[] = ['vi', 'en'];

/** Every word of the interface in one language. Vietnamese is the source: what it says, the other must say. */
export type Words = { readonly locale: Locale } & typeof vietnamese;

/** Only the one language that the page speaks is fetched. */
export async function loadWords(locale: Locale): Promise<Words> {
	const { words } = locale === 'en' ? await import('./en/words.ts') : await import('./vi/words.ts');
	return { locale, ...words };
}

export const [getWords, setWords] = createContext<Words>();

/** The sentence of a code; a code this page is too old to know is said as a failure without a name. */
export function refusalSentence(words: Words, code: string): string {
	const { refusals }: Partial<Pick<Words, 'refusals'>> = words;
	const sentences: Readonly<Record<string, string>> = refusals ?? {};
	if (code === 'unavailable') return words.common.unavailable;
	return Object.hasOwn(sentences, code) ? (sentences[code] ?? words.common.failed) : words.common.failed;
}
