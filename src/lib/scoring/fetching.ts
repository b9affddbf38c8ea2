import type { Words } from '../i18n/words.ts';

/** A part of a live page about scores, with its words: both are fetched when the page first shows it. */
export async function withScoringWords<Part>(words: Words, part: Promise<Part>): Promise<Part> {
	const [loaded, { scoring }] = await Promise.all([
		part,
		words.locale === 'en' ? import('../i18n/en/scoring.ts') : import('../i18n/vi/scoring.ts')
	]);
	Object.assign(words, { scoring });
	return loaded;
}
