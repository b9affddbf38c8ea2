import { afterEach, beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { START } from '../../tests/support/meeting.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { people, records } from '../db/tables.ts';
import { cellById, peopleOf } from '../people/directory.ts';
import { addBlock } from '../standing/keep.ts';
import { asQuestions, fromLast, type FromLast } from './from-last.ts';
import { planMeeting } from './plan.ts';
import { beginAfter } from './register.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

const cell = { id: 'cell', ruleProfile: 'hd42-2025', term: null };

async function held(): Promise<void> {
	const { db } = server.app;
	for (const who of ['m01', 'm02', 'm03'])
		await act(server, 'mtg', who, { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'm01', {
		type: 'task.assign',
		ref: 't1',
		task: 'Thông cống ngõ 12',
		owner: 'm03',
		deadline: '2026-11-30'
	});
	for (const [ref, text] of [
		['k1', 'Đề nghị lắp thêm đèn'],
		['k2', 'Ý kiến đã giải trình']
	] as const)
		await act(server, 'mtg', 'm03', { type: 'comment.post', ref, on: { kind: 'item', ref: 'a1' }, text });
	await act(server, 'mtg', 'm03', {
		type: 'comment.post',
		ref: 'k3',
		on: { kind: 'item', ref: 'a1' },
		to: 'chair',
		text: 'Riêng chủ trì'
	});
	await act(server, 'mtg', 'm01', {
		type: 'comment.handle',
		comment: 'k2',
		status: 'answered',
		reply: 'Đã nêu'
	});
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await until(async () => (await db.select().from(records)).length === 1);
}

async function last(reader: string | null = 'm01'): Promise<FromLast | null> {
	return fromLast(server.app, cell, await peopleOf(server.app.db, 'cell'), reader);
}

test('without a record there is nothing to go on from', async () => {
	expect(await last()).toBeNull();
});

test('the next meeting takes over how the last was held, and what was left open, on the third of the next month', async () => {
	await held();
	const found = await last();
	expect(found).toMatchObject({
		month: '2026-11',
		tasks: 1,
		remedies: 0,
		planned: {
			type: 'regular',
			model: false,
			topic: null,
			place: 'Nhà văn hóa',
			chair: 'm01',
			facilitator: 'm02'
		}
	});
	// 2026-12-03, 19:30 in Hanoi.
	expect(found?.planned.plannedStart).toBe(START + 30 * 86_400_000);
	// What was said to the chair alone, and what was dealt with, stays behind.
	expect(found?.planned.questions.map(({ text }) => text)).toEqual([
		'Góp ý kỳ trước chưa giải quyết: Đề nghị lắp thêm đèn'
	]);
});

test('the meeting that is made of it begins with the tasks, the comments and the title of its month', async () => {
	await held();
	const [found, of] = [await last(), await cellById(server.app.db, 'cell')];
	if (!found || !of) throw new Error('nothing to go on from');
	const id = await planMeeting(server.app, 'm01', of, found.planned);
	const meeting = (await server.app.rooms.get(id))?.meeting;
	expect(meeting?.setup.month).toBe('2026-12');
	expect(meeting?.tasks.previous.map(({ task, owner }) => [task, owner])).toEqual([
		['Thông cống ngõ 12', 'm03']
	]);
	expect(meeting?.preparation.questions).toMatchObject([{ id: 'before-1', carried: true }]);
	const resolution = await server.app.documents.open(id, 'resolution');
	expect(resolution?.whole().title?.text).toContain('tháng 12 năm 2026');
});

test('[PR4] what observers remarked and no remedy took up comes along without a name, as far as it is chosen', async () => {
	const remark = (ref: string, pole: 'limit' | 'strength' | 'suggestion', text: string) =>
		({ type: 'remark.post', ref, item: 'a1', category: 'điều hành', pole, text }) as const;
	await act(server, 'mtg', 'o1', { type: 'observer.join' });
	await act(server, 'mtg', 'm01', { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'o1', remark('r1', 'limit', 'Thời sự còn dài'));
	await act(server, 'mtg', 'o1', remark('r2', 'strength', 'Chuẩn bị kỹ'));
	await act(server, 'mtg', 'o1', remark('r3', 'suggestion', 'Gọi đảng viên trẻ phát biểu'));
	await act(server, 'mtg', 'o1', remark('r4', 'limit', 'Rút lại'));
	await act(server, 'mtg', 'o1', { type: 'remark.withdraw', remark: 'r4' });
	await act(server, 'mtg', 'm01', { type: 'closed.begin', keepOut: ['o2'] });
	await act(server, 'mtg', 'o1', remark('r5', 'limit', 'Kín'));
	for (const ref of ['k1', 'k2'])
		await act(server, 'mtg', 'm03', {
			type: 'comment.post',
			ref,
			on: { kind: 'item', ref: 'a1' },
			text: 'Viết trong phần kín'
		});
	await act(server, 'mtg', 'm01', { type: 'comment.handle', comment: 'k2', status: 'for-debrief' });
	await act(server, 'mtg', 'm01', { type: 'closed.end' });
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await until(async () => (await server.app.db.select().from(records)).length === 1);
	// Until the debrief they are their author's alone (RE3).
	expect((await last())?.remarks).toEqual([]);
	await act(server, 'mtg', 'm01', { type: 'debrief.open' });
	await act(server, 'mtg', 'm01', {
		type: 'debrief.remedy',
		ref: 'b1',
		task: 'Rút gọn thời sự',
		owner: 'm03',
		deadline: '2026-12-01',
		remark: 'r1'
	});
	await until(async () => (await last())?.remedies === 1);
	expect((await last())?.remarks).toEqual([{ id: 'r3', text: 'Gọi đảng viên trẻ phát biểu' }]);
	expect((await last('m04'))?.remarks).toEqual([]);
	expect((await last())?.planned.questions).toEqual([]);
	expect((await last(null))?.remarks).toEqual([]);
	expect(asQuestions([{ id: 'r3', text: 'Gọi đảng viên trẻ phát biểu' }])).toEqual([
		{ id: 'remark-1', text: 'Đại biểu góp ý kỳ trước: Gọi đảng viên trẻ phát biểu', carried: true }
	]);
});

test('[PR4] a thematic one has its topic, and no standing items', async () => {
	await held();
	const [found, of] = [await last(), await cellById(server.app.db, 'cell')];
	if (!found || !of) throw new Error('nothing to go on from');
	await addBlock(
		server.app,
		'm01',
		'cell',
		{
			kind: 'item',
			title: 'Học tập và làm theo Bác',
			text: '',
			number: null,
			issuedOn: null,
			issuer: null,
			minutes: 10
		},
		'2026-01-01'
	);
	const titles = async (type: 'regular' | 'thematic') => {
		const topic = type === 'regular' ? null : 'Chuyển đổi số';
		const id = await planMeeting(server.app, 'm01', of, { ...found.planned, type, topic });
		const agenda = await server.app.documents.open(id, 'agenda');
		return Object.values(agenda?.whole() ?? {}).map(({ text }) => text);
	};
	expect(await titles('regular')).toContain('Học tập và làm theo Bác');
	expect(await titles('thematic')).not.toContain('Học tập và làm theo Bác');
});

test('who left the cell neither chairs nor helps the next time', async () => {
	await held();
	const { db } = server.app;
	await db.update(people).set({ removedAt: new Date(), removedReason: 'chuyển' }).where(eq(people.id, 'm01'));
	const found = await last();
	expect(found?.planned.chair).toBe('m02');
	expect(found?.planned.facilitator).toBeNull();
});

test('[NU2] the number of the resolution goes on from the last one that was given', async () => {
	await held();
	expect((await last())?.planned.resolutionNumber).toBeNull();
	await beginAfter(server.app.log, cell, 'resolution', 9);
	expect((await last())?.planned.resolutionNumber).toBe('Số 10-NQ/CB');
});
