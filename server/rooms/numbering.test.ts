/** The numbers of papers, counted over the meetings of a cell while they end one after another and at once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setup, START } from '../../tests/support/meeting.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Numbers } from '../../src/lib/numbers/numbers.ts';
import { organisations } from '../db/tables.ts';
import { createMeeting } from '../meetings/create.ts';
import { beginAfter, givenIn, kindsOf, setTerm } from '../meetings/register.ts';
import { correct } from '../seals/correct.ts';
import { deleteRecord } from '../seals/delete.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

type Adopts = readonly ('resolution' | 'minutes')[];

/** Up to the moment before its end. */
async function held(
	id: string,
	cell: Partial<Setup['cell']>,
	adopts: Adopts,
	change: Partial<Setup> = {}
): Promise<void> {
	const whole = { id: 'c', name: 'Chi bộ 1', upper: 'Đảng ủy phường', ...cell };
	await server.app.db
		.insert(organisations)
		.values({ id: whole.id, kind: 'cell', name: whole.name })
		.onConflictDoNothing();
	const words = { titles: { a1: 'Mở đầu' }, clauses: { c1: 'Nội dung.' }, resolutionTitle: 'về tháng này' };
	const made = setup({ id, cell: whole, plannedStart: START, ...change });
	await createMeeting(server.app, 'm01', made, words);
	for (const by of ['m01', 'm03', 'm04']) await does(id, by, { type: 'attendance.check-in', method: 'self' });
	await does(id, 'm01', { type: 'meeting.open' });
	for (const kind of adopts) {
		await does(id, 'm01', {
			type: 'vote.put',
			ref: kind,
			title: `Thông qua ${kind}`,
			ballot: 'hands',
			threshold: 'majority',
			subject: { kind }
		});
		await does(id, 'm01', { type: 'vote.open', vote: kind });
		await does(id, 'm01', {
			type: 'hands.count',
			vote: kind,
			counts: { for: 3, against: 0, abstain: 0 }
		});
		await does(id, 'm01', { type: 'vote.close', vote: kind });
	}
}

const does = (id: string, by: string, command: Parameters<typeof act>[3]) => act(server, id, by, command);

async function ended(...args: Parameters<typeof held>): Promise<Numbers> {
	await held(...args);
	await does(args[0], 'm01', { type: 'meeting.end' });
	return numbersOf(args[0]);
}

async function numbersOf(id: string): Promise<Numbers> {
	const stored = await server.app.records.of(id);
	return (JSON.parse(stored?.canonical ?? '{}') as MeetingRecord).numbers;
}

test('[NU1] [NU2] [NU6] each kind is counted by itself, from one meeting to the next', async () => {
	expect(await ended('one', {}, ['resolution', 'minutes'])).toEqual({
		resolution: 'Số 01-NQ/CB',
		minutes: 'Số 01-BB/CB'
	});
	expect(await ended('two', {}, ['minutes'])).toEqual({ minutes: 'Số 02-BB/CB' });
	expect(await ended('three', {}, ['resolution'])).toEqual({ resolution: 'Số 02-NQ/CB' });
	expect(await ended('four', {}, [])).toEqual({});
	expect(await ended('other', { id: 'd' }, ['minutes'])).toEqual({ minutes: 'Số 01-BB/CB' });
});

test('[NU2] [NU5] [INV-15] the committee’s minutes are counted with those of the cell, whatever number was typed', async () => {
	const committeeMeeting = {
		at: START - 86_400_000,
		endedAt: START - 82_800_000,
		place: 'Nhà văn hóa',
		present: ['m01', 'm02'],
		chair: 'm01',
		minuteTaker: 'm02',
		decisions: []
	};
	const preparation = (minutesNumber: string) => ({
		questions: [],
		committeeMeeting: { ...committeeMeeting, minutesNumber }
	});
	const cell = { id: 'committee' };
	const ends = (id: string, typed: string) =>
		ended(id, cell, ['minutes'], { preparation: preparation(typed), minutesNumber: 'Số 23-BB/CB' });
	expect(await ends('committee-1', 'Số 22-BB/CB')).toEqual({
		committee: 'Số 22-BB/CB',
		minutes: 'Số 23-BB/CB'
	});
	expect(await ends('committee-2', 'Số 22-BB/CB')).toEqual({
		committee: 'Số 24-BB/CB',
		minutes: 'Số 25-BB/CB'
	});
});

test('[NU1] the agenda has its number from the notice on, and sent again it keeps it', async () => {
	await held('noticed', { id: 'e' }, ['minutes']);
	const room = await server.app.rooms.get('noticed');
	expect(room?.meeting.numbers).toEqual({});
	await createMeeting(
		server.app,
		'm01',
		setup({ id: 'sent', cell: { id: 'e', name: 'Chi bộ 1', upper: 'Đảng ủy phường' } }),
		{
			titles: {},
			clauses: {},
			resolutionTitle: ''
		}
	);
	await does('sent', 'm01', { type: 'notice.send' });
	await does('sent', 'm01', { type: 'notice.send' });
	expect((await server.app.rooms.get('sent'))?.meeting.numbers).toEqual({ agenda: 'Số 01-CTr/CB' });
	expect(await server.app.log.last(':CTr/e/')).toBe(1);
});

test('[NU2] a new term begins at 01, whatever the year', async () => {
	const { db, sql } = server.app;
	const inNewYear = { plannedStart: START + 70 * 86_400_000 };
	for (const id of ['f1', 'f2', 'f3']) await held(id, { id: 'f' }, ['minutes'], id === 'f2' ? inNewYear : {});
	await setTerm(db, 'f', '2025-2027');
	await does('f1', 'm01', { type: 'meeting.end' });
	await does('f2', 'm01', { type: 'meeting.end' });
	await setTerm(db, 'f', '2027-2030');
	await does('f3', 'm01', { type: 'meeting.end' });
	const given = await givenIn(sql, 'f');
	expect(given.map(({ meeting, words }) => [meeting, words])).toEqual([
		['f3', 'Số 01-BB/CB'],
		['f2', 'Số 02-BB/CB'],
		['f1', 'Số 01-BB/CB']
	]);
});

test('[NU4] meetings that end at once, on two servers, are numbered one after the other without a gap', async () => {
	const other = await server.sibling();
	const ids = ['p', 'q', 'r', 's'];
	for (const id of ids) await held(id, { id: 'g' }, ['resolution', 'minutes']);
	await Promise.all(
		ids.map(async (id, index) => {
			const room = await (index % 2 ? other : server).app.rooms.get(id);
			const sender = { account: 'm01', person: 'm01', wallOf: null };
			expect(await room?.submit(sender, `end-${id}`, { type: 'meeting.end' })).toMatchObject({ ok: true });
		})
	);
	const given = await givenIn(server.app.sql, 'g');
	for (const symbol of ['NQ', 'BB'])
		expect(
			given
				.map(({ words }) => words)
				.filter((words) => words.includes(symbol))
				.sort()
		).toEqual(['01', '02', '03', '04'].map((number) => `Số ${number}-${symbol}/CB`));
	expect(new Set(given.map(({ meeting }) => meeting)).size).toBe(4);
	await other.close();
});

test('[NU5] a cell goes on from the number it had, once: then the count alone decides', async () => {
	const { log } = server.app;
	const cell = { id: 'h', term: null };
	expect(await beginAfter(log, cell, 'minutes', 22)).toBe(true);
	expect(await kindsOf(log, cell)).toContainEqual({ paper: 'minutes', last: 22, next: 'Số 23-BB/CB' });
	const planned = { resolutionNumber: 'Số 11-NQ/CB' };
	expect(await ended('h1', { id: 'h' }, ['resolution', 'minutes'], planned)).toEqual({
		resolution: 'Số 11-NQ/CB',
		minutes: 'Số 23-BB/CB'
	});
	expect(await ended('h2', { id: 'h' }, ['resolution'], planned)).toEqual({ resolution: 'Số 12-NQ/CB' });
	expect(await beginAfter(log, cell, 'minutes', 40)).toBe(false);
	expect(await log.last(':BB/h/')).toBe(23);
});

test('[NU3] seal, correction and deletion neither take a number nor free one', async () => {
	const { app } = server;
	const cell = { id: 'k' };
	expect(await ended('k1', cell, ['minutes'])).toEqual({ minutes: 'Số 01-BB/CB' });
	await does('k1', 'm01', { type: 'record.seal' });
	const room = await app.rooms.get('k1');
	await until(() => room?.meeting.seal?.kept != null);
	const by = { id: 'm01', name: 'Nguyễn Văn m01' };
	await correct(app, { meeting: 'k1', by, reason: 'Ghi nhầm', text: 'Hạn là 30/11.' });
	expect(await numbersOf('k1')).toEqual({ minutes: 'Số 01-BB/CB' });
	expect(await app.log.last(':BB/k/')).toBe(1);
	await deleteRecord(app, { meeting: 'k1', by: 'm01', reason: 'Hết thời hạn lưu trữ' });
	app.rooms.forget('k1');
	expect(await ended('k2', cell, ['minutes'])).toEqual({ minutes: 'Số 02-BB/CB' });
});
