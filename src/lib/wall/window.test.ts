import { expect, test } from 'vitest';
import { windowAround } from './window.ts';

const list = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test('two before and what follows, cut at neither end', () => {
	expect(windowAround(list, 0, 5)).toEqual([0, 1, 2, 3, 4]);
	expect(windowAround(list, 4, 5)).toEqual([2, 3, 4, 5, 6]);
	expect(windowAround(list, 9, 5)).toEqual([5, 6, 7, 8, 9]);
	expect(windowAround([0, 1], 1, 5)).toEqual([0, 1]);
	expect(windowAround(list, -1, 3)).toEqual([0, 1, 2]);
});
