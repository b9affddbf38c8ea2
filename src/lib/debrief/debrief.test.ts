import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../tests/support/figures.ts';
import { member, observer, opened, Played, setup } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { board, type OnBoard } from './board.ts';

const open: Command = { type: 'debrief.open' };
const join: Command = { type: 'debrief.join' };
const close: Command = { type: 'debrief.close' };
const state = (ref: string, text = 'Chuẩn bị kỹ, đúng giờ.'): Command => ({
	type: 'debrief.state',
	ref,
	text
});
const unify = (ref: string, cellTypes?: string[]): Command => ({
	type: 'debrief.unify',
	ref,
	text: 'Thời sự không quá năm phút.',
	...(cellTypes && { cellTypes })
});
const remedy = (ref: string, change: object = {}): Command => ({
	type: 'debrief.remedy',
	ref,
	task: 'Rút gọn mẫu thời sự',
	owner: 'm03',
	deadline: '2026-12-01',
	...change
});

/** o1 heads the delegation and attends, o2 attends, o3 never came; m05 is of the committee, m04 writes. */
const people: ReturnType<typeof setup>['people'] = [
	...setup().people.filter(({ kind, id }) => kind === 'member' && id !== 'm05'),
	member('m05', { office: 'cell_committee_member' }),
	observer('o1', { rank: 'delegation_head' }),
	observer('o2'),
	observer('o3')
];
const remark: Command = {
	type: 'remark.post',
	ref: 'r1',
	item: 'a2',
	category: 'nội dung',
	pole: 'limit',
	text: 'Thời sự hơi dài.'
};
const ended = (...before: (readonly [string, Command])[]) =>
	opened({ people }).all(
		['o2', { type: 'observer.join' }],
		['m01', { type: 'minutes.appoint', to: 'm04' }],
		...before,
		['m01', { type: 'meeting.end' }]
	);

function seenBy({ events, meeting }: Played, person: string | null): Meeting {
	const seen = events.map((event) => shown(event, { person, device: 'd' }, meeting));
	const folded = seen.reduce<Meeting | null>((before, event) => evolve(before, event), null);
	if (!folded) throw new Error('nothing happened');
	return folded;
}

describe('who and when', () => {
	test('[DB1] after the end, by the head of a delegation who attended', () => {
		const running = opened({ people });
		expect(running.do('o1', open)).toBe('wrong-phase');
		const played = ended();
		for (const person of ['m01', 'm05', 'o2', 'o3', 'm03'])
			expect(played.do(person, open)).toBe('not-allowed');
		expect(played.do('o1', open)).toEqual(['debrief.opened']);
		expect(played.do('o1', open)).toBe('wrong-phase');
		played.all(['o1', close]);
		expect(played.do('o1', open)).toBe('wrong-phase');
	});

	test('[DB1] by the chair where no head attended', () => {
		const absent = people.map((person) =>
			person.id === 'o3' ? observer('o3', { rank: 'delegation_head' }) : person
		);
		const nobody = absent.filter(({ id }) => id !== 'o1');
		const played = new Played({ people: nobody }).all(
			['m01', { type: 'attendance.check-in', method: 'self' }],
			['m01', { type: 'meeting.open' }],
			['m01', { type: 'meeting.end' }]
		);
		expect(played.do('o3', open)).toBe('not-allowed');
		expect(played.do('m01', open)).toEqual(['debrief.opened']);
		expect(played.do('m01', join)).toEqual(['debrief.joined']);
	});

	test('[DB2] observers who attended, the committee and the minute taker take part, each counted once', () => {
		const played = ended();
		expect(played.do('m05', join)).toBe('wrong-phase');
		played.all(['o1', open], ['o1', join], ['o2', join], ['m04', join], ['m05', join], ['m05', join]);
		for (const person of ['o3', 'm03', 'p1']) expect(played.do(person, join)).toBe('not-allowed');
		expect(played.meeting.debrief?.participants).toEqual(['o1', 'o2', 'm04', 'm05']);
	});

	test('[DB3] who joined makes statements while it is open', () => {
		const played = ended();
		expect(played.do('o2', state('s0'))).toBe('not-present');
		played.all(['o1', open]);
		for (const person of ['o2', 'm03', 'o1']) expect(played.do(person, state('s0'))).toBe('not-present');
		played.all(['o2', join], ['o2', state('s1')]);
		expect(played.do('o2', state('s1'))).toBe('id-taken');
		expect(played.meeting.debrief?.statements).toMatchObject([{ id: 's1', person: 'o2' }]);
		played.all(['o1', close]);
		expect(played.do('o2', state('s2'))).toBe('wrong-phase');
	});
});

describe('what it comes to', () => {
	test('[DB4] its opener records unified points, in order, with the cell types that they bind', () => {
		const played = ended().all(['o1', open], ['m01', join], ['o2', join]);
		for (const person of ['m01', 'o2', 'm03']) expect(played.do(person, unify('u0'))).toBe('not-allowed');
		played.all(['o1', unify('u1', ['neighbourhood', 'village', 'village'])], ['o1', unify('u2')]);
		expect(played.do('o1', unify('u2'))).toBe('id-taken');
		expect(played.meeting.debrief?.points).toMatchObject([
			{ id: 'u1', cellTypes: ['neighbourhood', 'village'] },
			{ id: 'u2', cellTypes: [] }
		]);
	});

	test('[DB5] its opener records remedies: a member of the cell, a day, and the remark that they come from', () => {
		const task: Command = {
			type: 'task.assign',
			ref: 't1',
			task: 'Việc',
			owner: 'm03',
			deadline: '2026-11-30'
		};
		const played = ended(['o2', remark], ['m01', task]).all(['o1', open]);
		expect(played.do('m01', remedy('b1'))).toBe('not-allowed');
		expect(played.do('o1', remedy('t1'))).toBe('id-taken');
		expect(played.do('o1', remedy('b1', { owner: 'o2' }))).toBe('unknown');
		expect(played.do('o1', remedy('b1', { remark: 'r9' }))).toBe('unknown');
		played.all(['o1', remedy('b1', { remark: 'r1' })], ['o1', remedy('b2')]);
		expect(played.do('o1', remedy('b2'))).toBe('id-taken');
		expect(played.meeting.debrief?.remedies).toEqual([
			{ id: 'b1', words: 'Rút gọn mẫu thời sự', owner: 'm03', deadline: '2026-12-01', remark: 'r1' },
			{ id: 'b2', words: 'Rút gọn mẫu thời sự', owner: 'm03', deadline: '2026-12-01', remark: null }
		]);
		expect(figuresOf(played).tasks.total).toBe(1);
	});

	test('[DB6] a mistake is taken back by who made it, while it is open', () => {
		const played = ended().all(
			['o1', open],
			['o2', join],
			['o2', state('s1')],
			['o1', unify('u1')],
			['o1', remedy('b1')]
		);
		const back = (entry: string): Command => ({ type: 'debrief.withdraw', entry });
		expect(played.do('o1', back('s1'))).toBe('not-allowed');
		expect(played.do('o2', back('u1'))).toBe('not-allowed');
		expect(played.do('o1', back('nothing'))).toBe('unknown');
		played.all(['o2', back('s1')], ['o1', back('u1')], ['o1', back('b1')]);
		expect(played.meeting.debrief).toMatchObject({ statements: [], points: [], remedies: [] });
		played.all(['o1', unify('u2')], ['o1', close]);
		expect(played.do('o1', back('u2'))).toBe('wrong-phase');
	});

	test('[DB7] its opener closes it, and what it came to stands', () => {
		const played = ended().all(['o1', open], ['m01', join]);
		expect(played.do('m01', close)).toBe('not-allowed');
		played.at(3600).all(['o1', close]);
		for (const command of [join, unify('u1'), remedy('b1'), close])
			expect(played.do('o1', command)).toBe('wrong-phase');
	});

	test('[DB7] figures: whole minutes from opening to closing, and how many of each', () => {
		expect(figuresOf(ended()).debrief).toEqual({
			durationMinutes: null,
			participants: 0,
			statements: 0,
			unified: 0,
			remedies: 0
		});
		const played = ended()
			.at(6000)
			.all(['o1', open], ['o1', join], ['o1', state('s1')], ['o1', unify('u1')]);
		expect(figuresOf(played).debrief.durationMinutes).toBeNull();
		played.at(6000 + 22 * 60 - 1).all(['o1', close]);
		expect(figuresOf(played).debrief).toEqual({
			durationMinutes: 21,
			participants: 1,
			statements: 1,
			unified: 1,
			remedies: 0
		});
	});
});

describe('what is seen', () => {
	test('[DB8] the remarks of all lie before who may take part, and stand as they are', () => {
		const played = ended(['o2', remark]).all(['o1', open]);
		const reads = (person: string) => seenBy(played, person).remarks.remarks.map(({ id }) => id);
		expect(['o1', 'm01', 'm05', 'm04', 'm03', 'o3'].map((id) => reads(id).length)).toEqual([
			1, 1, 1, 1, 0, 0
		]);
		expect(played.do('o2', { type: 'remark.withdraw', remark: 'r1' })).toBe('wrong-phase');
	});

	test('[DB8] the board has a column for each category, strengths first', () => {
		const on = (id: string, category: string, pole: OnBoard['pole'], at: number, withdrawn = false) => ({
			id,
			category,
			pole,
			at,
			withdrawn
		});
		const columns = board(
			[
				on('r1', 'lễ tân', 'limit', 1),
				on('r2', 'điều hành', 'suggestion', 2),
				on('r3', 'nội dung', 'limit', 3),
				on('r4', 'nội dung', 'strength', 5),
				on('r5', 'nội dung', 'strength', 4),
				on('r6', 'kỹ thuật', 'limit', 6, true)
			],
			['nội dung', 'điều hành', 'kỹ thuật']
		);
		expect(columns.map(({ category, remarks }) => [category, remarks.map(({ id }) => id)])).toEqual([
			['nội dung', ['r5', 'r4', 'r3']],
			['điều hành', ['r2']],
			['lễ tân', ['r1']]
		]);
	});

	test('[DB9] comments held for the debrief are read by who takes part in it', () => {
		const post: Command = {
			type: 'comment.post',
			ref: 'k1',
			on: { kind: 'item', ref: 'a1' },
			text: 'Nên chiếu bảng đối chiếu.'
		};
		const played = ended(
			['o2', post],
			['m01', { type: 'comment.handle', comment: 'k1', status: 'for-debrief' }]
		);
		const reads = (person: string) => seenBy(played, person).comments.map(({ id }) => id);
		expect([reads('o1'), reads('m03')]).toEqual([[], []]);
		played.all(['o1', open]);
		expect([reads('o1'), reads('m05'), reads('m03')]).toEqual([['k1'], ['k1'], []]);
	});

	test('[DB11] what is said in it reaches nobody else', () => {
		const played = ended().all(['o1', open], ['o1', join], ['o1', state('s1')], ['o1', remedy('b1')]);
		expect(seenBy(played, 'm05').debrief).toMatchObject({
			statements: [{ id: 's1' }],
			remedies: [{ id: 'b1' }]
		});
		for (const person of ['m03', 'p1', 'o3', null]) {
			expect(seenBy(played, person).debrief).toMatchObject({
				participants: [],
				statements: [],
				remedies: []
			});
			const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
			expect(JSON.stringify(seen)).not.toMatch(/Chuẩn bị kỹ|Rút gọn mẫu/);
		}
	});
});
