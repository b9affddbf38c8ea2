import { describe, expect, test } from 'vitest';
import { standsIn, without } from './leave-out.ts';

describe('[PB3] names and phrases are taken out wherever they stand', () => {
	test.each([
		['a name', 'Đồng chí Trần Thị Hòa phát biểu.', ['Trần Thị Hòa'], 'Đồng chí […] phát biểu.'],
		['with its tone elsewhere', 'đ/c TRẦN THỊ HOÀ, 5 phút', ['Trần Thị Hòa'], 'đ/c […], 5 phút'],
		['typed without tones', 'Tran Thi Hoa xin vắng', ['Trần Thị Hòa'], '[…] xin vắng'],
		['over a line', 'Trần Thị\nHòa', ['Trần Thị Hòa'], '[…]'],
		['decomposed', 'Trần Thị Hòa'.normalize('NFD'), ['Trần Thị Hòa'], '[…]'],
		['with the Đ of old letters', 'Ðặng Văn An', ['Đặng Văn An'], '[…]'],
		['with what nobody sees inside', 'Trần Thị H\u00ADòa', ['Trần Thị Hòa'], '[…]'],
		['a single word as it is written', 'Nhà bà Lan cần ba lần', ['Lan'], 'Nhà bà […] cần ba lần'],
		['in other capitals', 'hộ NGHÈO', ['nghèo'], 'hộ […]'],
		['no part of a word', 'Hoàng Lan Anh', ['Lan An'], 'Hoàng Lan Anh'],
		['several, and where they overlap', 'số 12 ngõ 4 Kim Thạch', ['số 12 ngõ', 'ngõ 4'], '[…] Kim Thạch'],
		['twice', 'An Bình và An Bình', ['An Bình'], '[…] và […]'],
		['nothing that is no word', 'giữ nguyên …', ['…', '  '], 'giữ nguyên …']
	])('%s', (_, text, phrases, left) => expect(without(text, phrases)).toBe(left));

	test('what was taken out stands there no more', () => {
		const left = without('Lê Văn Tám và le van tam', ['Lê Văn Tám']);
		expect(standsIn(left, 'Lê Văn Tám')).toBe(false);
	});
});
