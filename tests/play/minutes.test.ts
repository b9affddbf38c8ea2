/** What the sample's minutes say when they are adopted, and whose fingers it came from. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { foldOf } from '../../server/records/outside.ts';
import type { AdoptedNode } from '../../src/lib/adoption/adopted.ts';
import { DEFAULT_GUIDE } from '../../src/lib/official/guides.ts';
import { paperOf } from '../../src/lib/official/papers.ts';
import { plainText } from '../../src/lib/official/text.ts';
import { rightSayings, wordsOf, wrongNumbers, type PlayedScript } from '../support/minutes-numbers.ts';

const SAMPLE = 'tests/scripts/sample-meeting.json';
let record: MeetingRecord;
let script: PlayedScript;

beforeAll(async () => {
	const env = { ...process.env, DATABASE_URL: '' };
	const options = { env, maxBuffer: 64 * 1024 * 1024 };
	const played = await promisify(execFile)(process.execPath, ['server/cli.mjs', 'play', SAMPLE], options);
	record = JSON.parse(played.stdout) as MeetingRecord;
	script = JSON.parse(await readFile(SAMPLE, 'utf8')) as PlayedScript;
}, 180_000);

const sections = () => record.adopted?.sections ?? [];

test('every section of an item that was over holds when it ran and what was said', () => {
	expect(sections().map(({ id }) => id)).toEqual([
		'opening',
		...script.setup.agenda.map(({ id }) => id),
		'closing'
	]);
	const empty = sections().filter(({ text }) => text === '');
	// The last item and the closing came after the adoption.
	expect(empty.map(({ id }) => id)).toEqual([script.setup.agenda.at(-1)?.id, 'closing']);
	const opening = sections()[0]?.text ?? '';
	expect(opening).toMatch(/^Hôm nay, vào hồi 19 giờ 31 phút, ngày 03 tháng 11 năm 2026, tại /);
	expect(opening).toContain('Thư ký ghi biên bản: đồng chí Vũ Hoàng Yến.');
	const closing = record.documents.minutes.blocks.at(-1)?.html ?? '';
	expect(closing).toContain('Buổi sinh hoạt kết thúc lúc 21 giờ 25 phút cùng ngày.');
});

test('no number in the adopted words differs from the facts', () => {
	const written = wordsOf([script.setup, script.actions]).filter((words) => /\d/.test(words));
	const corrected = Object.values(script.expected.minutes.corrected);
	const right = [...rightSayings(script, record), ...written, ...corrected].sort(
		(a, b) => b.length - a.length
	);
	const lines = sections().flatMap(({ text }) => text.split('\n'));
	const numbered = lines.map((line) => line.replace(/^\d+\. /, ''));
	const wrong = numbered.flatMap((line) => {
		const numbers = wrongNumbers(line, right);
		return numbers.length > 0 ? [{ line, numbers }] : [];
	});
	expect(lines.length).toBeGreaterThan(90);
	expect(wrong).toEqual([]);
	// The test itself finds a number that is wrong.
	expect(wrongNumbers('Đồng chí Cao Văn Sáng phát biểu (9 phút).', right)).not.toEqual([]);
	expect(wrongNumbers('Kết quả: tán thành 21/23 (hai mươi trên hai mươi ba)', right)).not.toEqual([]);
});

test('the taker types a fifth of them at most, although the script has the taker repeat the roll and every name', () => {
	const whole = sections().reduce((sum, { title, text }) => sum + (title ?? '').length + text.length, 0);
	const notes = [
		...script.actions.flatMap((act) => (act.do === 'minutes.write' ? [String(act['text'])] : [])),
		...Object.values(script.expected.minutes.corrected)
	];
	const typed = notes
		.filter((note) => sections().some(({ text }) => text.includes(note)))
		.reduce((sum, note) => sum + note.length, 0);
	expect(typed).toBeGreaterThan(3_000);
	expect(typed / whole).toBeLessThanOrEqual(0.2);
});

test('[OF11] [INV-5] what was adopted is laid out word for word, and printed so, each piece of it', () => {
	const wordsOfNode = ({ content = [], said }: AdoptedNode) =>
		said?.words ?? content.map(({ text }) => text).join('');
	const inLines = (text: string) => text.split('\n').filter((line) => line !== '');
	for (const { id, text, content } of sections())
		expect(
			content.flatMap((node) => inLines(wordsOfNode(node))),
			id
		).toEqual(inLines(text));
	const printed = squeezed(plainText(paperOf(source(), 'minutes')));
	const kept = sections().flatMap(({ content }) =>
		content.filter(({ attrs, said }) => !said?.isPlace && !said?.table && attrs?.kind !== 'opening')
	);
	const lines = kept.flatMap((node) => inLines(wordsOfNode(node)));
	expect(lines.length).toBeGreaterThan(80);
	expect(lines.filter((line) => !printed.includes(squeezed(line)))).toEqual([]);
	expect(printed).not.toContain('Dựthảo,chưađượcthôngqua');
});

test('[NU1] [NU5] the sample’s papers go on from the numbers that its plan names', () => {
	expect(record.numbers).toEqual({
		agenda: 'Số 01-CTr/CB',
		committee: script.setup.preparation?.committeeMeeting?.minutesNumber ?? 'Số 01-BB/CB',
		resolution: 'Số 11-NQ/CB',
		minutes: record.meeting.minutesNumber ?? 'Số 01-BB/CB'
	});
});

const squeezed = (text: string) => text.replace(/\s+/g, '');

function source(): Parameters<typeof paperOf>[0] {
	return {
		record,
		meeting: foldOf(record.events),
		guide: DEFAULT_GUIDE,
		onBehalfOf: 'cell',
		numbers: record.numbers,
		item: null,
		reader: null,
		whole: true,
		remarks: [],
		debrief: null,
		seal: null
	};
}
