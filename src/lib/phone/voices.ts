import type { Words } from '../i18n/words.ts';

/** A part of the phone about papers, opinions, threads or what was missed, with its words: both fetched when first shown. */
export async function withVoices<Part>(words: Words, part: Promise<Part>): Promise<Part> {
	const [loaded, { voices }] = await Promise.all([
		part,
		words.locale === 'en' ? import('../i18n/en/voices.ts') : import('../i18n/vi/voices.ts')
	]);
	Object.assign(words, { voices });
	return loaded;
}
