import { describe, expect, test } from 'vitest';
import regular from '../domain/agenda-regular.json' with { type: 'json' };
import thematic from '../domain/agenda-thematic.json' with { type: 'json' };
import { conclusionsFor } from './conclusion-words.ts';
import { saidAt, wordsToSay } from './words-to-say.ts';

const blanks = {
	cell: 'Chi bộ Tổ dân phố 2',
	meeting: 'sinh hoạt thường kỳ tháng 11/2026',
	topic: 'Chuyển đổi số ở khu dân cư',
	numbers: 'Tổng số đảng viên 24 đồng chí.'
};

type Kind = Parameters<typeof saidAt>[1];
const steps = async (code: string | null, type: Kind) => wordsToSay(await saidAt({ code }, type), blanks);

describe('words to say (S0-13)', () => {
	test.each([
		['regular' as const, regular.items],
		['thematic' as const, thematic.items]
	])('every item of the %s template has words to begin and to close', async (type, items) => {
		for (const { code } of items) {
			const said = await steps(code, type);
			expect(
				said.map(([step]) => step),
				code
			).toEqual(expect.arrayContaining(['open', 'close']));
			for (const [, text] of said) {
				expect(text, code).not.toMatch(/[{}]/);
				expect(text.normalize('NFC'), code).toBe(text);
				expect(text.length, code).toBeLessThan(320);
			}
		}
	});

	test('what is decided is put to the vote, and the numbers are read out (S2-2)', async () => {
		for (const { code } of regular.items.filter((item) => 'decision' in item))
			expect(
				(await steps(code, 'regular')).map(([step]) => step),
				code
			).toContain('vote');
		expect((await steps('open.roll-call', 'regular'))[0]?.[1]).toContain(blanks.numbers);
	});

	test('a combined meeting takes the thematic words for its thematic part', async () => {
		const thematicWords = await steps('content.discussion', 'thematic');
		expect(await steps('thematic.content.discussion', 'combined')).toEqual(thematicWords);
		expect(await steps('content.discussion', 'combined')).not.toEqual(thematicWords);
	});

	test('an item made by hand has none, and still sentences to conclude with', async () => {
		expect(await steps(null, 'regular')).toEqual([]);
		expect(conclusionsFor({ code: null }).length).toBeGreaterThan(2);
		expect(conclusionsFor({ code: 'content.inspection' })[0]).toMatch(/kiểm tra, giám sát/);
		expect(conclusionsFor({ code: 'close.resolution' })).toContain('Chi bộ thống nhất thông qua.');
	});
});
