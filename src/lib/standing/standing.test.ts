import { describe, expect, test } from 'vitest';
import { inForce, wordsOf, type Content, type Version } from './standing.ts';

const content: Content = {
	kind: 'citation',
	title: 'Hướng dẫn',
	text: 'về nâng cao chất lượng sinh hoạt chi bộ.',
	number: '42-HD/BTCTW',
	issuedOn: '2025-10-28',
	issuer: 'Ban Tổ chức Trung ương',
	minutes: null
};
const version = (block: string, from: string, change: Partial<Version> = {}): Version => ({
	...content,
	block,
	from,
	isEnd: false,
	...change
});

test('[ST2] a citation reads as papers cite it, whatever of it is known', () => {
	expect(wordsOf(content)).toBe(
		'Căn cứ Hướng dẫn số 42-HD/BTCTW ngày 28/10/2025 của Ban Tổ chức Trung ương về nâng cao chất lượng sinh hoạt chi bộ;'
	);
	const little = { ...content, number: null, issuedOn: null, issuer: null, text: '' };
	expect(wordsOf({ ...little, title: 'Điều lệ Đảng' })).toBe('Căn cứ Điều lệ Đảng;');
});

test('[ST4] a sentence says what it says, an item gives its title', () => {
	expect(wordsOf({ ...content, kind: 'sentence', text: 'Hội nghị nhất trí.\nGiao chi ủy.' })).toBe(
		'Hội nghị nhất trí.\nGiao chi ủy.'
	);
	expect(wordsOf({ ...content, kind: 'item', title: 'Đọc và làm theo báo Đảng' })).toBe(
		'Đọc và làm theo báo Đảng'
	);
});

describe('[ST3] what is in force on a day', () => {
	const versions = [
		version('a', '2018-07-06', { number: '12-HD/BTCTW' }),
		version('a', '2025-10-28'),
		version('b', '2026-01-01', { kind: 'sentence', title: 'Nhất trí' }),
		version('b', '2026-06-01', { kind: 'sentence', title: 'Nhất trí', isEnd: true }),
		version('c', '2026-03-01', { title: 'Chỉ thị', number: 'sai' }),
		version('c', '2026-03-01', { title: 'Chỉ thị', number: '50-CT/TW' })
	];
	const numbers = (day: string) => inForce(versions, day).map(({ block, number }) => [block, number]);

	test('is the last version from a day before or on it', () => {
		expect(numbers('2018-07-05')).toEqual([]);
		expect(numbers('2025-10-27')).toEqual([['a', '12-HD/BTCTW']]);
		expect(numbers('2025-10-28')).toEqual([['a', '42-HD/BTCTW']]);
	});

	test('of two from one day the one that was entered last; what ended is gone from that day on', () => {
		expect(numbers('2026-05-31')).toEqual([
			['c', '50-CT/TW'],
			['a', '42-HD/BTCTW'],
			['b', '42-HD/BTCTW']
		]);
		expect(numbers('2026-06-01').map(([block]) => block)).toEqual(['c', 'a']);
	});
});
