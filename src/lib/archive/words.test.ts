import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippetOf, soughtIn, spaced, wordsOf, type Passage } from './words.ts';

const minutes = (text: string): Passage => ({ part: 'minutes', heading: '', text });
const shown = (passages: readonly Passage[], sought: string) =>
	snippetOf(passages, soughtIn(sought))
		?.runs.map(({ text, found }) => (found ? `[${text}]` : text))
		.join('');

test('[AV2] tones, marks, the place of a tone, đ and capitals make no difference', () => {
	expect(wordsOf('Nghị quyết')).toEqual(wordsOf('nghi quyet'));
	expect(wordsOf('hoà')).toEqual(wordsOf('hòa'));
	expect(wordsOf('ĐẢNG ỦY')).toEqual(wordsOf('dang uỷ'));
	expect(wordsOf('thuỷ')).toEqual(wordsOf('thủy'));
});

test('[AV2] a text typed mark by mark is the same as one typed whole', () => {
	const text = 'Đồng chí Nguyễn Thị Hằng kết luận';
	expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text));
});

test('[AV2] signs part words and are none themselves', () => {
	expect(wordsOf('Số 05-NQ/CB, ngày 03/11/2026.')).toEqual([
		'so',
		'05',
		'nq',
		'cb',
		'ngay',
		'03',
		'11',
		'2026'
	]);
	expect(wordsOf(' :*!&|<->() ')).toEqual([]);
});

test('[AV2] each word is sought once, and no more than a dozen', () => {
	expect(soughtIn('hòa hoà HOA')).toEqual(['hoa']);
	expect(soughtIn(Array.from({ length: 40 }, (_, n) => `từ${n}`).join(' '))).toHaveLength(12);
});

test('[AV2] the quick reading of a record finds the same words', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'Đảng',
			'ủy',
			'hoà',
			'e\u0302\u0301',
			'\u0301',
			' ',
			'  ',
			'\n',
			'—',
			'05-NQ/CB',
			'½',
			'ﬁ',
			'ß',
			'한',
			'👩‍👩‍👧',
			'𝒳'
		),
		fc.string({ unit: 'grapheme' })
	);
	const text = fc.array(piece).map((all) => all.join(''));
	fc.assert(
		fc.property(text, (said) => {
			expect(spaced(said)).toBe(['', ...wordsOf(said), ''].join(' '));
		})
	);
});

test('[AV6] the words are marked as they were written', () => {
	expect(shown([minutes('Chi bộ thông qua Nghị quyết tháng 11.')], 'nghi quyet')).toBe(
		'Chi bộ thông qua [Nghị] [quyết] tháng 11.'
	);
	expect(shown([minutes('Giữ gìn hòa thuận.'.normalize('NFD'))], 'hoà')?.normalize('NFC')).toBe(
		'Giữ gìn [hòa] thuận.'
	);
});

test('[AV6] only whole words are marked', () => {
	expect(shown([minutes('Hoan nghênh, hoa nở.')], 'hoa')).toBe('Hoan nghênh, [hoa] nở.');
});

test('[AV6] the place where the words stand together is shown, cut at words', () => {
	const long = `Nghị sự dài. ${'Lời bàn khác nhau. '.repeat(40)}Chi bộ ra nghị quyết về môi trường. ${'Hết. '.repeat(90)}`;
	const snippet = shown([minutes(long)], 'nghi quyet') ?? '';
	expect(snippet).toContain('ra [nghị] [quyết] về');
	expect(snippet.startsWith('… ')).toBe(true);
	expect(snippet.endsWith(' …')).toBe(true);
	expect(snippet.length).toBeLessThan(260);
});

test('[AV6] a passage with all words side by side comes before a weightier one with some', () => {
	const title: Passage = { part: 'title', heading: '', text: 'Về môi trường' };
	expect(shown([minutes('Vệ sinh môi trường nông thôn'), title], 'môi trường nông thôn')).toBe(
		'Vệ sinh [môi] [trường] [nông] [thôn]'
	);
});

test('[AV6] nothing is shown of what does not hold the words', () => {
	expect(snippetOf([minutes('Một đoạn khác')], soughtIn('nghị quyết'))).toBeNull();
	expect(snippetOf([], ['nghi'])).toBeNull();
});

test('[AV6] what is shown stands in the passage, whatever it is', () => {
	const text = fc
		.array(fc.constantFrom('hòa', 'Đảng', '—', '. ', '\n', 'x', '👩‍👩‍👧', 'ế', 'e\u0302\u0301'))
		.map((all) => all.join(' '));
	fc.assert(
		fc.property(text, fc.constantFrom('hòa', 'đảng x', 'ế'), (passage, sought) => {
			const snippet = snippetOf([minutes(passage)], soughtIn(sought));
			const words = (snippet?.runs ?? []).filter(({ text: run }) => !/^( …|… )$/.test(run));
			expect(passage).toContain(words.map(({ text: run }) => run).join(''));
			for (const { text: run, found } of words)
				if (found) expect(soughtIn(sought)).toContain(wordsOf(run)[0]);
		})
	);
});
