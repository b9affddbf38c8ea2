import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../tests/support/figures.ts';
import { observer, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { shown } from '../meeting/shown.ts';
import { house, type Meeting } from '../meeting/state.ts';
import { stepsOf } from '../meeting/steps.ts';
import { documentRight } from '../people/may.ts';
import type { Observer } from '../people/roster.ts';
import { checklist, type StepFacts } from './checklist.ts';
import { delegations, readsRemark } from './readers.ts';
import { decide, type Facts } from './decide.ts';

const remark = (ref: string, text = 'Thời sự hơi dài.'): Command => ({
	type: 'remark.post',
	ref,
	item: 'a2',
	category: 'nội dung',
	pole: 'limit',
	text
});

/** The room as one person's browser has it. */
function seenBy({ events, meeting }: Played, person: string | null): Meeting {
	const seen = events.map((event) => shown(event, { person, device: 'd' }, meeting));
	const folded = seen.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!folded) throw new Error('nothing happened');
	return folded;
}

const WARD = 'Đoàn công tác phường';
const people: ReturnType<typeof setup>['people'] = [
	...setup().people.filter(({ kind }) => kind === 'member'),
	observer('o1', { delegation: WARD, rank: 'delegation_head' }),
	observer('o2', { delegation: WARD, mode: 'remote' }),
	observer('o3', { delegation: 'Đoàn thành phố' }),
	observer('o4'),
	observer('o5')
];
const joined = () =>
	opened({ people }).all(...['o2', 'o3', 'o4', 'o5'].map((id) => [id, { type: 'observer.join' }] as const));

describe('remarks', () => {
	test('[RE1] an observer who has joined, while the meeting runs', () => {
		const played = opened();
		expect(played.do('o2', remark('r1'))).toBe('not-present');
		expect(played.do('o1', remark('r1'))).toEqual(['remark.posted']);
		expect(played.do('o1', remark('r1'))).toBe('id-taken');
		expect(played.do('o1', { ...remark('r2'), item: 'a9' } as Command)).toBe('unknown');
		expect(played.do('m03', remark('r2'))).toBe('not-allowed');
		played.all(['o1', { type: 'observer.leave' }]);
		expect(played.do('o1', remark('r2'))).toBe('not-present');
		played.all(['m01', { type: 'meeting.end' }]);
		expect(played.do('o1', remark('r3'))).toBe('wrong-phase');
		expect(new Played({}, START - 60_000).do('o1', remark('r0'))).toBe('wrong-phase');
	});

	test('[RE2] it is stamped with the second of the meeting and the item that runs', () => {
		const played = opened()
			.at(1105)
			.all(['o1', remark('r1')]);
		expect(played.meeting.remarks.remarks).toMatchObject([
			{ item: 'a2', during: 'a1', second: 1105, at: START + 1_105_000 }
		]);
	});

	test('[RE3] its author and the same delegation read it; another level, members, desk and screen do not', () => {
		const played = joined().all(['o1', remark('r1')], ['o4', remark('r2')]);
		const reads = (person: string | null) => seenBy(played, person).remarks.remarks.map(({ id }) => id);
		expect(reads('o1')).toEqual(['r1']);
		expect(reads('o2')).toEqual(['r1']);
		expect(reads('o3')).toEqual([]);
		expect(reads('o4')).toEqual(['r2']);
		expect(reads('o5')).toEqual([]);
		for (const person of ['m01', 'm02', 'm03', null]) expect(reads(person)).toEqual([]);
		played.all(['m01', { type: 'meeting.end' }]);
		expect(reads('m01')).toEqual([]);
	});

	test('[RE3] once the debrief has begun all who may take part in it read it', () => {
		const played = joined().all(['o1', remark('r1')], ['m01', { type: 'meeting.end' }]);
		const reads = (person: string | null) => seenBy(played, person).remarks.remarks.map(({ id }) => id);
		expect([reads('m01'), reads('o3')]).toEqual([[], []]);
		played.all(['o1', { type: 'debrief.open' }]);
		expect([reads('m01'), reads('o3'), reads('o4')]).toEqual([['r1'], ['r1'], ['r1']]);
		expect([reads('m03'), reads(null)]).toEqual([[], []]);
	});

	test('[RE3] who was kept out of a closed session does not read what was remarked in it', () => {
		const roster = joined().meeting.people;
		const at = (isDebriefed: boolean) => ({
			people: roster,
			isDebriefed,
			takesPart: () => true,
			wasKeptOut: (id: string) => id === 'o2'
		});
		for (const isDebriefed of [false, true]) {
			expect(readsRemark(at(isDebriefed), 'o2', { person: 'o1', closed: true })).toBe(false);
			expect(readsRemark(at(isDebriefed), 'o2', { person: 'o1', closed: false })).toBe(true);
		}
	});

	test('[RE4] its author changes it or takes it back, nobody else', () => {
		const played = joined().all(['o1', remark('r1')], ['o1', remark('r2')]);
		const change: Command = { type: 'remark.change', remark: 'r1', pole: 'strength', text: 'Đúng giờ.' };
		expect(played.do('o2', change)).toBe('unknown');
		played.all(
			['o1', change],
			['m01', { type: 'meeting.end' }],
			['o1', { type: 'remark.withdraw', remark: 'r2' }]
		);
		expect(seenBy(played, 'o2').remarks.remarks).toMatchObject([
			{ id: 'r1', pole: 'strength', category: 'nội dung', text: 'Đúng giờ.' },
			{ id: 'r2', text: '', withdrawn: true }
		]);
		const late = played.events.map((event) => shown(event, { person: 'o2', device: '' }, played.meeting));
		expect(JSON.stringify(late).match(/Thời sự hơi dài/g)).toHaveLength(1);
		expect(figuresOf(played).observers.remarks).toEqual({ total: 1, strength: 1, limit: 0, suggestion: 0 });
		expect(played.do('o1', { type: 'remark.change', remark: 'r2', text: 'Lại' })).toBe('unknown');
	});

	test('[RE4] in the debrief it stands', () => {
		const { meeting } = joined().all(['o1', remark('r1')]);
		const facts = { now: START, by: 'o1', who: 'o1', isDebriefed: true } as Facts;
		expect(decide(meeting.remarks, { type: 'remark.withdraw', remark: 'r1' }, facts)).toEqual({
			refused: 'wrong-phase'
		});
	});

	test('[RE5] who waits outside a closed session does not remark', () => {
		const facts = {
			now: START,
			by: 'o1',
			who: 'o1',
			isPresent: () => true,
			isKeptOut: () => true,
			itemExists: () => true
		} as unknown as Facts;
		const [command] = [remark('r1')] as [Extract<Command, { type: 'remark.post' }>];
		const { remarks } = opened().meeting;
		expect(decide(remarks, command, facts)).toEqual({ refused: 'closed-session' });
		expect(decide(remarks, command, { ...facts, isPresent: () => false })).toEqual({
			refused: 'not-present'
		});
	});

	test('[RE6] an observer’s remark leaves agenda, minutes and resolution as they were', () => {
		const before = opened({ access: 'chaired' });
		const { agenda, clauses, notes } = before.meeting;
		const after = before.all(['o1', remark('r1')]).meeting;
		expect([after.agenda, after.clauses, after.notes]).toEqual([agenda, clauses, notes]);
		for (const document of ['agenda', 'minutes', 'resolution'] as const)
			expect(documentRight(house(after), 'o1', document)).not.toBe('edit');
	});

	test('[RE7] a private note is its author’s alone, also within a delegation', () => {
		const write = (text: string): Command => ({ type: 'notebook.write', ref: 'n1', item: 'a2', text });
		const played = joined().all(['o1', write('Áp dụng bảng đối chiếu.')]);
		expect(played.do('o2', write('Của tôi'))).toBe('id-taken');
		played.at(90).all(['o1', write('Áp dụng ngay tháng sau.')]);
		expect(seenBy(played, 'o1').remarks.notebook).toMatchObject([
			{ text: 'Áp dụng ngay tháng sau.', item: 'a2', person: 'o1' }
		]);
		for (const person of ['o2', 'o3', 'm01', 'm02', null])
			expect(seenBy(played, person).remarks.notebook).toEqual([]);
		expect(played.do('o2', { type: 'notebook.erase', note: 'n1' })).toBe('unknown');
		played.all(['o1', { type: 'notebook.erase', note: 'n1' }]);
		expect(played.meeting.remarks.notebook).toEqual([]);
	});
});

describe('checklist', () => {
	const item = (id: string, state: StepFacts['items'][number]['state'], required = true) => ({
		id,
		state,
		required
	});
	const facts = (change: Partial<StepFacts>): StepFacts => ({
		phase: 'running',
		items: [],
		steps: {
			notice: null,
			attendance: null,
			'minute-taker': null,
			'previous-tasks': null,
			discussion: null,
			resolution: null,
			tasks: null,
			minutes: null
		},
		untilOpening: ['notice'],
		...change
	});

	test('[RE8] required items are done, running, missing or to come', () => {
		const items = [
			item('a1', 'done'),
			item('a2', 'planned'),
			item('a3', 'done', false),
			item('a4', 'skipped'),
			item('a5', 'running'),
			item('a6', 'planned')
		];
		const states = (phase: StepFacts['phase']) =>
			checklist(facts({ items, phase })).map(({ id, state }) => [id, state]);
		expect(states('running')).toEqual([
			['a1', 'done'],
			['a2', 'missing'],
			['a4', 'missing'],
			['a5', 'now'],
			['a6', 'coming']
		]);
		expect(states('ended').at(-1)).toEqual(['a6', 'missing']);
	});

	test('[RE8] steps come from the facts of the meeting', () => {
		const state = (played: Played, name: string) =>
			stepsOf(played.meeting).find(({ id }) => id === `step-${name}`)?.state;
		const played = opened();
		expect(state(played, 'notice')).toBe('missing');
		expect(state(played, 'minute-taker')).toBe('coming');
		expect(state(played, 'previous-tasks')).toBeUndefined();
		played.all(
			['m01', { type: 'minutes.appoint', to: 'm04' }],
			['m01', { type: 'task.assign', ref: 't1', task: 'Việc', owner: 'm03', deadline: '2026-11-30' }]
		);
		expect([state(played, 'minute-taker'), state(played, 'tasks')]).toEqual(['done', 'done']);
		played.all(['m01', { type: 'meeting.end' }]);
		expect(state(played, 'resolution')).toBe('missing');
	});

	test('[RE8] own ticks are one’s own', () => {
		const tick = (done: boolean): Command => ({ type: 'checklist.tick', step: 'a1', done });
		const played = joined().all(['o1', tick(true)], ['o2', tick(true)], ['o2', tick(false)]);
		expect(seenBy(played, 'o1').remarks.ticks).toEqual({ o1: ['a1'] });
		expect(seenBy(played, 'o2').remarks.ticks).toEqual({ o2: [] });
		expect(seenBy(played, 'm01').remarks.ticks).toEqual({});
	});
});

test('[RE9] delegations stand apart, each with its head first, and who came alone last', () => {
	const of = [
		observer('x'),
		observer('a', { delegation: WARD, rank: 'higher_level_delegate' }),
		observer('c', { delegation: 'Đoàn thành phố', rank: 'delegation_head' }),
		observer('b', { delegation: WARD, rank: 'delegation_head' })
	] satisfies Observer[];
	expect(delegations(of).map(({ name, people: who }) => [name, who.map(({ id }) => id)])).toEqual([
		[WARD, ['b', 'a']],
		['Đoàn thành phố', ['c']],
		['', ['x']]
	]);
});
