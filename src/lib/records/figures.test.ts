import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../tests/support/figures.ts';
import { checkIn, member, observer, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command, Setup } from '../meeting/contract.ts';

const invite = (ref: string, to: string, kind: 'free' | 'presentation'): Command => ({
	type: 'floor.invite',
	ref,
	to,
	kind
});

/** Opens at second 61, with one person in the room who chairs. */
function alone(made: Partial<Setup>): Played {
	return new Played(made, START)
		.all(...checkIn('m01'))
		.at(61)
		.all(['m01', { type: 'meeting.open' }]);
}

describe('cell', () => {
	test('counts members by status and by standing, observers not', () => {
		const people = [
			member('m01', { office: 'secretary' }),
			member('m02', { standing: 'exempt' }),
			member('m03', { standing: 'special-duty', partyStatus: 'probationary' }),
			member('m04', { standing: 'temporary-elsewhere' }),
			member('m05', { standing: 'suspended' }),
			member('m06', { standing: 'exempt' }),
			observer('o1')
		];
		expect(figuresOf(new Played({ people, facilitator: null })).cell).toEqual({
			members: 6,
			official: 5,
			probationary: 1,
			exempt: 2,
			specialDuty: 1,
			temporaryElsewhere: 1,
			suspended: 1
		});
	});
});

describe('attendance', () => {
	test('late, left early, voluntary, excused and unexcused are told apart', () => {
		const people = [
			member('m01', { office: 'secretary' }),
			member('m02'),
			member('m03'),
			member('m04'),
			member('m05'),
			member('m06'),
			member('x1', { standing: 'exempt' }),
			member('e1', { standing: 'temporary-elsewhere' })
		];
		const played = new Played({ people, facilitator: null }, START - 600_000);
		const leave = (kind: 'absent' | 'late') =>
			({ type: 'leave.request', kind, reason: { code: 'sick' } }) as const;
		played.all(['m03', leave('absent')], ['m04', leave('late')], ['m05', leave('absent')]);
		played.all(
			['m01', { type: 'leave.decide', of: 'm03', accept: true }],
			['m01', { type: 'leave.decide', of: 'm04', accept: true }]
		);
		played.all(...checkIn('m01', 'x1', 'm06'));
		played.all(['m06', { type: 'attendance.leave' }]);
		played.at(0).all(['m01', { type: 'meeting.open' }]);
		played.at(60).all(...checkIn('m02'));
		played.at(120).all(['x1', { type: 'attendance.leave' }]);
		played.at(600).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).attendance).toEqual({
			summoned: 6,
			present: 2,
			ratePercent: 33.3,
			meetsRate: false,
			meetsRule: false,
			absentExcused: ['m03'],
			absentUnexcused: ['m04', 'm05', 'm06'],
			late: ['m02'],
			leftEarly: ['x1'],
			voluntary: ['x1'],
			inRoom: 3
		});
	});
});

describe('observers', () => {
	test('who only joined before the opening did not attend; who came twice is counted as they first came', () => {
		const played = new Played({ people: [...setup().people, observer('o3')] }, START - 60_000);
		played.all(
			...checkIn('m01'),
			['o1', { type: 'observer.join' }],
			['o3', { type: 'observer.join' }],
			['o3', { type: 'observer.leave' }]
		);
		played.at(0).all(['m01', { type: 'meeting.open' }], ['o2', { type: 'observer.join', mode: 'remote' }]);
		played.all(['o2', { type: 'observer.leave' }], ['o2', { type: 'observer.join', mode: 'room' }]);
		expect(figuresOf(played).observers).toMatchObject({ invited: 3, attended: 2, room: 1, remote: 1 });
	});

	test('who was kept out is named once; a year’s count goes up only for who attended (S1-3)', () => {
		const people = [
			...setup().people.filter(({ kind }) => kind === 'member'),
			observer('o1', { quota: { required: 4, attendedBefore: 3 } }),
			observer('o2', { quota: { required: 6, attendedBefore: 5 } }),
			observer('o3')
		];
		const played = new Played({ people }, START - 60_000);
		played.all(...checkIn('m01'), ['o1', { type: 'observer.join' }]);
		played.at(0).all(['m01', { type: 'meeting.open' }]);
		for (const keepOut of [['o3', 'o2'], ['o2']])
			played.all(['m01', { type: 'closed.begin', keepOut }], ['m01', { type: 'closed.end' }]);
		expect(figuresOf(played).observers).toEqual({
			invited: 3,
			attended: 1,
			room: 1,
			remote: 0,
			remarks: { total: 0, strength: 0, limit: 0, suggestion: 0 },
			keptOut: ['o2', 'o3'],
			quota: {
				o1: { attended: 4, required: 4, met: true },
				o2: { attended: 5, required: 6, met: false }
			}
		});
		expect(figuresOf(played).time.closedSeconds).toBe(2);
	});
});

describe('time', () => {
	test('minutes are rounded down, an item taken up again adds up, one never begun has 0', () => {
		const played = alone({});
		played.at(200).all(['m01', { type: 'item.start', item: 'a2' }]);
		played.at(300).all(['m01', { type: 'item.start', item: 'a1' }]);
		played.at(310).all(['m01', { type: 'item.skip', item: 'a3', reason: 'hết giờ' }]);
		played.at(61 + 90 * 60 - 1).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).time).toEqual({
			startDelayMinutes: 1,
			durationMinutes: 89,
			meetsMinimum: false,
			plannedMinutes: 30,
			itemSeconds: { a1: 139 + (61 + 5399 - 300), a2: 100, a3: 0 },
			skipped: ['a3'],
			closedSeconds: 0
		});
	});

	test('exactly the minimum meets it', () => {
		const played = alone({});
		played.at(61 + 90 * 60).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).time).toMatchObject({ durationMinutes: 90, meetsMinimum: true });
	});
});

describe('speaking', () => {
	test('nobody spoke: what cannot be formed is null, the keys stay', () => {
		const played = opened();
		played.at(60).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).speaking).toEqual({
			turns: 0,
			totalSeconds: 0,
			speakers: 0,
			speakerPercent: 0,
			secondsBySpeaker: {},
			notSpoken: ['m01', 'm02', 'm03', 'm04', 'p1'],
			overrunSeconds: {},
			longestWaitSeconds: null,
			requests: { granted: 0, withdrawn: 0, deferred: 0, notReached: 0 },
			presentations: 0,
			presentationSeconds: 0
		});
		expect(figuresOf(new Played()).speaking.speakerPercent).toBeNull();
	});

	test('speeches and presentations are counted apart; only speeches run over a limit', () => {
		const played = opened();
		const ask = (ref: string): Command => ({ type: 'floor.request', ref, kind: 'free' });
		// a1 has no limit of its own: the meeting's 120 seconds; a2 has 60.
		played.at(10).all(['m03', ask('s1')], ['m04', ask('s2')], ['p1', ask('s3')], ['m02', ask('s4')]);
		played.at(40).all(['m01', { type: 'floor.grant', request: 's1' }]);
		played.at(190).all(['m03', { type: 'floor.end', turn: 's1' }]);
		played
			.at(200)
			.all(
				['m04', { type: 'floor.withdraw', request: 's2' }],
				['m01', { type: 'floor.defer', request: 's3' }]
			);
		played.at(300).all(['m01', { type: 'item.start', item: 'a2' }]);
		played.at(310).all(['m01', invite('pr1', 'o1', 'presentation')]);
		played.at(610).all(['o1', { type: 'floor.end', turn: 'pr1' }]);
		played.at(620).all(['m01', invite('s5', 'm03', 'free')]);
		played.at(681).all(['m01', { type: 'floor.end', turn: 's5' }]);
		played.at(690).all(['p1', ask('s6')]);
		played.at(700).all(['m01', { type: 'floor.grant', request: 's6', limitSeconds: 180 }]);
		played.at(870).all(['p1', { type: 'floor.end', turn: 's6' }]);
		played.at(880).all(['m01', invite('s7', 'm02', 'free')]);
		played.at(900).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).speaking).toEqual({
			turns: 4,
			totalSeconds: 150 + 61 + 170 + 20,
			speakers: 3,
			speakerPercent: 60,
			secondsBySpeaker: { m03: 211, p1: 170, m02: 20 },
			notSpoken: ['m01', 'm04'],
			overrunSeconds: { s1: 30, s5: 1 },
			longestWaitSeconds: 30,
			requests: { granted: 2, withdrawn: 1, deferred: 1, notReached: 1 },
			presentations: 1,
			presentationSeconds: 300
		});
	});

	test('a pause is no speaking time', () => {
		const played = opened();
		played.at(10).all(['m01', invite('s1', 'm03', 'free')]);
		played.at(20).all(['m01', { type: 'floor.pause' }]);
		played.at(50).all(['m01', { type: 'floor.resume' }]);
		played.at(55).all(['m03', { type: 'floor.end', turn: 's1' }]);
		expect(figuresOf(played).speaking.secondsBySpeaker).toEqual({ m03: 15 });
	});
});

describe('acts', () => {
	test('refusals stand in order of time, then of who tried', () => {
		const played = opened();
		const tried: Command = { type: 'floor.grant', request: 'x' };
		for (const by of ['m04', 'm03']) played.at(60).do(by, tried);
		played.at(30).do('o1', { type: 'attendance.check-in', method: 'self' });
		expect(figuresOf(played).refusals).toEqual([
			{ at: '2026-11-03T19:30:30+07:00', by: 'o1', do: 'attendance.check-in', reason: 'observer' },
			{ at: '2026-11-03T19:31:00+07:00', by: 'm03', do: 'floor.grant', reason: 'not-chair' },
			{ at: '2026-11-03T19:31:00+07:00', by: 'm04', do: 'floor.grant', reason: 'not-chair' }
		]);
	});

	test('accepted acts on somebody’s behalf and changes of the screen are counted', () => {
		const played = opened();
		played.all(['m03', { type: 'attendance.check-in', for: 'm05', method: 'self' }]);
		played.do('m04', { type: 'attendance.leave', for: 'm05' });
		played.all(
			['m02', { type: 'projection.show', show: 'blank' }],
			['m01', { type: 'projection.show', show: 'title' }]
		);
		expect(figuresOf(played)).toMatchObject({ onBehalf: 1, projectionChanges: 2 });
	});
});
