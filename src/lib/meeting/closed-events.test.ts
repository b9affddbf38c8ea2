import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import type { PreviousTask } from '../tasks/contract.ts';
import { FATES } from './closed-events.ts';
import type { LoggedEvent } from './contract.ts';
import { evolve } from './evolve.ts';
import { isForEverybody, shown } from './shown.ts';
import type { Meeting } from './state.ts';

/** Every kind of event that a contract declares. */
function declared(): string[] {
	const contracts = readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
		.filter((path) => /^[^/]+\/contract\.ts$/.test(path))
		.map((path) => readFileSync(`src/lib/${path}`, 'utf8'));
	const unions = contracts.flatMap(
		(text) =>
			/\nexport (?:type Event =|interface Event \{)([\s\S]*?)\n(?=export |\n?\/\*\*)/.exec(text)?.[1] ?? []
	);
	return unions.flatMap((union) => [...union.matchAll(/\btype: '([a-z.-]+)'/g)].map(([, type = '']) => type));
}

test('[CS4] every kind of event says what becomes of it after a closed part', () => {
	const kinds = declared();
	expect(kinds.length).toBeGreaterThan(90);
	expect([...new Set(kinds)].sort()).toEqual(Object.keys(FATES).sort());
});

const FORMER: PreviousTask = {
	id: 'p1',
	task: 'Lắp camera',
	owner: 'm03',
	group: null,
	deadline: null,
	stateAtStart: '',
	result: '',
	status: 'in-progress',
	percent: 50,
	cause: ''
};

function outside(played: Played): { events: LoggedEvent[]; meeting: Meeting } {
	const events = played.events.map((event) => shown(event, { person: 'o1', device: 'd' }, played.meeting));
	const meeting = events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!meeting) throw new Error('no events');
	return { events, meeting };
}

const task = { type: 'task.assign', task: 'bí mật', owner: 'm04', deadline: '2026-12-31' } as const;

describe('[CS4] content that is handled inside', () => {
	const before = () =>
		opened({ previousTasks: [FORMER] }).all(
			['m01', { type: 'news.add', ref: 'n1', text: 'Tin cũ' }],
			['m01', { type: 'news.add', ref: 'n2', text: 'Tin ở lại' }],
			['m01', { type: 'report.ask', ref: 'r1', organisation: 'Chi hội Phụ nữ' }],
			['m01', { type: 'question.add', ref: 'q1', text: 'Câu hỏi cũ' }],
			['m01', { type: 'paper.publish', ref: 'd1', title: 'Tài liệu cũ' }],
			['m01', { type: 'ceremony.plan', item: 'a2', candidate: 'Phạm Hoa' }],
			['m01', { type: 'task.assign', ref: 't1', task: 'Dọn ngõ', owner: 'm03' }],
			['m01', { type: 'closed.begin', keepOut: ['o1'] }]
		);

	test('how far what was there has come is public, no word that was written to it', () => {
		const played = before().all(
			['m01', { type: 'news.change', news: 'n2', link: 'bí mật' }],
			['m01', { type: 'news.remove', news: 'n1' }],
			['m01', { type: 'report.give', report: 'r1', text: 'bí mật' }],
			['m01', { type: 'question.remove', question: 'q1' }],
			[
				'm01',
				{ type: 'task.change', task: 't1', words: 'bí mật', deadline: '2026-12-31', reportAt: 'bí mật' }
			],
			['m01', { type: 'task.review', task: 'p1', percent: 80, result: 'bí mật', cause: 'bí mật' }],
			['m01', { type: 'closed.end' }]
		);
		const { events, meeting } = outside(played);
		expect(JSON.stringify(events)).not.toContain('bí mật');
		expect(meeting.news).toMatchObject([{ id: 'n2', link: null }]);
		expect(meeting.reports).toMatchObject([{ id: 'r1', text: null }]);
		expect(meeting.preparation.questions).toEqual([]);
		expect(meeting.tasks.assigned).toMatchObject([{ id: 't1', words: 'Dọn ngõ', deadline: '2026-12-31' }]);
		expect(meeting.tasks.previous).toMatchObject([{ percent: 80, result: '' }]);
	});

	test('what was added inside stays there, whatever becomes of it later', () => {
		const played = before().all(
			['m01', { type: 'news.add', ref: 'n3', text: 'bí mật' }],
			['m01', { type: 'report.ask', ref: 'r2', organisation: 'bí mật' }],
			['m01', { type: 'question.add', ref: 'q2', text: 'bí mật' }],
			['m01', { type: 'paper.publish', ref: 'd2', title: 'bí mật' }],
			['m01', { type: 'ceremony.plan', item: 'a3', candidate: 'bí mật' }],
			['m01', { ...task, ref: 't2' }],
			['m03', { type: 'comment.post', ref: 'k1', on: { kind: 'item', ref: 'a1' }, text: 'bí mật' }],
			['m01', { type: 'closed.end' }],
			['m01', { type: 'news.change', news: 'n3', text: 'vẫn bí mật' }],
			['m01', { type: 'report.give', report: 'r2', text: 'vẫn bí mật' }],
			['m01', { type: 'task.change', task: 't2', words: 'vẫn bí mật' }],
			['m04', { type: 'comment.reply', ref: 'k2', comment: 'k1', text: 'vẫn bí mật' }],
			['m01', { type: 'ceremony.drop', item: 'a3' }]
		);
		const { events, meeting } = outside(played);
		expect(JSON.stringify(events)).not.toContain('bí mật');
		expect(events.slice(-5).map(({ type }) => type)).toEqual(Array(5).fill('hidden'));
		expect(played.events.slice(-5).some((event) => isForEverybody(event, played.meeting))).toBe(false);
		expect(meeting.news.map(({ id }) => id)).toEqual(['n1', 'n2']);
		expect(meeting.tasks.assigned.map(({ id }) => id)).toEqual(['t1']);
		expect(meeting.papers.map(({ id }) => id)).toEqual(['d1']);
	});

	test('a message for one screen that was typed inside stays inside', () => {
		const played = before().all(
			['m01', { type: 'wall.pin', screen: 'w1', slide: { show: 'message', message: 'bí mật' } }],
			['m01', { type: 'closed.end' }]
		);
		expect(JSON.stringify(outside(played).events)).not.toContain('bí mật');
	});
});
