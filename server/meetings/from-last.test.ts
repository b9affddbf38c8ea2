import { afterEach, beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { START } from '../../tests/support/meeting.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { people, records } from '../db/tables.ts';
import { cellById, peopleOf } from '../people/directory.ts';
import { fromLast, numberAfter, type FromLast } from './from-last.ts';
import { planMeeting } from './plan.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

const cell = { id: 'cell', ruleProfile: 'hd42-2025' };

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

async function last(): Promise<FromLast | null> {
	return fromLast(server.app, cell, await peopleOf(server.app.db, 'cell'));
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
	expect(meeting?.preparation.questions).toHaveLength(1);
	const resolution = await server.app.documents.open(id, 'resolution');
	expect(resolution?.whole().title?.text).toContain('tháng 12 năm 2026');
});

test('who left the cell neither chairs nor helps the next time', async () => {
	await held();
	const { db } = server.app;
	await db.update(people).set({ removedAt: new Date(), removedReason: 'chuyển' }).where(eq(people.id, 'm01'));
	const found = await last();
	expect(found?.planned.chair).toBe('m02');
	expect(found?.planned.facilitator).toBeNull();
});

test('the number of the resolution goes on from the last one', () => {
	expect(numberAfter('Số 05-NQ/CB')).toBe('Số 06-NQ/CB');
	expect(numberAfter('09-NQ/CB')).toBe('10-NQ/CB');
	expect(numberAfter('NQ/CB')).toBeNull();
	expect(numberAfter(null)).toBeNull();
});
