import type { Plugin } from 'vite';

/** The pages that bring a script of their own instead of SvelteKit's client, and where it begins. */
export const LIVE_PAGES = {
	wall: 'src/lib/wall/entry.svelte.ts',
	phone: 'src/lib/phone/entry.ts',
	desk: 'src/routes/meetings/[id]/desk/entry.ts',
	observe: 'src/routes/meetings/[id]/observe/entry.ts',
	debrief: 'src/routes/meetings/[id]/debrief/entry.ts',
	write: 'src/routes/meetings/[id]/write/[document]/entry.ts'
} as const;
export type LivePage = keyof typeof LIVE_PAGES;

/** Builds the scripts of the live pages beside SvelteKit's, under the names that their pages ask for. */
export function liveEntries(): Plugin {
	return {
		name: 'live-entries',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		buildStart() {
			for (const [name, id] of Object.entries(LIVE_PAGES))
				this.emitFile({ type: 'chunk', id, fileName: `_app/${name}.js` });
		}
	};
}
