import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = new Map(
	[...tokens.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex])
);

/** Ink and the grounds it is written on. */
const PAIRS = {
	ink: ['paper', 'surface', 'sunk', 'accent-wash', 'gold-wash'],
	'ink-soft': ['paper', 'surface', 'sunk'],
	accent: ['paper', 'surface'],
	'accent-deep': ['accent-wash'],
	'on-accent': ['accent', 'accent-deep'],
	good: ['good-wash', 'paper', 'surface'],
	warn: ['warn-wash', 'paper', 'surface'],
	bad: ['bad-wash', 'surface'],
	calm: ['calm-wash', 'paper']
};

function luminance(name: string): number {
	const hex = colours.get(name);
	if (!hex) throw new Error(`no colour --${name}`);
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const value = parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

for (const [ink, grounds] of Object.entries(PAIRS)) {
	for (const ground of grounds) {
		test(`${ink} on ${ground} can be read by weak eyes (7:1)`, () => {
			expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
		});
	}
}
