import { expect, test } from 'vitest';
import { words as english } from './en/words.ts';
import { words as vietnamese } from './vi/words.ts';
import { loadWords, refusalSentence } from './words.ts';

function sentences(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

test('every word is composed (NFC) and not empty', () => {
	for (const [path, text] of [...sentences(vietnamese), ...sentences(english)]) {
		expect(text.trim(), path).not.toBe('');
		expect(text.normalize('NFC'), path).toBe(text);
	}
});

test('both languages say the same things', () => {
	expect(
		sentences(english)
			.map(([path]) => path)
			.sort()
	).toEqual(
		sentences(vietnamese)
			.map(([path]) => path)
			.sort()
	);
});

test('a code that this page does not know is said as a failure, never as a code', async () => {
	const words = await loadWords('vi');
	expect(refusalSentence(words, 'not-chair')).toBe(words.refusals['not-chair']);
	expect(refusalSentence(words, 'constructor')).toBe(words.common.failed);
});
