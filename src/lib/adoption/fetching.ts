import type { Words } from '../i18n/words.ts';

/**
 * A part of a live page that is about adopting the minutes, with its words: both are fetched when the page first
 * shows it.
 * @param words  the page's own, as `getWords` gives them
 */
export async function withAdoptionWords<Part>(words: Words, part: Promise<Part>): Promise<Part> {
	const [loaded, { adoption }] = await Promise.all([
		part,
		words.locale === 'en' ? import('../i18n/en/adoption.ts') : import('../i18n/vi/adoption.ts')
	]);
	Object.assign(words, { adoption });
	return loaded;
}
