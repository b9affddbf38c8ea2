import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import config from '../svelte.config.js';
import { sveltekitFromFile } from './vite-kit-config.ts';

test('SvelteKit’s complaint about svelte.config.js is muted, and nothing else', async () => {
	const plugins = await sveltekitFromFile(config);
	const guard = plugins.find(({ name }) => name === 'vite-plugin-sveltekit-resolve-root');
	const hook = guard?.config;
	const handler = typeof hook === 'function' ? hook : hook?.handler;
	if (!handler) throw new Error('the guard has no config hook any more');
	const environment = { command: 'build', mode: 'production' } as const;
	await expect(
		Promise.resolve(handler.call({} as never, { root: process.cwd() }, environment))
	).resolves.not.toThrow();
});

test('Kit is pinned exactly, for this leans on a name inside it', () => {
	const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	expect(devDependencies['@sveltejs/kit']).toMatch(/^\d+\.\d+\.\d+$/);
});
