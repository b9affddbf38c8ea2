/** Whole meetings by the command line: a server process of its own, real connections, the record printed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { freshDatabase } from '../database.ts';
import { largeScript } from '../scripts/large.ts';
import { LONGEST } from '../scripts/longest.ts';
import { votesScript } from '../scripts/votes.ts';
import { MARKS, THREE } from './expected.ts';

const MINUTES = 60_000;
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0)) await end();
});

interface Played {
	readonly code: number;
	readonly out: string;
	readonly said: string;
}

async function cli(args: readonly string[], databaseUrl = ''): Promise<Played> {
	const env = { ...process.env, DATABASE_URL: databaseUrl, SEAL_KEY: await ownKey() };
	const run = promisify(execFile)(process.execPath, ['server/cli.mjs', ...args], {
		env,
		maxBuffer: 64 * 1024 * 1024
	});
	return run.then(
		({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
		({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
			code,
			out: stdout,
			said: stderr
		})
	);
}

/** What a play on a database that stays seals with. */
async function ownKey(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-key-'));
	endings.push(() => rm(folder, { recursive: true }));
	return join(folder, 'seal-key.pem');
}

async function ownDatabase(): Promise<string> {
	const { url, drop } = await freshDatabase();
	endings.push(drop);
	return url;
}

async function played(
	script: string,
	databaseUrl = '',
	...options: string[]
): Promise<{ record: MeetingRecord; said: string }> {
	const { code, out, said } = await cli(['play', script, ...options], databaseUrl);
	expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
	return { record: JSON.parse(out) as MeetingRecord, said };
}

const nfc = (text: unknown) => String(text).normalize('NFC');

/** The groups that this release can compute whole; `closedSeconds` needs internal parts. */
function groups({ figures }: MeetingRecord): Record<string, unknown> {
	const { cell, attendance, time, speaking } = figures;
	return { cell, attendance, time, speaking };
}

interface Sample {
	readonly setup: {
		readonly members: { id: string; name: string }[];
		readonly observers: { id: string; name: string }[];
	};
	readonly expected: Record<string, Record<string, unknown>>;
}

async function sample(): Promise<Sample> {
	return JSON.parse(await readFile('tests/scripts/sample-meeting.json', 'utf8')) as Sample;
}

describe.each(['embedded', 'DATABASE_URL'])('on the database: %s', (where) => {
	const database = () => (where === 'embedded' ? Promise.resolve('') : ownDatabase());

	test('the sample’s figures are what it expects', { timeout: 5 * MINUTES }, async () => {
		const { record, said } = await played('tests/scripts/sample-meeting.json', await database());
		const { expected } = await sample();
		expect(groups(record)).toEqual({
			cell: expected['cell'],
			attendance: expected['attendance'],
			time: expected['time'],
			speaking: expected['speaking']
		});
		expect(record.figures).toMatchObject({
			observers: expected['observers'],
			minutes: { minuteTaker: 'm06', notes: 35, corrected: expected['minutes']?.['corrected'] },
			tasks: expected['tasks'],
			previousTasks: expected['previousTasks'],
			programme: expected['programme'],
			projectionChanges: expected['projectionChanges']
		});
		expect(record.figures.votes).toEqual(expected['votes']);
		expect(record.figures.amendments).toEqual(expected['amendments']);
		expect(record.figures.resolution).toEqual(expected['resolution']);
		expect(record.figures).toMatchObject({
			reservations: expected['reservations'],
			minutes: { approved: expected['minutes']?.['approved'] }
		});
		expect(record.figures.comments).toEqual(expected['comments']);
		expect(record.figures.preparation).toEqual(expected['preparation']);
		expect(record.figures.onBehalf).toEqual(expected['onBehalf']);
		expect(record.figures.scores).toEqual(expected['scores']);
		expect(record.figures.debrief).toEqual(expected['debrief']);
		expect(record.figures.refusals).toEqual(expected['refusals']);
		expect(record.sealed).toEqual({ at: Date.parse('2026-11-03T21:53:00+07:00'), by: 'm01' });
		expect(said).toBe('');
		// Adopted as they stood when v8 was put; what was written afterwards is marked as later.
		const adopted = record.adopted?.sections.map(({ text }) => text).join('\n') ?? '';
		expect(adopted).toContain('Tỷ lệ 62%');
		expect(adopted).not.toContain('Buổi sinh hoạt kết thúc');
		expect(record.adopted).toMatchObject({ vote: 'v8', at: Date.parse('2026-11-03T21:23:50+07:00') });
		expect(record.adopted?.later).toContainEqual({
			kind: 'note',
			section: 'a21',
			note: 'n05',
			at: Date.parse('2026-11-03T21:24:40+07:00'),
			by: 'm06'
		});
		// What was written inside stands apart from the minutes, and is all there.
		expect(record.closed).toMatchObject([{ number: 1, keptOut: ['o4', 'o5'], sections: ['a11'] }]);
		const inside = record.closed.flatMap(({ document }) => document.blocks.flatMap(({ content }) => content));
		const ids = (type: string, name: string) =>
			inside.filter((node) => node.type === type).map(({ attrs }) => attrs?.[name]);
		expect(ids('note', 'id')).toEqual(['n-s08', 'n-s09', 'n-s10', 'n-s11']);
		expect(ids('fact', 'ref')).toEqual(['s08', 's09', 's10', 's11', 'am-06']);
		expect(JSON.stringify(record.documents.minutes)).not.toContain('n-s08');
		// The two people who type in one clause in one instant both keep their words.
		const clause = record.figures.resolution?.clauses.find(({ id }) => id === 'II.2.b');
		expect(clause?.text).toBe(
			'Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ngày 15/11/2026 tại nhà văn hóa. Đồng chí Đoàn Quang Lực chủ trì, Ban công tác Mặt trận phối hợp.'
		);
	});

	test(
		'names that differ only in marks, decomposed text, emoji and markup come back unchanged',
		{ timeout: MINUTES },
		async () => {
			const file = 'tests/scripts/marks.json';
			const { record } = await played(file, await database());
			expect(groups(record)).toEqual(MARKS.groups);
			const script = JSON.parse(await readFile(file, 'utf8')) as Sample;
			const names = [...script.setup.members, ...script.setup.observers].map(({ name }) => nfc(name));
			expect(record.people.map(({ name }) => name)).toEqual(names);
			expect(record.figures).toMatchObject(MARKS.others);
			const notes = record.documents.minutes.blocks
				.flatMap(({ content }) => content)
				.filter(({ type }) => type === 'note');
			expect(
				notes.map(({ attrs, content }) => [
					attrs?.['id'],
					attrs?.['author'],
					content?.map(({ text }) => text).join('')
				])
			).toEqual(MARKS.notes);
		}
	);
});

test('the smallest meeting: three members, no observer, no draft', { timeout: MINUTES }, async () => {
	const { record } = await played('tests/scripts/three.json', await ownDatabase());
	expect(groups(record)).toEqual(THREE.groups);
	expect(record.figures).toMatchObject(THREE.others);
});

test(
	'names, titles and texts as long as the format lets them be are played, and come back whole',
	{ timeout: MINUTES },
	async () => {
		const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-longest-'));
		endings.push(() => rm(folder, { recursive: true }));
		await writeFile(join(folder, 'longest.json'), JSON.stringify(LONGEST));
		const { record } = await played(join(folder, 'longest.json'), await ownDatabase());
		const { setup, actions } = LONGEST;
		const said = (what: string) =>
			actions.filter((action) => action.do === what).map(({ text }) => nfc(text));
		expect(record.figures.refusals).toEqual([]);
		expect(record.people.map(({ name }) => name)).toEqual(
			[...setup.members, ...setup.observers].map(({ name }) => nfc(name))
		);
		expect(record.meeting.cell).toMatchObject({ name: nfc(setup.cell.name) });
		expect(record.items.map(({ title }) => title)).toEqual(setup.agenda.map(({ title }) => nfc(title)));
		expect(record.tasks.previous[0]).toMatchObject({ task: nfc(setup.previousTasks[0]?.task) });
		expect(record.preparation.questions).toHaveLength(60);
		expect(record.comments.map(({ text }) => text)).toEqual(said('comment.post'));
		expect(record.figures.resolution?.clauses.map(({ text }) => text)).toEqual(said('amendment.propose'));
		expect(record.votes[0]).toMatchObject({ title: nfc(actions.find(({ ref }) => ref === 'v1')?.title) });
		expect(Object.keys(record.figures.tasks.byGroup)).toEqual([
			nfc(actions.find(({ ref }) => ref === 't1')?.group)
		]);
	}
);

test('speed changes how long it takes and no figure', { timeout: MINUTES }, async () => {
	const begun = performance.now();
	const { record } = await played('tests/scripts/three.json', await ownDatabase(), '--speed', '1000');
	// From 18:50:00 to 19:32:29 are 2,549 script seconds.
	expect(performance.now() - begun).toBeGreaterThan(2_549);
	expect(groups(record)).toEqual(THREE.groups);
});

describe('120 members and 300 observers', () => {
	const { script, expected, clauses } = largeScript(20261120);
	let file = '';
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'hoi-truong-large-'));
		file = join(folder, 'large.json');
		await writeFile(file, JSON.stringify(script));
		return () => rm(folder, { recursive: true });
	});

	test('the figures are what was counted while the script was made', { timeout: 10 * MINUTES }, async () => {
		const { record } = await played(file, await ownDatabase());
		expect(groups(record)).toEqual(expected);
		expect(record.figures.observers).toMatchObject({ invited: 300, attended: 300, room: 200, remote: 100 });
		expect(record.figures.refusals).toEqual([]);
		expect(
			Object.fromEntries(record.figures.resolution?.clauses.map(({ id, text }) => [id, text]) ?? [])
		).toEqual(Object.fromEntries([...clauses].map(([label, text]) => [label, nfc(text)])));
	});
});

describe('votes at the edges', () => {
	test.each([
		{ official: 3, observers: 0 },
		{ official: 8, observers: 2 },
		{ official: 9, observers: 2 },
		{ official: 120, observers: 300 }
	])('$official members and $observers observers', { timeout: 10 * MINUTES }, async (size) => {
		const { script, expected } = votesScript(size);
		const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-votes-'));
		endings.push(() => rm(folder, { recursive: true }));
		await writeFile(join(folder, 'votes.json'), JSON.stringify(script));
		const { record } = await played(join(folder, 'votes.json'), await ownDatabase());
		const { votes, reservations, refusals, onBehalf } = record.figures;
		expect({ votes, reservations, refusals, onBehalf }).toEqual(expected);
	});
});

describe('what play refuses', () => {
	test('a script that breaks the format, with the path of the first fault', async () => {
		const script = JSON.parse(await readFile('tests/scripts/three.json', 'utf8')) as {
			actions: Record<string, unknown>[];
		};
		script.actions[4] = { ...script.actions[4], do: 'floor.ask' };
		const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-script-'));
		endings.push(() => rm(folder, { recursive: true }));
		await writeFile(join(folder, 'broken.json'), JSON.stringify(script));
		const { code, out, said } = await cli(['play', join(folder, 'broken.json')]);
		expect({ code, out, said }).toEqual({
			code: 2,
			out: '',
			said: '/actions/4/do: there is no act "floor.ask"\n'
		});
	});

	test('a database in which something is kept', async () => {
		const url = await ownDatabase();
		await played('tests/scripts/three.json', url);
		const { code, out, said } = await cli(['play', 'tests/scripts/three.json'], url);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(said).toMatch(/^The database is not empty: .+\n$/);
	});

	/** The smallest script without its last entries, which end the meeting and seal its record. */
	async function playedWithout(last: number): Promise<Played> {
		const script = JSON.parse(await readFile('tests/scripts/three.json', 'utf8')) as {
			actions: Record<string, unknown>[];
		};
		script.actions.splice(-last);
		const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-script-'));
		endings.push(() => rm(folder, { recursive: true }));
		await writeFile(join(folder, 'open.json'), JSON.stringify(script));
		return cli(['play', join(folder, 'open.json')], await ownDatabase());
	}

	test('a meeting that does not close gives no record', { timeout: MINUTES }, async () => {
		expect(await playedWithout(2)).toEqual({
			code: 1,
			out: '',
			said: 'The meeting did not close: there is no record.\n'
		});
	});

	test('a record that nobody sealed is printed, but it did not succeed', { timeout: MINUTES }, async () => {
		const { code, out, said } = await playedWithout(1);
		expect({ code, said }).toEqual({
			code: 1,
			said: 'The meeting ended, but its record was not sealed.\n'
		});
		expect(JSON.parse(out)).toMatchObject({ sealed: null, figures: { time: THREE.groups.time } });
	});
});
