import { describe, expect, test } from 'vitest';
import regular from '../domain/agenda-regular.json' with { type: 'json' };
import thematic from '../domain/agenda-thematic.json' with { type: 'json' };
import { conclusionsFor, wordsToSay } from './words-to-say.ts';

const blanks = {
	cell: 'Chi bộ Tổ dân phố 2',
	meeting: 'sinh hoạt thường kỳ tháng 11/2026',
	topic: 'Chuyển đổi số ở khu dân cư',
	numbers: 'Tổng số đảng viên 24 đồng chí.'
};

describe('words to say (S0-13)', () => {
	test.each([
		['regular' as const, regular.items],
		['thematic' as const, thematic.items]
	])('every item of the %s template has words to begin and to close', (type, items) => {
		for (const { code } of items) {
			const steps = wordsToSay({ code }, type, blanks);
			expect(
				steps.map(([step]) => step),
				code
			).toEqual(expect.arrayContaining(['open', 'close']));
			for (const [, text] of steps) {
				expect(text, code).not.toMatch(/[{}]/);
				expect(text.normalize('NFC'), code).toBe(text);
				expect(text.length, code).toBeLessThan(320);
			}
		}
	});

	test('what is decided is put to the vote, and the numbers are read out (S2-2)', () => {
		const steps = (code: string) => wordsToSay({ code }, 'regular', blanks).map(([step]) => step);
		for (const { code } of regular.items.filter((item) => 'decision' in item))
			expect(steps(code), code).toContain('vote');
		expect(wordsToSay({ code: 'open.roll-call' }, 'regular', blanks)[0]?.[1]).toContain(blanks.numbers);
	});

	test('a combined meeting takes the thematic words for its thematic part', () => {
		const of = (code: string, type: 'thematic' | 'combined') => wordsToSay({ code }, type, blanks);
		expect(of('thematic.content.discussion', 'combined')).toEqual(of('content.discussion', 'thematic'));
		expect(of('content.discussion', 'combined')).not.toEqual(of('content.discussion', 'thematic'));
	});

	test('an item made by hand has none, and still sentences to conclude with', () => {
		expect(wordsToSay({ code: null }, 'regular', blanks)).toEqual([]);
		expect(conclusionsFor({ code: null }).length).toBeGreaterThan(2);
		expect(conclusionsFor({ code: 'content.inspection' })[0]).toMatch(/kiểm tra, giám sát/);
		expect(conclusionsFor({ code: 'close.resolution' })).toContain('Chi bộ thống nhất thông qua.');
	});
});
