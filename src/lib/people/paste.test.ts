import { describe, expect, test } from 'vitest';
import { MOST_LINES, parsePasted, type PastedLine } from './paste.ts';

const YEAR = 2026;
const parse = (text: string) => parsePasted(text, YEAR);
const people = (text: string) => parse(text).map((line) => ('person' in line ? line.person : line.fault));
const fault = (text: string): PastedLine | undefined => parse(text)[0];

describe('a list of people from a spreadsheet', () => {
	test('a line is a name, and what the other columns say in any order', () => {
		expect(people('Nguyễn Văn An\t1962\tChính thức\tBí thư\nTrần Thị Bình\tDự bị\nLê Cư')).toEqual([
			{ name: 'Nguyễn Văn An', birthYear: 1962, partyStatus: 'official', office: 'secretary' },
			{ name: 'Trần Thị Bình', partyStatus: 'probationary' },
			{ name: 'Lê Cư' }
		]);
	});

	test('tabs, semicolons and commas all part columns; quotation marks keep a comma', () => {
		const expected = { name: 'Lê Cư', birthYear: 1950, standing: 'exempt' };
		expect(people('Lê Cư\t1950\tmiễn')).toEqual([expected]);
		expect(people('Lê Cư; 1950; miễn công tác, sinh hoạt')).toEqual([expected]);
		expect(people('Lê Cư, 1950, "Miễn công tác, sinh hoạt"')).toEqual([expected]);
	});

	test('words are known without their tones, in capitals and decomposed', () => {
		expect(people('LÊ CƯ, PHO BI THU, ĐÌNH CHỈ'.normalize('NFD'))).toEqual([
			{ name: 'LÊ CƯ', office: 'deputy_secretary', standing: 'suspended' }
		]);
	});

	test('a heading, empty lines, ordinals and columns we do not keep are passed over', () => {
		expect(people('STT\tHọ và tên\tNăm sinh\tGiới\n\n1\tLê Cư\t02/9/1945\tNam\n2.\tLê Bưởi\t\tNữ')).toEqual([
			{ name: 'Lê Cư', birthYear: 1945 },
			{ name: 'Lê Bưởi' }
		]);
	});

	test('a fault names its row and the word, and leaves the other lines alone', () => {
		expect(parse('Lê Cư\n\nLê Bưởi, bí thơ\nLê Cam, 1999')).toEqual([
			{ row: 1, person: { name: 'Lê Cư' } },
			{ row: 3, text: 'Lê Bưởi, bí thơ', fault: 'unknown-word', word: 'bí thơ' },
			{ row: 4, person: { name: 'Lê Cam', birthYear: 1999 } }
		]);
	});

	test('years that nobody here was born in are refused', () => {
		expect(fault('Lê Cư, 1899')).toMatchObject({ fault: 'bad-year', word: '1899' });
		expect(fault('Lê Cư, 2027')).toMatchObject({ fault: 'bad-year', word: '2027' });
		expect(people('Lê Cư, 1900\nLê Bưởi, 2026')).toMatchObject([{ birthYear: 1900 }, { birthYear: 2026 }]);
	});

	test('two offices or two years on one line are refused', () => {
		expect(fault('Lê Cư, bí thư, chi ủy viên')).toMatchObject({ fault: 'said-twice', word: 'chi ủy viên' });
		expect(fault('Lê Cư, 1950, 1951')).toMatchObject({ fault: 'said-twice' });
	});

	test('a line without a name is refused, and one with a name of 81 letters', () => {
		expect(fault('1950, dự bị')).toMatchObject({ fault: 'no-name' });
		expect(fault(`${'ă'.repeat(81)}`)).toMatchObject({ fault: 'name-too-long' });
		expect(people('ă'.repeat(80))).toEqual([{ name: 'ă'.repeat(80) }]);
	});

	test('columns that ran into one are not taken for a name', () => {
		expect(fault('Lê Cư1950')).toMatchObject({ fault: 'digits-in-name' });
	});

	test('names that differ in their tones alone are two people; the same name twice is one, unless born in other years', () => {
		expect(people('Lê Thị Hoa\nLê Thị Hòa\nLê Thị Hoa')).toEqual([
			{ name: 'Lê Thị Hoa' },
			{ name: 'Lê Thị Hòa' },
			'same-person-twice'
		]);
		expect(people('Lê Thị Hoa, 1950\nLê Thị Hoa, 1970')).toMatchObject([
			{ birthYear: 1950 },
			{ birthYear: 1970 }
		]);
	});

	test('no more lines are read than a cell could ever have', () => {
		const text = Array.from(
			{ length: MOST_LINES + 1 },
			(_, i) => `Lê ${'x'.repeat(1 + (i % 70))} ${'y'.repeat(1 + Math.floor(i / 70))}`
		).join('\n');
		expect(parse(text)).toHaveLength(MOST_LINES);
	});

	test('what hides or reorders is taken out of names', () => {
		expect(people('Lê\u202e Cư\u200b')).toEqual([{ name: 'Lê Cư' }]);
	});
});
