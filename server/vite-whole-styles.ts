/**
 * Every page is sent with all the styles of what it shows at first. SvelteKit finds them by walking through the
 * build's manifest, and on its way looks into what is fetched later before it has seen all that comes at once; a
 * part that is reached both ways then counts as later, and stands on the page without its styles until it was
 * fetched. So the entries of the manifest name the styles of all that comes with them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Plugin } from 'vite';

const MANIFEST = '.vite/manifest.json';

export function wholeStyles(): Plugin {
	return {
		name: 'whole-styles',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		writeBundle: {
			order: 'post',
			async handler({ dir = '' }) {
				const file = join(dir, MANIFEST);
				const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
				await writeFile(file, JSON.stringify(withWholeStyles(manifest), null, '\t'));
			}
		}
	};
}

/** The manifest with the styles of all that an entry imports, however far, at the entry itself: those of what is imported first. */
export function withWholeStyles(manifest: Manifest): Manifest {
	const named = Object.entries(manifest).map(([key, chunk]) => {
		const css = chunk.isEntry ? stylesOf(manifest, key, new Set()) : [];
		return [key, css.length > 0 ? { ...chunk, css: [...new Set(css)] } : chunk] as const;
	});
	return Object.fromEntries(named);
}

function stylesOf(manifest: Manifest, key: string, seen: Set<string>): string[] {
	const chunk = manifest[key];
	if (!chunk || seen.has(key)) return [];
	seen.add(key);
	return [...(chunk.imports ?? []).flatMap((other) => stylesOf(manifest, other, seen)), ...(chunk.css ?? [])];
}
