import { mount, type Component } from 'svelte';
import type { Locale, Words } from '../i18n/words.ts';
import Stage from './Stage.svelte';
import { START, STILL } from './start.ts';

/**
 * Brings a live page to life. Such a page leaves SvelteKit's own client out: whoever joins from a cheap phone pays
 * for every kilobyte. What the server rendered stays until the live view takes its place, in one step.
 */
export async function begin<Start extends object>(
	view: Component<Start>,
	loadWords: (locale: Locale) => Promise<Words>
): Promise<void> {
	const still = document.getElementById(STILL);
	if (!still) return;
	const words = await loadWords(still.dataset.locale === 'en' ? 'en' : 'vi');
	const start = JSON.parse(document.getElementById(START)?.textContent ?? '') as Start;
	const live = document.createElement('div');
	mount(Stage, { target: live, props: { view, start, words } });
	still.replaceWith(live);
}
