/**
 * The script of a screen's page. That page leaves SvelteKit's own client out: a screen only looks, and may be an
 * old machine on a weak link. What the server rendered stays until the live view takes its place, in one step.
 */
import { mount } from 'svelte';
import type { RoomData } from '../meeting/room.svelte.ts';
import Stage from './Stage.svelte';
import { loadWallWords } from './words.svelte.ts';

const RETRY_MS = 3_000;

async function begin(still: HTMLElement): Promise<void> {
	const { meeting = '', locale } = still.dataset;
	const [data, words] = await Promise.all([dataOf(meeting), loadWallWords(locale === 'en' ? 'en' : 'vi')]);
	const live = document.createElement('div');
	mount(Stage, { target: live, props: { data, words } });
	still.replaceWith(live);
}

async function dataOf(meeting: string): Promise<RoomData> {
	for (;;) {
		try {
			const answer = await fetch(`/meetings/${meeting}/wall/data`);
			if (answer.ok) return (await answer.json()) as RoomData;
		} catch {
			// No link: what the server rendered stands there meanwhile.
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
	}
}

const still = document.getElementById('wall');
if (still) void begin(still);
