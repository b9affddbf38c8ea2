import type { Locale, Words } from '../i18n/words.ts';

/** The areas of the catalogue that a phone shows; the rest, two thirds of it, is not fetched (words.test.ts). */
export const AREAS = [
	'locale',
	'common',
	'terms',
	'phone',
	'floor'
] as const satisfies readonly (keyof Words)[];

export async function loadPhoneWords(locale: Locale): Promise<Words> {
	const { words } = locale === 'en' ? await import('./english.ts') : await import('./vietnamese.ts');
	const some: Pick<Words, (typeof AREAS)[number]> = { locale, ...words };
	// Components ask one context for their words, whatever page they stand on; the test sees to it that here they find them.
	return some as Words;
}
