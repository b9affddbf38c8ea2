import type { Words } from './words.ts';

/** The areas of the catalogue that a live page fetches together with what shows them. */
const AREAS = {
	adoption: { vi: () => import('./vi/adoption.ts'), en: () => import('./en/adoption.ts') },
	amendments: { vi: () => import('./vi/amendments.ts'), en: () => import('./en/amendments.ts') },
	ballot: { vi: () => import('./vi/ballot.ts'), en: () => import('./en/ballot.ts') },
	content: { vi: () => import('./vi/content.ts'), en: () => import('./en/content.ts') },
	hall: { vi: () => import('./vi/hall.ts'), en: () => import('./en/hall.ts') },
	panels: { vi: () => import('./vi/panels.ts'), en: () => import('./en/panels.ts') },
	refusals: { vi: () => import('./vi/refusals.ts'), en: () => import('./en/refusals.ts') },
	remarks: { vi: () => import('./vi/remarks.ts'), en: () => import('./en/remarks.ts') },
	scoring: { vi: () => import('./vi/scoring.ts'), en: () => import('./en/scoring.ts') },
	seal: { vi: () => import('./vi/seal.ts'), en: () => import('./en/seal.ts') },
	taker: { vi: () => import('./vi/taker.ts'), en: () => import('./en/taker.ts') },
	tasks: { vi: () => import('./vi/tasks.ts'), en: () => import('./en/tasks.ts') },
	voices: { vi: () => import('./vi/voices.ts'), en: () => import('./en/voices.ts') },
	vote: { vi: () => import('./vi/vote.ts'), en: () => import('./en/vote.ts') }
};

export type LaterArea = keyof typeof AREAS;

/** Puts an area into the page's own catalogue, where components then find it as on every page. */
export async function fetchWords(words: Words, area: LaterArea): Promise<void> {
	if (Object.hasOwn(words, area)) return;
	const fetched: Partial<Words> = await AREAS[area][words.locale]();
	Object.assign(words, { [area]: fetched[area] });
}

/**
 * A part of a live page and the words that it shows: `withWords(words, import('./Some.svelte'), 'tasks')`. Written
 * in this form, `live/words.test.ts` sees to it that nothing in the part asks for words that are not there.
 * @param words  the page's whole catalogue, as `getWords` gives it
 */
export async function withWords<Part>(
	words: Words,
	part: Promise<Part>,
	...areas: readonly LaterArea[]
): Promise<Part> {
	const [loaded] = await Promise.all([part, ...areas.map((area) => fetchWords(words, area))]);
	return loaded;
}
