import { expect, test } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import data from '../domain/minutes-phrases.json' with { type: 'json' };
import regular from '../domain/agenda-regular.json' with { type: 'json' };
import thematic from '../domain/agenda-thematic.json' with { type: 'json' };
import { factWords } from '../meeting/fact-words.ts';
import { isFound, keyOf, phrasesOf, type Blanks } from './phrases.ts';

const blanks: Blanks = { cell: 'Chi bộ 2', chair: 'Hòa', taker: 'Yến', presenter: '', topic: '' };

test('[MI5] a section has its own sentences first, then the usual ones, none of them twice', () => {
	const { here, usual } = phrasesOf({ id: 'x3', code: 'open.roll-call' }, blanks);
	expect(here[0]).toEqual({ fact: 'attendance', ref: 'opening' });
	expect(usual.map(keyOf)).toContain('Chi bộ nhất trí.');
	expect(usual.map(keyOf)).not.toContain('attendance opening');
	expect(phrasesOf({ id: 'x9', code: null }, blanks).here).toEqual([]);
	expect(phrasesOf({ id: 'opening', code: null }, blanks).here.map(keyOf)).toContain('attendance opening');
	expect(phrasesOf({ id: 'x4', code: 'thematic.content.discussion' }, blanks).here[0]).toEqual({
		fact: 'questions',
		ref: 'x4'
	});
});

test('[MI5] what the meeting knows is filled in, the rest is left to the taker', () => {
	const { here } = phrasesOf({ id: 'x4', code: 'open.dues' }, blanks);
	expect(here.map(keyOf)).toContain('Đồng chí … thông báo: …/… đồng chí đã nộp đảng phí tháng này.');
	expect(phrasesOf({ id: 'x20', code: 'close.minutes' }, blanks).here.map(keyOf)[0]).toContain(
		'Yến đọc toàn văn biên bản'
	);
});

test('[MI5] every item of the templates has a sentence, and a number in one is a fact that the room can say', () => {
	const codes = [...regular.items, ...thematic.items].map(({ code }) => code);
	expect(codes.filter((code) => !(code in data.phrases))).toEqual([]);
	const all = [...Object.values(data.phrases).flat(), ...data.usual];
	expect(all.flatMap((raw) => ('text' in raw && /\d/.test(raw.text) ? [raw.text] : []))).toEqual([]);
	const { meeting } = opened();
	const facts = all.flatMap((raw) => ('fact' in raw && !('text' in raw) ? [raw] : []));
	expect(facts.length).toBeGreaterThan(8);
	expect(factWords(meeting, 'rate', 'all')).toBe('Có mặt 5/6 đảng viên thuộc diện triệu tập, đạt 83,3%.');
});

test('[MI5] sentences are found without tones', () => {
	expect(isFound('Đồng chí Yến thông báo đã nộp đảng phí tháng này.', 'dang phi')).toBe(true);
	expect(isFound('Đồng chí Yến thông báo đã nộp đảng phí tháng này.', 'đảng viên')).toBe(false);
	expect(isFound('Chi bộ nhất trí.', '')).toBe(true);
});
