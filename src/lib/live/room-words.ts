import type { Locale, Words } from '../i18n/words.ts';

/** The areas of the catalogue that the pages with an editor show; the rest is not fetched (words.test.ts). */
export const AREAS = [
	'locale',
	'common',
	'terms',
	'room',
	'vote',
	'ballot',
	'hall',
	'tasks',
	'remarks',
	'chair',
	'floor',
	'content',
	'closed',
	'desk',
	'voices',
	'editor'
] as const satisfies readonly (keyof Words)[];

/** What a part of such a page that is fetched later brings with it. */
export const LATER = [
	'adoption',
	'amendments',
	'refusals',
	'scoring',
	'seal'
] as const satisfies readonly (keyof Words)[];

export async function loadRoomWords(locale: Locale): Promise<Words> {
	const { words } =
		locale === 'en' ? await import('./room-english.ts') : await import('./room-vietnamese.ts');
	const some: Pick<Words, (typeof AREAS)[number]> = { locale, ...words };
	// Components ask one context for their words, whatever page they stand on; the test sees to it that here they find them.
	return some as Words;
}
