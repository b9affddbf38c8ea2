import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** Builds the editor's page as production would; returns the folder of its files. */
export async function buildPage(): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), 'editor-page-'));
	await build({
		configFile: false,
		root: import.meta.dirname,
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		build: { outDir, emptyOutDir: true, target: 'esnext' }
	});
	return outDir;
}
