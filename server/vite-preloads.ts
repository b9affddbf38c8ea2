import type { Plugin } from 'vite';

interface File {
	readonly fileName: string;
	readonly imports?: readonly string[];
}

/**
 * With every part of a page that is fetched later, Vite fetches all files that the part needs, and a page carries
 * the list. Left out of it is what the page has by then, because the script that asks for the part needs it itself.
 */
export function preloads(): Plugin {
	let files: Readonly<Record<string, File>> = {};
	const resolveDependencies = (_part: string, needed: string[], { hostId }: { readonly hostId: string }) => {
		const here = reached(files, hostId);
		return needed.filter((file) => !here.has(file));
	};
	return {
		name: 'preloads',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		config: () => ({ environments: { client: { build: { modulePreload: { resolveDependencies } } } } }),
		generateBundle: {
			order: 'pre',
			handler(_options, bundle) {
				files = bundle;
			}
		}
	};
}

/** The file, and all that is fetched together with it. */
export function reached(
	files: Readonly<Record<string, File>>,
	from: string,
	known = new Set<string>()
): ReadonlySet<string> {
	if (known.has(from)) return known;
	known.add(from);
	for (const next of files[from]?.imports ?? []) reached(files, next, known);
	return known;
}
