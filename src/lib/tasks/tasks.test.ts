import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { figuresOf } from '../../../tests/support/figures.ts';
import { opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { factTable, factWords } from '../meeting/fact-words.ts';
import { Day, PreviousTask } from './contract.ts';
import { carriedOver, lacking, tasksFor, tasksOf } from './tasks.ts';

const assign = (ref: string, more: Partial<Extract<Command, { type: 'task.assign' }>> = {}): Command => ({
	type: 'task.assign',
	ref,
	task: 'Vận động phân loại rác.',
	...more
});
const whole = { owner: 'm03', deadline: '2026-11-30' } as const;
const end = (override?: string): Command => ({ type: 'meeting.end', ...(override && { override }) });

function former(id: string, change: Partial<PreviousTask> = {}): PreviousTask {
	return {
		id,
		task: `Việc ${id}`,
		owner: 'm03',
		group: null,
		deadline: null,
		stateAtStart: 'Đang triển khai',
		result: '',
		status: 'in-progress',
		percent: 50,
		cause: '',
		...change
	};
}

describe('tasks', () => {
	test('[TA1] a task stands on the running item unless another is named, and may come from a clause', () => {
		const played = opened().all(
			['m01', assign('t1', { clause: 'c2' })],
			['m01', assign('t2', { item: 'a3' })]
		);
		expect(played.meeting.tasks.assigned.map(({ id, item, clause }) => [id, item, clause])).toEqual([
			['t1', 'a1', 'c2'],
			['t2', 'a3', null]
		]);
		expect(tasksOf(played.meeting.tasks, 'c2').map(({ id }) => id)).toEqual(['t1']);
		expect(played.do('m01', assign('t3', { item: 'nowhere' }))).toBe('unknown');
		expect(played.do('m01', assign('t1'))).toBe('id-taken');
	});

	test('[TA2] a person or a group leads, others support; who leads comes first on their own list', () => {
		const played = opened().all(
			['m01', assign('t1', { group: 'Chi đoàn', supports: ['m03', 'm04'] })],
			['m01', assign('t2', { owner: 'm03', reportAt: 'kỳ sinh hoạt tháng 12' })]
		);
		const mine = tasksFor(played.meeting.tasks, 'm03').map(({ id }) => id);
		expect(mine).toEqual(['t2', 't1']);
		expect(tasksFor(played.meeting.tasks, 'm02')).toEqual([]);
		expect(played.do('m01', assign('t3', { owner: 'stranger' }))).toBe('unknown');
		expect(played.do('m01', assign('t3', { supports: ['stranger'] }))).toBe('unknown');
	});

	test('[TA2] a deadline is a day of the calendar', () => {
		const isDay = (day: string) => v.is(Day, day);
		expect(['2026-11-30', '2028-02-29'].map(isDay)).toEqual([true, true]);
		expect(['2026-02-29', '2026-13-01', '30/11/2026', '2026-11-3', ''].map(isDay)).toEqual(
			Array(5).fill(false)
		);
	});

	test('[TA3] lacking is who has neither owner nor group, or no deadline', () => {
		const played = opened().all(
			['m01', assign('t1', whole)],
			['m01', assign('t2', { group: 'Chi đoàn', deadline: '2026-11-30' })],
			['m01', assign('t3', { deadline: '2026-11-30' })],
			['m01', assign('t4', { owner: 'm03' })]
		);
		expect(lacking(played.meeting.tasks).map(({ id }) => id)).toEqual(['t3', 't4']);
	});

	test('[TA4] a lacking task keeps the meeting open, but for a reason, which is recorded', () => {
		const played = opened().all(['m01', assign('t1')]);
		expect(played.do('m01', end())).toBe('tasks-incomplete');
		expect(played.meeting.phase).toBe('running');
		played.all(['m01', end('Chờ phường phân công.')]);
		expect(figuresOf(played).tasks.override).toBe('Chờ phường phân công.');
	});

	test('[TA4] a reason that nothing called for is not recorded', () => {
		const played = opened().all(['m01', assign('t1', whole)], ['m01', end('Cho chắc.')]);
		expect(figuresOf(played).tasks.override).toBeNull();
	});

	test('[TA4] a question that is put comes to its end before tasks are asked about', () => {
		const played = opened().all(
			['m01', assign('t1')],
			[
				'm01',
				{
					type: 'vote.put',
					ref: 'v1',
					title: 'Thông qua',
					ballot: 'hands',
					subject: { kind: 'other' },
					threshold: 'majority'
				}
			]
		);
		expect(played.do('m01', end())).toBe('vote-already-open');
	});

	test('[TA4] what was lacking can be completed instead', () => {
		const played = opened().all(
			['m01', assign('t1')],
			['m01', { type: 'task.change', task: 't1', owner: 'm04' }],
			['m01', { type: 'task.change', task: 't1', deadline: '2026-11-20' }]
		);
		expect(played.do('m01', end())).toContain('meeting.ended');
	});

	test('[TA5] the chair alone, while the meeting runs', () => {
		const before = new Played({}, START - 60_000);
		expect(before.do('m01', assign('t1'))).toBe('wrong-phase');
		const played = opened();
		for (const by of ['m02', 'm03', 'o1']) expect(played.do(by, assign('t1'))).toBe('not-chair');
		played.all(['m01', assign('t1', whole)], ['m01', { type: 'task.remove', task: 't1' }]);
		expect(played.meeting.tasks.assigned).toEqual([]);
		expect(played.do('m01', { type: 'task.change', task: 't1', owner: 'm04' })).toBe('unknown');
		played.all(['m01', end()]);
		expect(played.do('m01', assign('t2'))).toBe('wrong-phase');
	});

	test('[TA5] a change leaves what it does not name, and null takes away', () => {
		const played = opened().all(
			['m01', assign('t1', { ...whole, group: 'Chi đoàn', supports: ['m04'] })],
			['m01', { type: 'task.change', task: 't1', group: null }]
		);
		expect(played.meeting.tasks.assigned[0]).toMatchObject({ ...whole, group: null, supports: ['m04'] });
	});

	test('[TA6] the tasks of the meeting before stand at the start as setup gives them', () => {
		const previousTasks = [former('p1', { percent: 88.6 }), former('p2', { status: 'done', percent: 100 })];
		expect(new Played({ previousTasks }).meeting.tasks.previous).toEqual(previousTasks);
		expect(v.parse(PreviousTask, former('p1', { percent: 88.64 })).percent).toBe(88.6);
	});

	test('[TA7] the desk keeps the table, an owner reports on their own, nobody on others’', () => {
		const previousTasks = [former('p1'), former('p2', { owner: 'm04' })];
		const played = opened({ previousTasks });
		const review = (task: string, result: string): Command => ({ type: 'task.review', task, result });
		expect(played.do('m02', review('p1', 'Đạt 62%'))).toEqual(['task.reviewed']);
		expect(played.do('m04', review('p2', 'Hai buổi'))).toEqual(['task.reviewed']);
		expect(played.do('m03', review('p2', 'Ba buổi'))).toBe('not-allowed');
		expect(played.do('o1', review('p1', 'Tốt'))).toBe('observer');
		expect(played.do('m02', review('p9', 'Tốt'))).toBe('unknown');
		expect(played.meeting.tasks.previous.map(({ result }) => result)).toEqual(['Đạt 62%', 'Hai buổi']);
	});

	test('[TA7] what is done stands at 100 percent unless said otherwise', () => {
		const played = opened({ previousTasks: [former('p1'), former('p2')] }).all(
			['m01', { type: 'task.review', task: 'p1', status: 'done' }],
			['m01', { type: 'task.review', task: 'p2', status: 'done', percent: 95.5, cause: 'Thiếu kinh phí' }]
		);
		expect(played.meeting.tasks.previous).toMatchObject([
			{ status: 'done', percent: 100 },
			{ status: 'done', percent: 95.5, cause: 'Thiếu kinh phí' }
		]);
	});

	test('[TA8] what was assigned and what is not done opens the next meeting', () => {
		const previousTasks = [
			former('p1', { result: 'Đạt 62%', percent: 88.6 }),
			former('p2', { status: 'done', percent: 100 })
		];
		const { tasks } = opened({ previousTasks }).all(['m01', assign('t1', whole)]).meeting;
		const next = carriedOver(tasks);
		expect(next).toMatchObject([
			{ id: 'p1', stateAtStart: 'Đạt 62%', result: '', percent: 88.6, status: 'in-progress' },
			{ id: 't1', task: 'Vận động phân loại rác.', ...whole, stateAtStart: '', percent: 0 }
		]);
		expect(next.every((task) => v.is(PreviousTask, task))).toBe(true);
	});

	test('[TA9] a task says in the minutes who does what with whom until when, as it is now', () => {
		const people = [
			...setup().people.filter(({ id }) => id !== 'm03' && id !== 'm04'),
			{ ...setup().people[2], id: 'm03', name: 'Nguyễn Văn Khải' },
			{ ...setup().people[3], id: 'm04', name: 'Đoàn Quang Lực' }
		] as ReturnType<typeof setup>['people'];
		const played = opened({ people }).all(['m01', assign('t1', { clause: 'c2' })]);
		expect(factWords(played.meeting, 'task', 't1')).toBe(
			'Giao nhiệm vụ (thực hiện điểm II.2.d của nghị quyết): Vận động phân loại rác; chưa rõ người thực hiện; chưa có thời hạn.'
		);
		played.all(
			['m01', { type: 'task.change', task: 't1', ...whole, supports: ['m04'] }],
			['m01', { type: 'task.change', task: 't1', reportAt: 'kỳ sinh hoạt tháng 12' }]
		);
		expect(factWords(played.meeting, 'task', 't1')).toBe(
			'Giao nhiệm vụ (thực hiện điểm II.2.d của nghị quyết): Vận động phân loại rác; đồng chí Nguyễn Văn Khải chủ trì; phối hợp: đồng chí Đoàn Quang Lực; hoàn thành chậm nhất ngày 30/11/2026; báo cáo: kỳ sinh hoạt tháng 12.'
		);
		expect(factWords(played.meeting, 'clause-tasks', 'c2')).toMatch(
			/^Phân công: đồng chí Nguyễn Văn Khải chủ trì/
		);
		played.all(['m01', { type: 'task.remove', task: 't1' }]);
		expect(factWords(played.meeting, 'task', 't1')).toBe('');
		expect(factWords(played.meeting, 'clause-tasks', 'c2')).toBe('');
	});

	test('[TA9] the table of former tasks is told line by line, and drawn as one', () => {
		const previousTasks = [
			former('p1', { owner: null, group: 'Chi đoàn', result: 'Đạt 62%.', percent: 88.6, cause: 'Mưa bão' }),
			former('p2', { owner: null, status: 'done', percent: 100, stateAtStart: '' })
		];
		const { meeting } = opened({ previousTasks });
		expect(factWords(meeting, 'previous-tasks', 'all').split('\n')).toEqual([
			'Kết quả thực hiện nhiệm vụ kỳ trước: 2 nhiệm vụ, hoàn thành 1, đang thực hiện 1; bình quân đạt 94,3%.',
			'1. Việc p1 (Chi đoàn): đầu kỳ: Đang triển khai; kết quả: Đạt 62%; đang thực hiện, đạt 88,6%; nguyên nhân: Mưa bão.',
			'2. Việc p2: hoàn thành, đạt 100%.'
		]);
		expect(factWords(opened().meeting, 'previous-tasks', 'all')).toBe('');
		expect(factTable(meeting, 'previous-tasks')).toEqual({
			head: 'Kết quả thực hiện nhiệm vụ kỳ trước: 2 nhiệm vụ, hoàn thành 1, đang thực hiện 1; bình quân đạt 94,3%.',
			columns: ['TT', 'Nhiệm vụ', 'Người thực hiện', 'Đầu kỳ', 'Kết quả'],
			rows: [
				[
					'1',
					'Việc p1',
					'Chi đoàn',
					'Đang triển khai',
					'Đang thực hiện, đạt 88,6%.\nĐạt 62%.\nNguyên nhân: Mưa bão.'
				],
				['2', 'Việc p2', '', '', 'Hoàn thành, đạt 100%.']
			]
		});
		expect(factTable(opened().meeting, 'previous-tasks')).toBeNull();
		expect(factTable(meeting, 'vote')).toBeNull();
	});

	test('[TA10] a task of a clause that is gone stands on its item', () => {
		const played = opened().all(['m01', assign('t1', { clause: 'gone' })]);
		expect(played.meeting.tasks.assigned).toMatchObject([{ clause: null, item: 'a1' }]);
	});
});

describe('figures', () => {
	test('tasks are counted by owner and by group, and what they lack is named in order of the ids', () => {
		const played = opened().all(
			['m01', assign('t9', { owner: 'm03' })],
			['m01', assign('t1', { owner: 'm03', group: 'Chi đoàn', deadline: '2026-11-30' })],
			['m01', assign('t2', { group: 'Chi đoàn', deadline: '2026-11-30' })],
			['m01', assign('t10')],
			['m01', end('Bổ sung sau.')]
		);
		expect(figuresOf(played).tasks).toEqual({
			total: 4,
			byOwner: { m03: 2 },
			byGroup: { 'Chi đoàn': 2 },
			withoutOwner: ['t10'],
			withoutDeadline: ['t10', 't9'],
			override: 'Bổ sung sau.'
		});
	});

	test('the average of former tasks is rounded half up to a tenth; of none it is none', () => {
		const average = (...percents: number[]) =>
			figuresOf(opened({ previousTasks: percents.map((percent, n) => former(`p${n}`, { percent })) }))
				.previousTasks;
		expect(average()).toEqual({ total: 0, done: 0, averagePercent: null });
		expect(average(0.1, 0)).toEqual({ total: 2, done: 0, averagePercent: 0.1 });
		expect(average(33.3, 33.3, 33.4).averagePercent).toBe(33.3);
		expect(average(88.6, 100, 100, 96, 100, 100, 100, 75, 100, 100).averagePercent).toBe(96);
	});

	test('the programme counts this meeting where it is a model one', () => {
		const programme = { plan: 'Kế hoạch 18', wave: 'tháng 11', coverageBefore: { done: 19, total: 42 } };
		const of = (made: Parameters<typeof opened>[0]) => figuresOf(opened(made)).programme;
		expect(of({ programme })).toEqual({ done: 20, total: 42, percent: 47.6 });
		expect(of({ programme, model: false })).toEqual({ done: 19, total: 42, percent: 45.2 });
		expect(of({ programme: { ...programme, coverageBefore: { done: 0, total: 0 } } })?.percent).toBeNull();
		expect(of({})).toBeNull();
	});
});
