import type { Plugin } from 'vite';
import { LIVE_PAGES } from './vite-live-entries.ts';

interface Module {
	readonly isEntry: boolean;
	readonly importedIds: readonly string[];
	readonly dynamicallyImportedIds: readonly string[];
}

/** What the bundler knows of the files of a build. */
export interface Graph {
	getModuleIds(): Iterable<string>;
	getModuleInfo(id: string): Module | null;
}

interface Page {
	readonly name: string;
	/** The modules that it needs at once. */
	readonly first: ReadonlySet<string>;
	/** Those, and what it may fetch later. */
	readonly ever: ReadonlySet<string>;
}

/** All pages without a room count as one: what stands in `(plain)` shares buttons and words with the live pages. */
const PLAIN = 'plain';
const ROOM = 'src/lib/meeting/room.svelte.ts';

/**
 * Lays together what the same live pages need at first. Left to itself the bundler makes a file for every set of
 * parts that are ever fetched, and forty small files compressed apart cost a phone some kilobytes more than ten.
 * No live page is sent for it what it does not need at first.
 */
export function sharedChunks(): Plugin {
	let names: ReadonlyMap<string, string> = new Map();
	const groups = [
		{ name: (id: string) => names.get(id) ?? null },
		// Every page needs nearly all of it, but for these.
		{
			name: 'svelte',
			test: /node_modules\/(svelte\/src|clsx)\/(?!.*(bindings\/input|svelte-element|shared\/clone|media-query|reactive-value))/
		}
	];
	// A captured module does not draw along what it needs: that is captured by whom it is needed.
	const output = { codeSplitting: { includeDependenciesRecursively: false, groups } };
	const rolldownOptions = { output };
	return {
		name: 'shared-chunks',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		config: () => ({ environments: { client: { build: { rolldownOptions } } } }),
		// Modules that lie apart from what they need ask for it: a page's own file may then export more than a page.
		options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
		buildEnd() {
			names = chunkNames(this);
		}
	};
}

/** The name of the chunk of each module that a live page needs at first; the others are the bundler's business. */
export function chunkNames(graph: Graph): Map<string, string> {
	const ids = [...graph.getModuleIds()];
	const pages = pagesOf(graph, ids);
	const names = new Map<string, string>();
	for (const id of ids) {
		if (!isLaid(id) || graph.getModuleInfo(id)?.isEntry) continue;
		const first = pages.filter((page) => page.first.has(id));
		if (!first.some(({ name }) => name !== PLAIN)) continue;
		// What few need at first, and others later, lies apart: with a dialog nobody fetches half a page.
		const later = first.length > 2 ? [] : pages.filter((page) => !page.first.has(id) && page.ever.has(id));
		const name = (of: readonly Page[]) => of.map((page) => page.name).join('-');
		names.set(id, later.length > 0 ? `${name(first)}-later-${name(later)}` : name(first));
	}
	return names;
}

function pagesOf(graph: Graph, ids: readonly string[]): Page[] {
	const live = Object.entries(LIVE_PAGES).map(([name, entry]): Page => {
		const from = ids.filter((id) => id.endsWith(entry));
		return { name, first: reached(graph, from, false), ever: reached(graph, from, true) };
	});
	const plain = ids
		.filter((id) => graph.getModuleInfo(id)?.isEntry)
		.filter((id) => ![...reached(graph, [id], false)].some((known) => known.endsWith(ROOM)));
	return [...live, { name: PLAIN, first: reached(graph, plain, false), ever: new Set() }];
}

/** Not what an index of a package passes on, and no page uses at once (`meeting/polling.ts`). */
const isLaid = (id: string) => !/node_modules\/(svelte|clsx)\/|rolldown|transports\/polling/.test(id);

function reached(
	graph: Graph,
	from: readonly string[],
	later: boolean,
	known = new Set<string>()
): Set<string> {
	for (const id of from) {
		const module = graph.getModuleInfo(id);
		if (!module || known.has(id)) continue;
		known.add(id);
		reached(graph, module.importedIds, later, known);
		if (later) reached(graph, module.dynamicallyImportedIds, later, known);
	}
	return known;
}
