import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { AREAS } from './words.ts';

/** Every file of ours that the phone's script is made of. */
function reached(file: string, known = new Set<string>()): Set<string> {
	if (known.has(file) || !existsSync(file)) return known;
	known.add(file);
	const imports = readFileSync(file, 'utf8').matchAll(/^\s*import (?!type )[^;]*?from '(\.[^']+)'/gm);
	for (const [, path = ''] of imports) reached(join(dirname(file), path), known);
	return known;
}

/** The areas that a file takes out of the catalogue. */
function areasIn(text: string): string[] {
	const whole = /const (\w+) = (?:setWords|getWords)\([^)]*\);/.exec(text)?.[1];
	const named = whole
		? [...text.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g'))].map(([, area = '']) => area)
		: [];
	const source = `(?:getWords\\(\\)${whole ? `|${whole}` : ''})`;
	const taken = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${source};`, 'g'))].flatMap(
		([, names = '']) => names.split(',').map((name) => name.split(':')[0]?.trim() ?? '')
	);
	const direct = [...text.matchAll(/getWords\(\)\.(\w+)/g)].map(([, area = '']) => area);
	return [...named, ...taken, ...direct].filter(Boolean);
}

test('no component of the phone asks for words that are not fetched', () => {
	const components = [...reached('src/lib/phone/Stage.svelte')].filter((file) => file.endsWith('.svelte'));
	expect(components.length).toBeGreaterThan(15);
	const missing = components.flatMap((file) =>
		areasIn(readFileSync(file, 'utf8'))
			.filter((area) => !(AREAS as readonly string[]).includes(area))
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
