import { createContext } from 'svelte';
import type { Terms } from '../i18n/vi/terms.ts';
import type { Wall } from '../i18n/vi/wall.ts';
import type { Locale } from '../i18n/words.ts';

/** The few words that a screen shows; the rest of the catalogue is not fetched for it. */
export interface WallWords {
	readonly locale: Locale;
	readonly wall: Wall;
	readonly terms: Terms;
}

export async function loadWallWords(locale: Locale): Promise<WallWords> {
	const [{ wall }, { terms }] =
		locale === 'en'
			? await Promise.all([import('../i18n/en/wall.ts'), import('../i18n/en/terms.ts')])
			: await Promise.all([import('../i18n/vi/wall.ts'), import('../i18n/vi/terms.ts')]);
	return { locale, wall, terms };
}

export const [getWallWords, setWallWords] = createContext<WallWords>();
