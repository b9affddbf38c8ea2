import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = process.cwd();

interface Import {
	readonly from: string;
	readonly to: string;
	readonly typeOnly: boolean;
}

function files(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return files(path);
		return /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
	});
}

function importsOf(file: string): Import[] {
	const text = readFileSync(join(root, file), 'utf8');
	return [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm)].map(
		([, type, path = '']) => ({
			from: file,
			to: resolved(file, path),
			typeOnly: type !== undefined
		})
	);
}

function resolved(file: string, path: string): string {
	if (path.startsWith('#lib/')) return `src/lib/${path.slice(5)}`;
	return path.startsWith('.') ? relative(root, normalize(join(root, dirname(file), path))) : path;
}

const all = [...files('src'), ...files('server')];
const imports = all.flatMap(importsOf);
const broken = (rule: (each: Import) => boolean) =>
	imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);

/** Folders that hold one feature's rules. */
const FEATURES = [
	'access',
	'adoption',
	'agenda',
	'amendments',
	'archive',
	'ceremony',
	'clauses',
	'closed',
	'comments',
	'commitments',
	'conclusions',
	'debrief',
	'handbook',
	'lobby',
	'minutes',
	'news',
	'numbers',
	'readiness',
	'remarks',
	'replay',
	'reports',
	'opinions',
	'papers',
	'preparation',
	'publication',
	'rollcall',
	'scoring',
	'seal',
	'speaking',
	'standing',
	'substance',
	'tasks',
	'vote',
	'wall'
];
const featureOf = (path: string) => FEATURES.find((feature) => path.startsWith(`src/lib/${feature}/`));
const isCore = (path: string) =>
	featureOf(path) !== undefined && path.endsWith('.ts') && !path.endsWith('contract.ts');

test('a feature’s core imports no other feature', () => {
	expect(
		broken(
			({ from, to, typeOnly }) =>
				isCore(from) && !typeOnly && featureOf(to) !== undefined && featureOf(to) !== featureOf(from)
		)
	).toEqual([]);
});

test('a feature’s core knows no clock, network, database, framework or schema library', () => {
	const outside = /^(node:|svelte|socket\.io|yjs|valibot|postgres|drizzle-orm|@sveltejs)|^server\//;
	expect(
		broken(
			({ from, to, typeOnly }) =>
				isCore(from) && !from.endsWith('.svelte.ts') && !typeOnly && outside.test(to)
		)
	).toEqual([]);
	const impure = all.filter(
		(file) =>
			isCore(file) &&
			!file.endsWith('.svelte.ts') &&
			/Date\.now|Math\.random|performance\.now|new Date\(\)/.test(readFileSync(join(root, file), 'utf8'))
	);
	expect(impure).toEqual([]);
});

test('the kernel knows no feature', () => {
	expect(
		broken(
			({ from, to }) =>
				from.startsWith('src/lib/kernel/') && !to.startsWith('src/lib/kernel/') && to !== 'valibot'
		)
	).toEqual([]);
});

test('browser code never imports the server, but for types', () => {
	const isServerFile = (file: string) =>
		/\+(page|layout)\.server\.ts$|\+server\.ts$|hooks\.server\.ts$/.test(file);
	expect(
		broken(
			({ from, to, typeOnly }) =>
				from.startsWith('src/') && !isServerFile(from) && !typeOnly && to.startsWith('server/')
		)
	).toEqual([]);
});

test('lucia is imported by one file', () => {
	expect(new Set(imports.filter(({ to }) => to === 'lucia').map(({ from }) => from)).size).toBe(1);
});

test('only the composition root holds process-wide state', () => {
	const stateful = all.filter(
		(file) =>
			file.startsWith('server/') &&
			!/server\/(app|dev)\.ts$/.test(file) &&
			/^(export )?let /m.test(readFileSync(join(root, file), 'utf8'))
	);
	expect(stateful).toEqual([]);
});

test('no import goes round in a circle', () => {
	const edges = new Map<string, string[]>();
	for (const { from, to, typeOnly } of imports)
		if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
	const done = new Set<string>();
	const circle = (file: string, path: readonly string[]): string | null => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
		if (done.has(file)) return null;
		for (const next of edges.get(file) ?? []) {
			const found = circle(next, [...path, file]);
			if (found) return found;
		}
		done.add(file);
		return null;
	};
	expect(all.map((file) => circle(file, [])).filter((found) => found !== null)).toEqual([]);
});
