import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amendment } from './amendments.ts';
import { conflicts, withAll } from './conflicts.ts';
import type { Change } from './contract.ts';
import { diff } from './diff.ts';
import { takenIn, type Draft } from './draft.ts';

const TEXTS: Record<string, string> = { c1: 'một hai hai ba', c2: 'bốn năm' };
const draft: Draft = {
	clauses: [
		{ id: 'c1', label: 'I.1' },
		{ id: 'c2', label: 'I.2' }
	],
	text: (id) => TEXTS[id] ?? ''
};

function amendment(id: string, change: Change, label = ''): Amendment {
	const before = change.kind === 'new-clause' ? '' : draft.text(change.clause);
	return { id, person: 'm1', at: 0, change, label, before, outcome: null };
}

const read = (so: Draft | null) => so?.clauses.map(({ id, label }) => `${label} ${so.text(id)}`);

test('[AM2] what each kind makes of the draft', () => {
	const made = (change: Change, label = '') => read(takenIn(draft, amendment('x', change, label)));
	expect(made({ kind: 'replace-clause', clause: 'c2', text: 'khác' })).toEqual([
		'I.1 một hai hai ba',
		'I.2 khác'
	]);
	expect(made({ kind: 'append', clause: 'c2', text: 'sáu.' })).toEqual([
		'I.1 một hai hai ba',
		'I.2 bốn năm sáu.'
	]);
	expect(made({ kind: 'delete-clause', clause: 'c1' })).toEqual(['I.2 bốn năm']);
	// A replacement is no pattern: `$&` stays what it is.
	expect(made({ kind: 'replace-text', clause: 'c1', find: 'ba', text: '$& $1' })).toEqual([
		'I.1 một hai hai $& $1',
		'I.2 bốn năm'
	]);
	expect(made({ kind: 'new-clause', clause: 'x', after: 'c1', text: 'mới' }, 'I.1a')).toEqual([
		'I.1 một hai hai ba',
		'I.1a mới',
		'I.2 bốn năm'
	]);
	expect(made({ kind: 'new-clause', clause: 'x', after: null, text: 'mới' }, 'A')?.[0]).toBe('A mới');
});

describe('[AM9] conflicts', () => {
	const replace = (id: string) => amendment(id, { kind: 'replace-clause', clause: 'c2', text: id });
	const append = (id: string) => amendment(id, { kind: 'append', clause: 'c2', text: id });
	const added = (id: string, label: string) =>
		amendment(id, { kind: 'new-clause', clause: id, after: 'c2', text: id }, label);

	test('two that replace the same clause never go together; words at its end go after one', () => {
		expect(conflicts(draft, [replace('a'), replace('b'), append('z'), append('y')])).toEqual({
			stale: [],
			clashes: [
				{ is: 'never', a: 'a', b: 'b' },
				{ is: 'ordered', first: 'a', then: 'z' },
				{ is: 'ordered', first: 'a', then: 'y' },
				{ is: 'ordered', first: 'b', then: 'z' },
				{ is: 'ordered', first: 'b', then: 'y' }
			]
		});
	});

	test('a deletion clashes with whatever else its clause is to become, and with a new one after it', () => {
		const gone = amendment('g', { kind: 'delete-clause', clause: 'c2' });
		expect(conflicts(draft, [gone, append('z'), added('n', 'I.3')]).clashes).toEqual([
			{ is: 'never', a: 'g', b: 'z' },
			{ is: 'ordered', first: 'n', then: 'g' }
		]);
	});

	test('one label is given once, and what does not fit by itself is stale', () => {
		const stale: Amendment = { ...replace('s'), before: 'khác rồi' };
		expect(conflicts(draft, [added('m', 'I.3'), added('n', 'I.3'), stale])).toEqual({
			stale: ['s'],
			clashes: [{ is: 'never', a: 'm', b: 'n' }]
		});
	});

	test('the final text has each that fits after those before it', () => {
		const { draft: after, taken } = withAll(draft, [
			replace('a'),
			replace('b'),
			append('z'),
			added('n', 'I.3')
		]);
		expect(taken).toEqual(['a', 'z', 'n']);
		expect(read(after)).toEqual(['I.1 một hai hai ba', 'I.2 a z', 'I.3 n']);
	});
});

describe('what differs', () => {
	const shown = (before: string, after: string) =>
		diff(before, after)
			.map(({ is, text }) => (is === 'same' ? text : is === 'added' ? `{+${text}+}` : `{-${text}-}`))
			.join('');

	test('is seen by words, with the spaces between', () => {
		expect(shown('Vận động 70% số hộ phân loại rác.', 'Vận động 80% số hộ phân loại rác.')).toBe(
			'Vận động {-70-}{+80+}% số hộ phân loại rác.'
		);
		expect(shown('một hai ba bốn', 'một năm sáu bốn')).toBe('một {-hai ba-}{+năm sáu+} bốn');
		expect(shown('một', 'một hai')).toBe('một{+ hai+}');
		expect(shown('', 'một')).toBe('{+một+}');
		expect(shown('một', '')).toBe('{-một-}');
		expect(shown('một', 'một')).toBe('một');
	});

	test('loses nothing of either text, whatever they are', () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.array(fc.constantFrom('một', 'hai', ' ', '.', '\n', 'ba')).map((words) => words.join(''))
		);
		fc.assert(
			fc.property(text, text, (before, after) => {
				const pieces = diff(before, after);
				const without = (kind: string) =>
					pieces
						.filter(({ is }) => is !== kind)
						.map((piece) => piece.text)
						.join('');
				expect(without('added')).toBe(before);
				expect(without('removed')).toBe(after);
			})
		);
	});
});
