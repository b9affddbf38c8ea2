/**
 * SvelteKit 3 refuses to start beside a `svelte.config.js`; this project keeps that file as the one
 * place of its options. The plugin named below sets the project root and only then complains, so the
 * complaint alone is swallowed and everything else is rethrown. Kit is pinned exactly because this
 * leans on that plugin's name; `vite-kit-config.test.ts` fails when either changes.
 */
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';

const GUARD = 'vite-plugin-sveltekit-resolve-root';

export async function sveltekitFromFile(config: Parameters<typeof sveltekit>[0]): Promise<Plugin[]> {
	// Kit 3.2.0's own types forget to import Vite's Plugin.
	const plugins = (await sveltekit(config)) as unknown as Plugin[];
	const guard = plugins.find((plugin) => plugin.name === GUARD);
	if (!guard) throw new Error(`SvelteKit has no plugin ${GUARD} any more: see server/vite-kit-config.ts`);
	guard.config = muted(guard.config);
	return plugins;
}

function muted(hook: Plugin['config']): Plugin['config'] {
	if (!hook) return hook;
	const handler = typeof hook === 'function' ? hook : hook.handler;
	const quiet: typeof handler = async function (this: ThisParameterType<typeof handler>, ...args) {
		try {
			return await handler.apply(this, args);
		} catch (error) {
			if (!String(error).includes('config_file_unsupported')) throw error;
		}
	};
	return typeof hook === 'function' ? quiet : { ...hook, handler: quiet };
}
