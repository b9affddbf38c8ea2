import { fetchWords, type LaterArea } from '../i18n/later.ts';
import type { Locale, Words } from '../i18n/words.ts';

/** The areas of the catalogue that the pages with an editor show at once; the rest is fetched with what shows it (words.test.ts). */
export const AREAS = [
	'locale',
	'common',
	'terms',
	'room',
	'chair',
	'floor',
	'closed',
	'desk',
	'editor'
] as const satisfies readonly (keyof Words)[];

/** @param more  further areas that a page shows at once */
export async function loadRoomWords(locale: Locale, ...more: readonly LaterArea[]): Promise<Words> {
	// Components ask one context for their words, whatever page they stand on; the test sees to it that here they find them.
	const some = { locale } as Words;
	const [{ words }] = await Promise.all([
		locale === 'en' ? import('./room-english.ts') : import('./room-vietnamese.ts'),
		...more.map((area) => fetchWords(some, area))
	]);
	return Object.assign(some, words satisfies Pick<Words, Exclude<(typeof AREAS)[number], 'locale'>>);
}
