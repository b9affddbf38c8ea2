import type { Words } from '../i18n/words.ts';

/** A part of a live page about the seal, with its words: both are fetched when it is first shown. */
export async function withSealWords<Part>(words: Words, part: Promise<Part>): Promise<Part> {
	const [loaded, { seal }] = await Promise.all([
		part,
		words.locale === 'en' ? import('../i18n/en/seal.ts') : import('../i18n/vi/seal.ts')
	]);
	Object.assign(words, { seal });
	return loaded;
}
