import { describe, expect, test } from 'vitest';
import { observer, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import { answers, answersNow } from '../meeting/answers.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { readyFacts } from '../meeting/ready.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { readiness } from '../readiness/readiness.ts';

const add = (ref: string): Command => ({ type: 'question.add', ref, text: 'Vì sao mới đạt 62%?' });

test('[PR1] the desk writes the questions, everybody reads them', () => {
	const played = new Played().all(['m02', add('q1')], ['m01', add('q2')]);
	expect(played.do('m03', add('q3'))).toBe('not-allowed');
	expect(played.do('m01', add('q1'))).toBe('id-taken');
	played.all(['m01', { type: 'question.remove', question: 'q1' }]);
	expect(played.do('m01', { type: 'question.remove', question: 'q1' })).toBe('unknown');
	expect(played.meeting.preparation.questions.map(({ id }) => id)).toEqual(['q2']);
});

test('[PR1] there are no more than a meeting may hold', () => {
	const questions = Array.from({ length: 50 }, (_, n) => ({ id: `q${n}`, text: 'Câu hỏi' }));
	const played = opened({ preparation: { questions, committeeMeeting: null } });
	expect(played.do('m01', add('one-more'))).toBe('enough-questions');
});

test('[PR2] the committee’s meeting is kept as it was entered', () => {
	const committeeMeeting = {
		at: setup().plannedStart - 86_400_000,
		endedAt: setup().plannedStart - 82_800_000,
		place: 'Nhà văn hóa',
		present: ['m01', 'm02'],
		chair: 'm01',
		minuteTaker: 'm02',
		decisions: ['Thống nhất nội dung']
	};
	const played = new Played({ preparation: { questions: [], committeeMeeting } });
	expect(played.meeting.preparation.committeeMeeting).toEqual(committeeMeeting);
});

const held = {
	at: setup().plannedStart - 86_400_000,
	endedAt: setup().plannedStart - 82_800_000,
	place: 'Nhà văn hóa',
	present: ['m01', 'm02'],
	chair: 'm01',
	minuteTaker: 'm02',
	decisions: ['Thống nhất nội dung']
};
const record = (change: Partial<typeof held> = {}): Command => ({
	type: 'committee.record',
	...held,
	...change
});

test('[PR2] it is entered by who leads, corrected by entering it again, and taken back', () => {
	const played = new Played();
	expect(played.do('m03', record())).toBe('not-allowed');
	expect(played.do('m01', { type: 'committee.erase' })).toBe('unknown');
	played.all(['m02', record()], ['m01', record({ decisions: ['Đổi thứ tự mục 3'] })]);
	expect(played.meeting.preparation.committeeMeeting).toEqual({ ...held, decisions: ['Đổi thứ tự mục 3'] });
	played.all(['m01', { type: 'committee.erase' }]);
	expect(played.meeting.preparation.committeeMeeting).toBeNull();
});

test('[PR2] two of the committee at least were there, led and recorded it, and it ended after it began', () => {
	const played = new Played();
	expect(played.do('m01', record({ present: ['m01', 'm03'] }))).toBe('not-eligible');
	expect(played.do('m01', record({ present: ['m01', 'm01'] }))).toBe('not-eligible');
	expect(played.do('m01', record({ chair: 'm03' }))).toBe('not-eligible');
	expect(played.do('m01', record({ endedAt: held.at }))).toBe('wrong-times');
});

describe('[PR3] answers to a question', () => {
	const asked = () =>
		opened().all(
			['m01', { type: 'question.add', ref: 'q1', text: 'Vì sao?', item: 'a1' }],
			['m01', { type: 'question.add', ref: 'q2', text: 'Làm gì?' }],
			['m01', { type: 'question.add', ref: 'q3', text: 'Bao giờ?', item: 'a2' }]
		);

	test('a speaker names the question, or the desk does, and takes it back', () => {
		const played = asked();
		expect(played.do('m03', { type: 'floor.request', ref: 'r0', kind: 'free', question: 'q9' })).toBe(
			'unknown'
		);
		played.all(
			['m03', { type: 'floor.request', ref: 'r1', kind: 'free', question: 'q1' }],
			['m01', { type: 'floor.grant', request: 'r1' }],
			['m01', { type: 'floor.end', turn: 'r1' }],
			['m01', { type: 'floor.invite', ref: 'i1', to: 'm04', kind: 'free' }]
		);
		const spoken = () => answers(played.meeting).map(({ turns }) => turns.map(({ id }) => id));
		expect(spoken()).toEqual([['r1'], [], []]);
		expect(played.do('m03', { type: 'floor.about', turn: 'i1', question: 'q2' })).toBe('not-allowed');
		expect(played.do('m01', { type: 'floor.about', turn: 'i1', question: 'q9' })).toBe('unknown');
		played.all(['m01', { type: 'floor.about', turn: 'i1', question: 'q2' }]);
		expect(spoken()).toEqual([['r1'], ['i1'], []]);
		played.all(['m01', { type: 'floor.about', turn: 'i1', question: null }]);
		expect(answers(played.meeting).map(({ isUnspoken }) => isUnspoken)).toEqual([false, true, true]);
	});

	test('comments stand on it, and those of the running item come first', () => {
		const played = asked().all(
			['m03', { type: 'comment.post', ref: 'k1', on: { kind: 'question', ref: 'q2' }, text: 'Thiếu thùng' }],
			['m03', { type: 'comment.post', ref: 'k2', on: { kind: 'question', ref: 'q2' }, text: 'rút lại' }],
			['m03', { type: 'comment.withdraw', comment: 'k2' }]
		);
		expect(answersNow(played.meeting).map(({ question }) => question.id)).toEqual(['q1', 'q2']);
		expect(answersNow(played.meeting)[1]?.comments.map(({ id }) => id)).toEqual(['k1']);
		played.all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(answersNow(played.meeting).map(({ question }) => question.id)).toEqual(['q3', 'q2']);
		expect(played.do('m01', { type: 'question.add', ref: 'q4', text: 'Ai?', item: 'gone' })).toBe('unknown');
	});
});

describe('[RD1] what is still lacking before the opening', () => {
	const ready = (played: Played, person: string) => {
		const events = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
		const meeting = events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
		const found = meeting ? readiness(readyFacts(meeting, { person })) : [];
		return Object.fromEntries(found.map(({ check, state }) => [check, state]));
	};

	test('the chair and who follows the cell see committee, papers, questions and opinions', () => {
		const follower = { ...observer('o1'), supervises: true };
		const people = [...setup().people.filter(({ id }) => id !== 'o1'), follower];
		const played = new Played(
			{ people, rules: { ...setup().rules, postBeforeHours: 24 } },
			START - 10 * 3_600_000
		);
		const both = () => ['m01', 'o1'].map((person) => ready(played, person));
		for (const found of both())
			expect(found).toMatchObject({
				committee: 'missing',
				papers: 'missing',
				opinions: 'missing',
				questions: 'missing'
			});
		played.all(
			['m01', record()],
			['m01', { type: 'paper.publish', ref: 'd1', title: 'Báo cáo', level: 'cell' }],
			['m01', { type: 'question.add', ref: 'q1', text: 'Vì sao?' }],
			['m01', { type: 'opinion.assign', to: 'm03', topic: 'Môi trường' }],
			['m01', { type: 'opinion.assign', to: 'm04', topic: 'An ninh' }],
			['m03', { type: 'opinion.prepare', text: 'lời riêng' }]
		);
		// Out ten hours ahead where the profile asks for a day.
		for (const found of both())
			expect(found).toMatchObject({
				committee: 'done',
				papers: 'done',
				'on-time': 'missing',
				questions: 'done',
				opinions: 'done',
				prepared: 'missing'
			});
		played.all(['m04', { type: 'opinion.prepare' }]);
		for (const found of both()) expect(found).toMatchObject({ prepared: 'done' });
		expect(ready(played, 'o2')).not.toHaveProperty('opinions');
		expect(
			JSON.stringify(played.events.map((event) => shown(event, { person: 'o1', device: '' }, played.meeting)))
		).not.toContain('lời riêng');
	});
});
