import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { START } from '../../tests/support/meeting.ts';
import { startServer, type TestServer } from '../../tests/support/server.ts';
import { stateFor } from '../pages/room-data.ts';
import { commitmentsKept } from './commitments-kept.ts';
import { planMeeting } from './plan.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({
		previousTasks: [
			{
				id: 'p1',
				task: 'Lắp 04 camera an ninh',
				owner: 'm03',
				group: null,
				deadline: null,
				stateAtStart: 'Đang triển khai',
				result: '',
				status: 'in-progress',
				percent: 50,
				cause: ''
			}
		],
		items: ['open.reason', 'content.review-month'].map((code, index) => ({
			id: `a${index + 1}`,
			code,
			phase: 'content',
			responsible: null,
			minutes: 5,
			required: true,
			speakLimitSeconds: null
		}))
	});
});
afterAll(() => server.close());

let made = 0;
async function act(by: string, command: Command): Promise<void> {
	const room = await server.app.rooms.get('mtg');
	const answer = await room?.submit({ account: by, person: by, wallOf: null }, `t-${(made += 1)}`, command);
	if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
}

interface DocumentJson {
	readonly content: readonly {
		readonly content: readonly { type: string; attrs?: Record<string, string> }[];
	}[];
}

async function factsIn(document: 'minutes' | 'resolution', block: string, meeting = 'mtg') {
	const found = (await server.app.documents.open(meeting, document))?.json([block]) as
		DocumentJson | undefined;
	return (found?.content[0]?.content ?? []).flatMap(({ type, attrs }) =>
		type === 'fact' ? [`${attrs?.['kind']} ${attrs?.['ref']}`] : []
	);
}

const assign = (ref: string, owner: string, clause?: string): Command => ({
	type: 'task.assign',
	ref,
	task: `Việc ${ref}`,
	owner,
	deadline: '2026-11-30',
	...(clause && { clause })
});

test('[TA9] tasks and the table of former ones have their places in the texts, each once', async () => {
	await act('m01', { type: 'attendance.check-in', method: 'self' });
	await act('m01', { type: 'meeting.open' });
	await act('m01', { type: 'item.start', item: 'a2' });
	await act('m01', { type: 'item.start', item: 'a1' });
	await act('m01', { type: 'item.start', item: 'a2' });
	await act('m01', assign('t1', 'm03', 'c2'));
	await act('m01', assign('t2', 'm04', 'c2'));
	expect(await factsIn('minutes', 'a2')).toEqual(['item a2', 'previous-tasks all', 'task t1', 'task t2']);
	expect(await factsIn('resolution', 'c2')).toEqual(['clause-tasks c2']);
});

test('[TA9] at a clause only as long as the resolution is not frozen', async () => {
	await act('m01', {
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'resolution' }
	});
	await act('m01', assign('t3', 'm03', 'c1'));
	expect(await factsIn('resolution', 'c1')).toEqual([]);
	expect(await factsIn('minutes', 'a2')).toContain('task t3');
	await act('m01', { type: 'vote.cancel', vote: 'v1' });
});

test('[CM4] commitments are brought and reviewed in this meeting', async () => {
	const lines = ['Học đủ bốn chuyên đề', 'Giúp một hộ khó khăn'];
	await act('m03', { type: 'commitment.bring', year: 2026, lines });
	await act('m04', { type: 'commitment.bring', year: 2026, lines: ['Giữ sạch ngõ'] });
	await act('m02', { type: 'commitment.review', member: 'm03', line: 0, mark: 'kept' });
});

test('[TA8] [DB5] the next meeting of the cell begins with what was left and what must be put right, and its draft says so', async () => {
	await act('m02', { type: 'task.review', task: 'p1', result: 'Đã lắp 3/4', percent: 75 });
	await act('m01', { type: 'task.remove', task: 't3' });
	await act('m01', { type: 'meeting.end' });
	await act('m01', { type: 'debrief.open' });
	await act('m01', {
		type: 'debrief.remedy',
		ref: 'b1',
		task: 'In tài liệu cho người cần',
		owner: 'm02',
		deadline: '2026-12-01'
	});
	await server.app.records.of('mtg');
	const cell = { id: 'cell', name: 'Chi bộ', upper: 'Đảng ủy phường' };
	const next = await planMeeting(server.app, 'm01', cell as Parameters<typeof planMeeting>[2], {
		type: 'regular',
		model: false,
		topic: null,
		plannedStart: START + 30 * 86_400_000,
		place: 'Nhà văn hóa',
		chair: 'm01',
		facilitator: null,
		speakLimitSeconds: null,
		onlineCounts: false,
		access: 'together',
		ruleProfile: 'hd42-2025'
	});
	const room = await server.app.rooms.get(next);
	expect(room?.meeting.tasks.previous).toMatchObject([
		{ id: 'p1', stateAtStart: 'Đã lắp 3/4', percent: 75, owner: 'm03' },
		{ id: 'b1', task: 'In tài liệu cho người cần', owner: 'm02', deadline: '2026-12-01', remedy: true },
		{ id: 't1', task: 'Việc t1', owner: 'm03', deadline: '2026-11-30' },
		{ id: 't2', owner: 'm04' }
	]);
	const results = room?.meeting.clauses.find(({ label }) => label === 'I.3')?.id ?? '';
	expect(await factsIn('resolution', results, next)).toEqual(['previous-tasks all']);
	following = next;
});

let following = '';

test('[CM4] and with the commitments that stand, each told to the member and the committee alone', async () => {
	const room = await server.app.rooms.get(following);
	if (!room) throw new Error('no room');
	expect(room.meeting.commitments).toEqual({
		m03: {
			year: 2026,
			lines: [
				{ text: 'Học đủ bốn chuyên đề', review: null, earlier: 'kept' },
				{ text: 'Giúp một hộ khó khăn', review: null, earlier: null }
			]
		},
		m04: { year: 2026, lines: [{ text: 'Giữ sạch ngõ', review: null, earlier: null }] }
	});
	const seenBy = (person: string) =>
		Object.keys(stateFor(room, { person, device: '' }).meeting.commitments).sort();
	expect(['m01', 'm03', 'm05', 'o1'].map(seenBy)).toEqual([['m03', 'm04'], ['m03'], [], []]);
	expect(await commitmentsKept(server.app, 'cell', new Set(['m04']))).toMatchObject([{ member: 'm04' }]);
});
