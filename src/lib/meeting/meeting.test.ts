import { describe, expect, test } from 'vitest';
import { opened, Played, START } from '../../../tests/support/meeting.ts';
import { seconds } from '../agenda/agenda.ts';
import { following, freeLabel } from '../clauses/labels.ts';
import { documentRight, may } from '../people/may.ts';
import { evolve } from './evolve.ts';
import { house } from './state.ts';
import { shown } from './shown.ts';

describe('agenda', () => {
	test('[AG2] starting an item ends the one that runs; opening starts the first', () => {
		const played = opened();
		expect(played.meeting.agenda.running).toBe('a1');
		expect(played.do('m01', { type: 'item.start', item: 'a1' })).toBe('already-running');
		played.at(300).all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(played.meeting.agenda.items.map(({ state }) => state)).toEqual(['done', 'running', 'planned']);
	});

	test('[AG3] a required item needs a reason to be skipped, moved or removed', () => {
		const played = opened();
		expect(played.do('m01', { type: 'item.skip', item: 'a3' })).toBe('reason-needed');
		expect(played.do('m02', { type: 'item.remove', item: 'a3' })).toBe('reason-needed');
		expect(played.do('m02', { type: 'item.move', item: 'a3', after: null })).toBe('reason-needed');
		expect(
			played.do('m02', { type: 'item.move', item: 'a3', after: null, reason: 'khách phải về sớm' })
		).toEqual(['item.moved']);
		expect(played.do('m01', { type: 'item.skip', item: 'a2' })).toEqual(['item.skipped']);
		expect(played.meeting.agenda.items.map(({ id }) => id)).toEqual(['a3', 'a1', 'a2']);
	});

	test('[AG4] an item taken up again adds to its time', () => {
		const played = opened();
		played.at(300).all(['m01', { type: 'item.start', item: 'a2' }]);
		played.at(400).all(['m01', { type: 'item.start', item: 'a1' }]);
		played.at(450).all(['m01', { type: 'item.start', item: 'a3' }]);
		const first = played.meeting.agenda.items[0];
		expect(first && seconds(first, START + 999_000)).toBe(350);
	});

	test('[AG5] what has run is neither moved nor removed', () => {
		expect(opened().do('m02', { type: 'item.remove', item: 'a1', reason: 'thôi' })).toBe('already-started');
	});
});

describe('rights', () => {
	test('phase comes before office, office before the feature', () => {
		const played = new Played();
		expect(played.do('o1', { type: 'floor.grant', request: 'x' })).toBe('wrong-phase');
		expect(opened().do('o1', { type: 'floor.grant', request: 'x' })).toBe('not-chair');
		expect(opened().do('m01', { type: 'floor.grant', request: 'x' })).toBe('unknown');
	});

	test('a stranger may nothing', () => {
		const { meeting } = opened();
		expect(may(house(meeting), 'comment.post', 'nobody')).toBe('not-allowed');
		expect(documentRight(house(meeting), 'nobody', 'minutes')).toBeNull();
	});

	test('[AC2][AC3][AC4] each preset gives each role its right', () => {
		const played = opened();
		const rights = () =>
			['m01', 'm03', 'o1'].map((id) => documentRight(house(played.meeting), id, 'minutes'));
		expect(rights()).toEqual(['edit', 'edit', 'edit']);
		played.all(['m01', { type: 'access.preset', preset: 'chaired' }]);
		expect(rights()).toEqual(['edit', 'propose', 'comment']);
		played.all(['m01', { type: 'minutes.appoint', to: 'm03' }]);
		expect(rights()).toEqual(['edit', 'edit', 'comment']);
		played.all(['m01', { type: 'access.preset', preset: 'frozen' }]);
		expect(rights()).toEqual(['read', 'read', 'read']);
	});

	test('[AC1][AC5] one person’s own right stands before the role’s until a preset is chosen', () => {
		const played = opened().all(['m01', { type: 'access.person', person: 'o1', right: 'read' }]);
		expect(documentRight(house(played.meeting), 'o1', 'minutes')).toBe('read');
		expect(documentRight(house(played.meeting), 'o2', 'minutes')).toBe('edit');
		played.all(['m01', { type: 'access.preset', preset: 'together' }]);
		expect(documentRight(house(played.meeting), 'o1', 'minutes')).toBe('edit');
	});

	test('[AC6] nobody edits after the end', () => {
		const played = opened().all(['m01', { type: 'meeting.end' }]);
		expect(documentRight(house(played.meeting), 'm01', 'minutes')).toBe('read');
		expect(played.do('m01', { type: 'access.preset', preset: 'together' })).toBe('wrong-phase');
		expect(
			played.do('m03', { type: 'comment.post', ref: 'c', on: { kind: 'item', ref: 'a1' }, text: 'muộn' })
		).toBe('wrong-phase');
		expect(played.do('m03', { type: 'attendance.leave' })).toEqual(['attendance.left']);
	});

	test('the chair is handed over and the old one loses the office', () => {
		const played = opened();
		expect(played.do('m01', { type: 'chair.hand-over', to: 'o1' })).toBe('not-eligible');
		played.all(['m01', { type: 'chair.hand-over', to: 'm02' }]);
		expect(played.do('m01', { type: 'item.start', item: 'a2' })).toBe('not-chair');
		expect(played.do('m02', { type: 'item.start', item: 'a2' })).toEqual(['item.ended', 'item.started']);
		expect(played.meeting.facilitator).toBe('m01');
	});
});

describe('clauses', () => {
	test('[CL1] letters follow the Vietnamese order', () => {
		expect(['II.2.d', 'II.2.đ', 'II.2.e', 'I', 'I.9', 'III', 'g'].map(following)).toEqual([
			'II.2.đ',
			'II.2.e',
			'II.2.g',
			'II',
			'I.10',
			'IV',
			'h'
		]);
		expect(freeLabel('II.2.d', ['II.2.đ'])).toBe('II.2.e');
		expect(freeLabel(undefined, ['I'])).toBe('II');
	});

	test('[CL1] a new clause takes the next free label after its neighbour', () => {
		const played = opened().all(['m02', { type: 'clause.add', ref: 'c3', after: 'c2' }]);
		expect(played.meeting.clauses.map(({ label }) => label)).toEqual(['I.1', 'II.2.d', 'II.2.đ']);
		expect(played.do('m02', { type: 'clause.add', ref: 'c4', label: 'I.1', after: null })).toBe(
			'label-taken'
		);
	});

	test('[CL4] an edit names a place that stands exactly once', () => {
		const edit = (find: string) => ({ type: 'text.edit', clause: 'c1', find, replace: 'x' }) as const;
		expect(opened().do('m02', edit('hai'))).toBe('text-changed');
		expect(opened().do('m02', edit('bốn'))).toBe('text-changed');
		expect(opened().do('m02', edit('ba'))).toEqual(['text.edited']);
	});
});

describe('lobby', () => {
	const claim = (ref: string, name: string) => ({ type: 'join.claim', ref, member: name }) as const;

	test('[LO1][LO4] a device waits, is confirmed, is revoked', () => {
		const played = new Played();
		expect(played.do('phone', claim('e1', 'm03'))).toEqual(['join.claimed']);
		expect(played.do('m04', { type: 'join.confirm', entries: ['e1'] })).toBe('not-allowed');
		expect(played.do('m02', { type: 'join.confirm', entries: ['e1'] })).toEqual(['join.confirmed']);
		expect(played.do('m02', { type: 'join.confirm', entries: ['e1'] })).toBe('not-waiting');
		expect(played.do('m02', { type: 'join.revoke', entry: 'e1' })).toEqual(['join.revoked']);
		expect(played.meeting.lobby[0]?.state).toBe('revoked');
	});

	test('[LO2] a confirmed name is not given to a second device', () => {
		const played = new Played().all(
			['phone', claim('e1', 'm03')],
			['other', claim('e2', 'm03')],
			['m02', { type: 'join.confirm', entries: ['e1', 'e2'] }]
		);
		expect(played.meeting.lobby.map(({ state }) => state)).toEqual(['confirmed', 'waiting']);
		expect(played.do('m02', { type: 'join.confirm', entries: ['e2'] })).toBe('name-taken');
		expect(played.do('third', claim('e3', 'm03'))).toBe('name-taken');
	});

	test('[LO3] a guest who is admitted is an observer of the meeting', () => {
		const knock = {
			type: 'join.knock',
			ref: 'g1',
			name: 'Lê Văn Khách',
			title: 'Bí thư',
			organisation: 'Chi bộ 5',
			mode: 'remote'
		} as const;
		const played = new Played().all(['laptop', knock], ['m01', { type: 'join.confirm', entries: ['g1'] }]);
		expect(played.meeting.people.g1).toMatchObject({
			kind: 'observer',
			name: 'Lê Văn Khách',
			mode: 'remote'
		});
		expect(played.do('g1', { type: 'observer.join' })).toEqual(['observer.joined']);
	});

	test('[LO5] a new request of the same device replaces the old', () => {
		const played = new Played().all(['phone', claim('e1', 'm03')], ['phone', claim('e2', 'm04')]);
		expect(played.meeting.lobby.map(({ state }) => state)).toEqual(['replaced', 'waiting']);
	});

	test('a person of the meeting claims no other name', () => {
		expect(new Played().do('m03', claim('e1', 'm04'))).toBe('not-allowed');
	});
});

describe('what a viewer folds', () => {
	test('is a state without gaps, whoever looks', () => {
		const played = opened().all([
			'o1',
			{ type: 'comment.post', ref: 'k1', on: { kind: 'item', ref: 'a1' }, text: 'riêng' }
		]);
		played.all(['m05', { type: 'leave.request', kind: 'absent', reason: { code: 'sick', text: 'ốm nặng' } }]);
		played.do('m04', { type: 'item.start', item: 'a2' });
		for (const person of ['m01', 'm04', 'm05', 'o2', null]) {
			const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
			expect(seen.map(({ seq }) => seq)).toEqual(played.events.map(({ seq }) => seq));
			let state = null;
			for (const event of seen) state = evolve(state, event);
			expect(state?.agenda).toEqual(played.meeting.agenda);
			expect(state?.rollcall.leaves.m05?.[0]?.reason.text).toBe(
				person === 'm01' || person === 'm05' ? 'ốm nặng' : undefined
			);
		}
	});
});
