import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { LATER, AREAS as PHONE } from '../phone/words.ts';
import { AREAS as DEBRIEF, LATER as DEBRIEF_LATER } from '../debrief/words.ts';
import { LATER as ROOM_LATER, AREAS as ROOM } from './room-words.ts';

/** Every file of ours that a page's script is made of, at first or later. */
function reached(file: string, known = new Set<string>()): Set<string> {
	if (known.has(file) || !existsSync(file)) return known;
	known.add(file);
	const text = readFileSync(file, 'utf8');
	const imports = text.matchAll(
		/^\s*import (?!type )[^;]*?from '((?:\.|#lib)[^']+)'|\bimport\('((?:\.|#lib)[^']+)'\)/gm
	);
	for (const [, at, later] of imports) reached(resolved(file, at ?? later ?? ''), known);
	return known;
}

function resolved(file: string, path: string): string {
	return path.startsWith('#lib/') ? join('src/lib', path.slice(5)) : join(dirname(file), path);
}

/** The areas that a file takes out of the catalogue. */
function areasIn(text: string): string[] {
	const whole = /const (\w+) = (?:setWords|getWords)\([^)]*\);/.exec(text)?.[1];
	const named = whole
		? [...text.matchAll(new RegExp(`(?<![/\\w])${whole}\\.(\\w+)`, 'g'))].map(([, area = '']) => area)
		: [];
	const source = `(?:getWords\\(\\)${whole ? `|${whole}` : ''})`;
	const taken = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${source};`, 'g'))].flatMap(
		([, names = '']) => names.split(',').map((name) => name.split(':')[0]?.trim() ?? '')
	);
	const direct = [...text.matchAll(/getWords\(\)\.(\w+)/g)].map(([, area = '']) => area);
	return [...named, ...taken, ...direct].filter(Boolean);
}

const ROUTES = 'src/routes/meetings/[id]';
const PAGES: [string, readonly string[]][] = [
	['src/lib/phone/Phone.svelte', [...PHONE, ...LATER]],
	[`${ROUTES}/desk/Desk.svelte`, [...ROOM, ...ROOM_LATER]],
	[`${ROUTES}/observe/Observe.svelte`, [...ROOM, ...ROOM_LATER]],
	[`${ROUTES}/debrief/Debrief.svelte`, [...DEBRIEF, ...DEBRIEF_LATER]],
	[`${ROUTES}/write/[document]/Write.svelte`, [...ROOM, ...ROOM_LATER]]
];

test.each(PAGES)('no component of %s asks for words that are not fetched', (page, areas) => {
	const components = [...reached(page)].filter((file) => file.endsWith('.svelte'));
	expect(components.length).toBeGreaterThan(15);
	const missing = components.flatMap((file) =>
		areasIn(readFileSync(file, 'utf8'))
			.filter((area) => !areas.includes(area))
			.map((area) => `${file}: ${area}`)
	);
	expect(missing).toEqual([]);
});

test('the test itself sees every way of asking', () => {
	expect(areasIn('const { common, room: words } = getWords();')).toEqual(['common', 'room']);
	expect(areasIn('const words = getWords().wall;')).toEqual(['wall']);
	expect(areasIn('const all = getWords();\nconst { terms } = all;\nuse(all.room)')).toEqual([
		'room',
		'terms'
	]);
});
