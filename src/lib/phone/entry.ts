/**
 * The script of the phone's page. That page leaves SvelteKit's own client out: a cheap phone pays for every
 * kilobyte. What the server rendered stays until the live view takes its place, in one step.
 */
import { mount } from 'svelte';
import Stage from './Stage.svelte';
import { START, type Start } from './start.ts';
import { loadPhoneWords } from './words.ts';

async function begin(still: HTMLElement): Promise<void> {
	const words = await loadPhoneWords(still.dataset.locale === 'en' ? 'en' : 'vi');
	const start = JSON.parse(document.getElementById(START)?.textContent ?? '') as Start;
	const live = document.createElement('div');
	mount(Stage, { target: live, props: { start, words } });
	still.replaceWith(live);
}

const still = document.getElementById('phone');
if (still) void begin(still);
