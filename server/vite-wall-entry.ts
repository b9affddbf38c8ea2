import type { Plugin } from 'vite';

/** Builds the wall's and the phone's own scripts beside SvelteKit's, under the names that their pages ask for. */
export function wallEntry(): Plugin {
	return {
		name: 'wall-entry',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		buildStart() {
			this.emitFile({ type: 'chunk', id: 'src/lib/wall/entry.svelte.ts', fileName: '_app/wall.js' });
			this.emitFile({ type: 'chunk', id: 'src/lib/phone/entry.ts', fileName: '_app/phone.js' });
		}
	};
}
