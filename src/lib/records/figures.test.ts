import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkIn, member, observer, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command, Setup } from '../meeting/contract.ts';
import { figures, type Figures } from './figures.ts';
import type { PaperTexts } from './paper-figures.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NO_TEXTS: PaperTexts = { clause: () => '', note: () => '', whenPut: () => null, sha256 };

function of({ meeting, events }: Played, texts: Partial<PaperTexts> = {}): Figures {
	return figures(meeting, events, { ...NO_TEXTS, ...texts });
}

const invite = (ref: string, to: string, kind: 'free' | 'presentation'): Command => ({ type: 'floor.invite', ref, to, kind });

/** Opens at second 61, with one person in the room who chairs. */
function alone(made: Partial<Setup>): Played {
	return new Played(made, START).all(...checkIn('m01')).at(61).all(['m01', { type: 'meeting.open' }]);
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
		expect(of(new Played({ people, facilitator: null })).cell).toEqual({
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
		const leave = (kind: 'absent' | 'late') => ({ type: 'leave.request', kind, reason: { code: 'sick' } }) as const;
		played.all(['m03', leave('absent')], ['m04', leave('late')], ['m05', leave('absent')]);
		played.all(['m01', { type: 'leave.decide', of: 'm03', accept: true }], ['m01', { type: 'leave.decide', of: 'm04', accept: true }]);
		played.all(...checkIn('m01', 'x1', 'm06'));
		played.all(['m06', { type: 'attendance.leave' }]);
		played.at(0).all(['m01', { type: 'meeting.open' }]);
		played.at(60).all(...checkIn('m02'));
		played.at(120).all(['x1', { type: 'attendance.leave' }]);
		played.at(600).all(['m01', { type: 'meeting.end' }]);
		expect(of(played).attendance).toEqual({
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
		played.all(...checkIn('m01'), ['o1', { type: 'observer.join' }], ['o3', { type: 'observer.join' }], ['o3', { type: 'observer.leave' }]);
		played.at(0).all(['m01', { type: 'meeting.open' }], ['o2', { type: 'observer.join', mode: 'remote' }]);
		played.all(['o2', { type: 'observer.leave' }], ['o2', { type: 'observer.join', mode: 'room' }]);
		expect(of(played).observers).toEqual({ invited: 3, attended: 2, room: 1, remote: 1 });
	});
});

describe('time', () => {
	test('minutes are rounded down, an item taken up again adds up, one never begun has 0', () => {
		const played = alone({});
		played.at(200).all(['m01', { type: 'item.start', item: 'a2' }]);
		played.at(300).all(['m01', { type: 'item.start', item: 'a1' }]);
		played.at(310).all(['m01', { type: 'item.skip', item: 'a3', reason: 'hết giờ' }]);
		played.at(61 + 90 * 60 - 1).all(['m01', { type: 'meeting.end' }]);
		expect(of(played).time).toEqual({
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
		expect(of(played).time).toMatchObject({ durationMinutes: 90, meetsMinimum: true });
	});
});

describe('speaking', () => {
	test('nobody spoke: what cannot be formed is null, the keys stay', () => {
		const played = opened();
		played.at(60).all(['m01', { type: 'meeting.end' }]);
		expect(of(played).speaking).toEqual({
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
		expect(of(new Played()).speaking.speakerPercent).toBeNull();
	});

	test('speeches and presentations are counted apart; only speeches run over a limit', () => {
		const played = opened();
		const ask = (ref: string): Command => ({ type: 'floor.request', ref, kind: 'free' });
		// a1 has no limit of its own: the meeting's 120 seconds; a2 has 60.
		played.at(10).all(['m03', ask('s1')], ['m04', ask('s2')], ['p1', ask('s3')], ['m02', ask('s4')]);
		played.at(40).all(['m01', { type: 'floor.grant', request: 's1' }]);
		played.at(190).all(['m03', { type: 'floor.end', turn: 's1' }]);
		played.at(200).all(['m04', { type: 'floor.withdraw', request: 's2' }], ['m01', { type: 'floor.defer', request: 's3' }]);
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
		expect(of(played).speaking).toEqual({
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
		expect(of(played).speaking.secondsBySpeaker).toEqual({ m03: 15 });
	});
});

describe('votes and resolution', () => {
	const put = { type: 'vote.put', ref: 'v1', title: 'Thông qua', ballot: 'hands', threshold: 'majority', subject: { kind: 'resolution' } } as const;

	function voted(counts: { for: number; against: number; abstain: number }): Played {
		return opened().all(
			['m01', put],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m02', { type: 'hands.count', vote: 'v1', counts }],
			['m01', { type: 'vote.close', vote: 'v1' }]
		);
	}

	test('base, roll, threshold, rate and who did not raise a hand', () => {
		const texts = { whenPut: () => [{ label: 'I.1', text: 'Nội dung' }] };
		// m01 to m05 form the base, m05 is not there; p1 is probationary.
		expect(of(voted({ for: 3, against: 0, abstain: 0 }), texts).votes).toEqual({
			v1: {
				base: 5,
				present: 4,
				needed: 3,
				for: 3,
				against: 0,
				abstain: 0,
				notVoting: 1,
				ratePercent: 60,
				passed: true,
				textSha256: sha256('I.1\tNội dung\n')
			}
		});
	});

	test('a resolution is adopted by the vote that passed it, its clauses named by label', () => {
		const texts = { clause: (id: string) => `Nội dung ${id}` };
		const clauses = [
			{ id: 'I.1', text: 'Nội dung c1' },
			{ id: 'II.2.d', text: 'Nội dung c2' }
		];
		expect(of(voted({ for: 3, against: 1, abstain: 0 }), texts).resolution).toEqual({ adopted: true, vote: 'v1', clauses });
		expect(of(voted({ for: 2, against: 1, abstain: 0 }), texts).resolution).toEqual({ adopted: false, vote: null, clauses });
		expect(of(opened({ clauses: [] })).resolution).toBeNull();
	});

	test('a cancelled question is no vote', () => {
		const played = opened().all(['m01', put], ['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(of(played).votes).toEqual({});
	});
});

describe('comments and minutes', () => {
	const post = (ref: string, text: string, more: object = {}): Command => ({ type: 'comment.post', ref, on: { kind: 'item', ref: 'a1' }, text, ...more });

	test('withdrawn ones count, their words do not; what came late says by how much', () => {
		const played = opened();
		played.at(100).all(['m03', post('c2', 'ý hai')], ['m04', post('c10', 'ý mười')], ['o1', post('c3', 'ý ba')]);
		played.at(110).all(['m04', { type: 'comment.withdraw', comment: 'c10' }]);
		played.at(200).do('m03', post('c1', 'Viết lúc mất mạng', { writtenAt: START + 130_000 }), { lostAt: START + 120_000 });
		expect(of(played).comments).toEqual({
			total: 4,
			byStatus: { open: 2, withdrawn: 1, 'observer-held': 1 },
			textSha256: sha256('c1\tViết lúc mất mạng\nc2\tý hai\nc3\tý ba\n'),
			lateSeconds: { c1: 70 }
		});
		expect(of(opened()).comments).toEqual({ total: 0, byStatus: {}, textSha256: sha256(''), lateSeconds: {} });
	});

	test('notes, corrected ones with their final words, and approval by a vote', () => {
		const played = opened().all(
			['m01', { type: 'minutes.appoint', to: 'm03' }],
			['m03', { type: 'minutes.write', ref: 'n1', text: 'một' }],
			['m03', { type: 'minutes.write', ref: 'n2', text: 'hai' }],
			['m02', { type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời' }]
		);
		const minutes = { minuteTaker: 'm03', notes: 2, corrected: { n1: 'cuối cùng' }, approved: false };
		expect(of(played, { note: () => 'cuối cùng' }).minutes).toEqual(minutes);
		played.all(
			['m01', { type: 'vote.put', ref: 'v8', title: 'Biên bản', ballot: 'hands', threshold: 'majority', subject: { kind: 'minutes' } }],
			['m01', { type: 'vote.open', vote: 'v8' }],
			['m01', { type: 'hands.count', vote: 'v8', counts: { for: 4, against: 0, abstain: 0 } }],
			['m01', { type: 'vote.close', vote: 'v8' }]
		);
		expect(of(played).minutes.approved).toBe(true);
	});
});

describe('acts', () => {
	test('refusals stand in order of time, then of who tried', () => {
		const played = opened();
		const tried: Command = { type: 'floor.grant', request: 'x' };
		for (const by of ['m04', 'm03']) played.at(60).do(by, tried);
		played.at(30).do('o1', { type: 'attendance.check-in', method: 'self' });
		expect(of(played).refusals).toEqual([
			{ at: '2026-11-03T19:30:30+07:00', by: 'o1', do: 'attendance.check-in', reason: 'observer' },
			{ at: '2026-11-03T19:31:00+07:00', by: 'm03', do: 'floor.grant', reason: 'not-chair' },
			{ at: '2026-11-03T19:31:00+07:00', by: 'm04', do: 'floor.grant', reason: 'not-chair' }
		]);
	});

	test('accepted acts on somebody’s behalf and changes of the screen are counted', () => {
		const played = opened();
		played.all(['m03', { type: 'attendance.check-in', for: 'm05', method: 'self' }]);
		played.do('m04', { type: 'attendance.leave', for: 'm05' });
		played.all(['m02', { type: 'projection.show', show: 'blank' }], ['m01', { type: 'projection.show', show: 'title' }]);
		expect(of(played)).toMatchObject({ onBehalf: 1, projectionChanges: 2 });
	});
});
