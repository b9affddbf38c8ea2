import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { AREAS as DEBRIEF } from '../debrief/words.ts';
import { AREAS as PHONE } from '../phone/words.ts';
import { AREAS as ROOM } from './room-words.ts';

interface Imports {
	/** What comes with the file. */
	readonly at: readonly string[];
	/** What it fetches later, and with which words. */
	readonly later: readonly { readonly file: string; readonly areas: readonly string[] }[];
}

function importsIn(text: string): Imports {
	const at = text.matchAll(/^\s*(?:import|export) (?!type )[^;'"]*?from '((?:\.|#lib)[^']+)'/gm);
	const later = text.matchAll(/(?<!typeof )\bimport\(\s*'((?:\.|#lib)[^']+)'\s*\)((?:,\s*'\w+')*)/g);
	return {
		at: [...at].map(([, file = '']) => file),
		later: [...later].map(([, file = '', areas = '']) => ({
			file,
			areas: [...areas.matchAll(/\w+/g)].map(([area]) => area)
		}))
	};
}

/** Every way in which a file of ours is reached from a page, with the areas that are there by then. */
function reached(
	file: string,
	areas: readonly string[],
	known = new Map<string, Set<string>>()
): ReadonlyMap<string, ReadonlySet<string>> {
	const there = [...areas].sort().join(' ');
	const ways = known.get(file) ?? new Set();
	if (ways.has(there) || !existsSync(file)) return known;
	known.set(file, ways.add(there));
	const imports = importsIn(readFileSync(file, 'utf8'));
	for (const next of imports.at) reached(resolved(file, next), areas, known);
	for (const next of imports.later)
		reached(resolved(file, next.file), [...new Set([...areas, ...next.areas])], known);
	return known;
}

function resolved(file: string, path: string): string {
	return path.startsWith('#lib/') ? join('src/lib', path.slice(5)) : join(dirname(file), path);
}

const whole = (text: string) => /const (\w+) = (?:setWords|getWords)\([^)]*\);/.exec(text)?.[1];

/** The areas that a file takes out of the catalogue. */
function areasIn(text: string): string[] {
	const all = whole(text);
	const named = all
		? [...text.matchAll(new RegExp(`(?<![/\\w])${all}\\.(\\w+)`, 'g'))].map(([, area = '']) => area)
		: [];
	const source = `(?:getWords\\(\\)${all ? `|${all}` : ''})`;
	const taken = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${source};`, 'g'))].flatMap(
		([, names = '']) => names.split(',').map((name) => name.split(':')[0]?.trim() ?? '')
	);
	const direct = [...text.matchAll(/getWords\(\)\.(\w+)/g)].map(([, area = '']) => area);
	return [...named, ...taken, ...direct].filter(Boolean);
}

/** Who is given the whole catalogue and is known to ask it for no area that may be missing. */
const TRUSTED = /(?:withWords|fetchWords|refusalSentence)\($|new Acts\(room, $/;

/** Where a file hands the whole catalogue to somebody whom this test cannot look into. */
function handedOn(text: string): string[] {
	const all = whole(text);
	if (!all) return /[(,] ?getWords\(\)[,)]/.exec(text) ? ['getWords()'] : [];
	const bare = text.matchAll(new RegExp(`(?<=[({,=] ?)\\b${all}\\b(?=\\s*[,)}])`, 'g'));
	return [...bare]
		.map(({ index }) => text.slice(Math.max(0, index - 30), index))
		.filter((before) => !TRUSTED.test(before));
}

const ROUTES = 'src/routes/meetings/[id]';
const PAGES: [string, readonly string[]][] = [
	['src/lib/phone/Phone.svelte', PHONE],
	[`${ROUTES}/desk/Desk.svelte`, ROOM],
	[`${ROUTES}/observe/Observe.svelte`, [...ROOM, 'remarks']],
	[`${ROUTES}/debrief/Debrief.svelte`, DEBRIEF],
	[`${ROUTES}/write/[document]/Write.svelte`, ROOM]
];

test.each(PAGES)('no component of %s asks for words that are not there with it', (page, areas) => {
	const components = [...reached(page, areas)].filter(([file]) => file.endsWith('.svelte'));
	expect(components.length).toBeGreaterThan(15);
	const missing = components.flatMap(([file, ways]) => {
		const asked = areasIn(readFileSync(file, 'utf8'));
		return [...ways].flatMap((there) =>
			asked.filter((area) => !there.split(' ').includes(area)).map((area) => `${file}: ${area}`)
		);
	});
	expect([...new Set(missing)]).toEqual([]);
});

test.each(PAGES)('no component of %s hands the whole catalogue on', (page, areas) => {
	const components = [...reached(page, areas).keys()].filter((file) => file.endsWith('.svelte'));
	const handed = components.flatMap((file) =>
		handedOn(readFileSync(file, 'utf8')).map((before) => `${file}: ${before}`)
	);
	expect(handed).toEqual([]);
});

test('the test itself sees every way of asking', () => {
	expect(areasIn('const { common, room: words } = getWords();')).toEqual(['common', 'room']);
	expect(areasIn('const words = getWords().wall;')).toEqual(['wall']);
	expect(areasIn('const all = getWords();\nconst { terms } = all;\nuse(all.room)')).toEqual([
		'room',
		'terms'
	]);
	const later = "withWords(all, import('./Some.svelte'), 'tasks', 'vote')";
	expect(importsIn(later).later).toEqual([{ file: './Some.svelte', areas: ['tasks', 'vote'] }]);
	expect(handedOn('const all = getWords();\nwithWords(all, part);\nuse(all);')).toHaveLength(1);
	expect(handedOn('const all = getWords();\nuse({ all });')).toHaveLength(1);
});
