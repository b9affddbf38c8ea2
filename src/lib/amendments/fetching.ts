import type { Words } from '../i18n/words.ts';

/**
 * A part of a live page that shows amendments, with their words: both are fetched when the page first shows it,
 * and components then find the words where every page has them (live/words.test.ts).
 * @param words  the page's own, as `getWords` gives them
 */
export async function withAmendmentWords<Part>(words: Words, part: Promise<Part>): Promise<Part> {
	const [loaded, { amendments }] = await Promise.all([
		part,
		words.locale === 'en' ? import('../i18n/en/amendments.ts') : import('../i18n/vi/amendments.ts')
	]);
	Object.assign(words, { amendments });
	return loaded;
}
