import { expect, test } from 'vitest';
import { woven } from './woven.ts';

const words = (kind: string, ref: string) => (ref === 'none' ? '' : `[${kind} ${ref}]`);
const place = (at: number, ref: string) => ({ at, kind: 'vote', ref });

test('the words of facts stand where the facts do', () => {
	expect(woven('Một\nHai', [place(0, 'a'), place(3, 'b'), place(7, 'c')], words)).toBe(
		'[vote a]\nMột\n[vote b]\nHai\n[vote c]'
	);
	expect(woven('', [place(0, 'a'), place(0, 'b')], words)).toBe('[vote a]\n[vote b]');
});

test('a fact that says nothing leaves no line, and a text without facts is itself', () => {
	expect(woven('Một\nHai', [place(3, 'none')], words)).toBe('Một\nHai');
	expect(woven('Một\n\nHai', [], words)).toBe('Một\n\nHai');
});
