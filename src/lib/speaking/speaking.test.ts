import { describe, expect, test } from 'vitest';
import { checkIn, opened, START, type Played } from '../../../tests/support/meeting.ts';
import { factWords } from '../meeting/fact-words.ts';
import { callNext, queueOf } from '../meeting/queue.ts';
import { speakingFigures } from '../records/speaking-figures.ts';
import { nextSpeaker } from './queue.ts';
import { secondsLeft, secondsSpoken, speakingNow, waiting } from './speaking.ts';

const ask = (ref: string, item?: string) =>
	({ type: 'floor.request', ref, kind: 'free', ...(item && { item }) }) as const;
const queue = (played: Played) => queueOf(played.meeting).map(({ request: { id } }) => id);

const why = (played: Played) =>
	queueOf(played.meeting).map(({ request: { id }, why: { because } }) => [id, because]);

describe('floor', () => {
	test('[SP1] one waiting request each, only for who is in the room', () => {
		const played = opened();
		expect(played.do('m05', ask('r0'))).toBe('not-present');
		expect(played.do('m03', ask('r1'))).toEqual(['floor.requested']);
		expect(played.do('m03', ask('r2'))).toBe('already-waiting');
		expect(played.do('o1', ask('r3'))).toEqual(['floor.requested']);
		expect(played.do('o2', ask('r4'))).toBe('not-present');
		expect(played.do('m04', ask('r1'))).toBe('id-taken');
		expect(queue(played)).toEqual(['r1', 'r3']);
	});

	test('[SP1] nobody asks before the opening', () => {
		expect(opened().at(5).do('m04', ask('r1', 'nowhere'))).toBe('unknown');
	});

	test('[SP2] one speaker at a time', () => {
		const played = opened().all(
			['m03', ask('r1')],
			['m04', ask('r2')],
			['m01', { type: 'floor.grant', request: 'r1' }]
		);
		expect(played.do('m01', { type: 'floor.grant', request: 'r2' })).toBe('floor-taken');
		expect(played.do('m01', { type: 'floor.invite', ref: 'i1', to: 'm04', kind: 'free' })).toBe(
			'floor-taken'
		);
		expect(played.do('m01', { type: 'floor.end', turn: 'r2' })).toBe('not-speaking');
		played.all(['m03', { type: 'floor.end', turn: 'r1' }], ['m01', { type: 'floor.grant', request: 'r2' }]);
		expect(speakingNow(played.meeting.floor)?.person).toBe('m04');
	});

	test('[SP3] only the chair grants; an observer is invited for a presentation only', () => {
		const played = opened().all(['o1', ask('r1')], ['m03', ask('r2')]);
		expect(played.do('m02', { type: 'floor.grant', request: 'r2' })).toBe('not-chair');
		expect(played.do('m01', { type: 'floor.grant', request: 'r1' })).toBe('observer');
		expect(played.do('m01', { type: 'floor.invite', ref: 'i1', to: 'o1', kind: 'free' })).toBe('observer');
		expect(played.do('m01', { type: 'floor.invite', ref: 'i1', to: 'o1', kind: 'presentation' })).toEqual([
			'floor.granted'
		]);
	});

	test('[SP3] who went home is not given the floor', () => {
		const played = opened().all(['m03', ask('r1')], ['m03', { type: 'attendance.leave' }]);
		expect(played.do('m01', { type: 'floor.grant', request: 'r1' })).toBe('not-present');
	});

	test('[SP4] the limit is the grant’s, else the item’s, else the meeting’s, and an absolute instant', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(100)
			.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(speakingNow(played.meeting.floor)?.endsAt).toBe(START + 220_000);
		played.all(
			['m03', { type: 'floor.end', turn: 'r1' }],
			['m01', { type: 'item.start', item: 'a2' }],
			['m04', ask('r2')]
		);
		played.at(200).all(['m01', { type: 'floor.grant', request: 'r2' }]);
		expect(speakingNow(played.meeting.floor)?.endsAt).toBe(START + 260_000);
		played.all(['m04', { type: 'floor.end', turn: 'r2' }], ['m03', ask('r3')]).at(300);
		played.all(['m01', { type: 'floor.grant', request: 'r3', limitSeconds: 30 }]);
		expect(speakingNow(played.meeting.floor)?.endsAt).toBe(START + 330_000);
	});

	test('[SP5] a pause stops the countdown and is not speaking time', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(100)
			.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		played.at(130).all(['m01', { type: 'floor.pause' }]);
		const paused = speakingNow(played.meeting.floor);
		expect(paused && [secondsSpoken(paused, START + 500_000), secondsLeft(paused, START + 500_000)]).toEqual([
			30, 90
		]);
		expect(played.do('m01', { type: 'floor.pause' })).toBe('already-paused');
		played.at(190).all(['m01', { type: 'floor.resume' }]);
		const again = speakingNow(played.meeting.floor);
		expect(again && [secondsSpoken(again, START + 200_000), secondsLeft(again, START + 200_000)]).toEqual([
			40, 80
		]);
		played.at(300).all(['m03', { type: 'floor.end', turn: 'r1' }]);
		const turn = played.meeting.floor.turns[0];
		expect(turn && [secondsSpoken(turn, START + 900_000), secondsLeft(turn, START + 900_000)]).toEqual([
			140, -20
		]);
	});

	test('[SP5] a turn that ends in a pause counts nothing after the pause began', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(100)
			.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		played
			.at(130)
			.all(['m01', { type: 'floor.pause' }])
			.at(400)
			.all(['m01', { type: 'floor.end', turn: 'r1' }]);
		const turn = played.meeting.floor.turns[0];
		expect(turn && secondsSpoken(turn, START + 900_000)).toBe(30);
	});

	test('[SP6] who still waits when the item ends, or the meeting, was not reached', () => {
		const played = opened().all(['m03', ask('r1')], ['m04', ask('r2', 'a3')]);
		expect(played.do('m01', { type: 'item.start', item: 'a2' })).toEqual([
			'floor.not-reached',
			'item.ended',
			'item.started'
		]);
		expect(queue(played)).toEqual(['r2']);
		expect(played.do('m01', { type: 'meeting.end' })).toEqual([
			'floor.not-reached',
			'item.ended',
			'meeting.ended'
		]);
		expect(played.meeting.floor.requests.map(({ state }) => state)).toEqual(['not-reached', 'not-reached']);
	});

	test('[SP7] the chair reorders, puts behind, defers', () => {
		const played = opened().all(['m02', ask('r1')], ['m03', ask('r2')], ['m04', ask('r3')]);
		played.all(['m01', { type: 'floor.move', request: 'r3', before: 'r1' }]);
		expect(queue(played)).toEqual(['r3', 'r1', 'r2']);
		played.all(['m01', { type: 'floor.skip', request: 'r3' }]);
		expect(queue(played)).toEqual(['r1', 'r2', 'r3']);
		played.all(['m01', { type: 'floor.defer', request: 'r1', reason: 'để rút kinh nghiệm' }]);
		expect(played.do('m01', { type: 'floor.grant', request: 'r1' })).toBe('not-waiting');
		expect(played.meeting.floor.requests.find(({ id }) => id === 'r1')).toMatchObject({
			state: 'deferred',
			reason: 'để rút kinh nghiệm'
		});
	});

	test('[SP9] the desk asks for somebody without a phone; only who asked takes it back', () => {
		const played = opened().all(...checkIn('m05'));
		played.all(['m02', { ...ask('r1'), for: 'm05' }]);
		expect(waiting(played.meeting.floor)[0]?.person).toBe('m05');
		expect(played.do('m04', { type: 'floor.withdraw', request: 'r1' })).toBe('not-allowed');
		expect(played.do('m03', { type: 'floor.withdraw', request: 'r1', for: 'm05' })).toEqual([
			'floor.withdrawn'
		]);
	});

	test('[SP4] the chair sets the limit of a turn for the meeting; the item’s own goes before it', () => {
		const played = opened().all(
			['m01', { type: 'floor.limits', turnSeconds: 90, totalMinutes: 100 }],
			['m03', ask('r1')]
		);
		played.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(speakingNow(played.meeting.floor)?.limitSeconds).toBe(90);
		played.all(
			['m01', { type: 'floor.end', turn: 'r1' }],
			['m01', { type: 'item.start', item: 'a2' }],
			['m03', ask('r2')],
			['m01', { type: 'floor.grant', request: 'r2' }]
		);
		expect(speakingNow(played.meeting.floor)?.limitSeconds).toBe(60);
		expect(played.do('m02', { type: 'floor.limits', turnSeconds: 60, totalMinutes: null })).toBe('not-chair');
	});

	test('[SP7] who is moved stands before whom the chair said, and among those left when that one is gone', () => {
		const played = opened().all(
			['m02', ask('r1')],
			['m03', ask('r2')],
			['m04', ask('r3')],
			['p1', ask('r4')]
		);
		played.all(['m01', { type: 'floor.move', request: 'r4', before: 'r2' }]);
		expect(queue(played)).toEqual(['r1', 'r4', 'r2', 'r3']);
		played.all(['m03', { type: 'floor.withdraw', request: 'r2' }]);
		expect(queue(played)).toEqual(['r1', 'r4', 'r3']);
		expect(played.do('m01', { type: 'floor.move', request: 'r4', before: 'r2' })).toBe('not-waiting');
		played.all(
			['m01', { type: 'floor.skip', request: 'r1' }],
			['m05', { type: 'attendance.check-in', method: 'self' }],
			['m05', ask('r5')]
		);
		expect(queue(played)).toEqual(['r4', 'r3', 'r1', 'r5']);
	});

	test('[SP10] the chair chooses the order live, and each place says why', () => {
		const played = opened()
			.all(['m03', ask('r1')], ['m01', { type: 'floor.grant', request: 'r1' }])
			.at(30);
		played.all(['m03', { type: 'floor.end', turn: 'r1' }], ['m03', ask('r2')], ['m04', ask('r3')]);
		expect(why(played)).toEqual([
			['r2', 'arrival'],
			['r3', 'arrival']
		]);
		expect(played.do('m02', { type: 'floor.policy', policy: 'not-spoken-first' })).toBe('not-chair');
		played.all(['m01', { type: 'floor.policy', policy: 'not-spoken-first' }]);
		expect(why(played)).toEqual([
			['r3', 'turns'],
			['r2', 'turns']
		]);
		played.all(['m01', { type: 'floor.policy', policy: 'least-time-first' }], ['m01', ask('r4')]);
		expect(queueOf(played.meeting).map(({ request, why }) => [request.id, why])).toEqual([
			['r3', { because: 'seconds', seconds: 0 }],
			['r4', { because: 'seconds', seconds: 0 }],
			['r2', { because: 'seconds', seconds: 28 }]
		]);
	});

	test('[SP10] by group, party groups take turns, and guests with them', () => {
		const groups = [
			{ name: 'Tổ 1', members: ['m02', 'm03'] },
			{ name: 'Tổ 2', members: ['m04', 'p1'] }
		];
		const played = opened().all(
			['m02', { type: 'floor.groups', groups }],
			['m01', { type: 'floor.policy', policy: 'by-group' }],
			['m02', ask('r1')],
			['m03', ask('r2')],
			['m04', ask('r3')],
			['o1', ask('r4')],
			['p1', ask('r5')]
		);
		expect(queue(played)).toEqual(['r1', 'r3', 'r4', 'r2', 'r5']);
		expect(played.do('m01', { type: 'floor.groups', groups: [{ name: 'Tổ 3', members: ['x9'] }] })).toBe(
			'unknown'
		);
		played.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(queue(played)).toEqual(['r3', 'r4', 'r2', 'r5']);
	});

	test('[SP11] a turn out of order says how many stood before it', () => {
		const played = opened().all(
			['o1', ask('r0')],
			['m02', ask('r1')],
			['m03', ask('r2')],
			['m04', ask('r3')]
		);
		played.all(['m01', { type: 'floor.grant', request: 'r3' }]);
		expect(speakingNow(played.meeting.floor)?.passedOver).toBe(2);
		played.all(['m04', { type: 'floor.end', turn: 'r3' }], ['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(speakingNow(played.meeting.floor)?.passedOver).toBe(0);
	});

	test('[SP12] a point of order goes first, is short, and does not count as having spoken', () => {
		const played = opened().all(
			['m01', { type: 'floor.policy', policy: 'not-spoken-first' }],
			['m02', ask('r1')],
			['m03', ask('r2')]
		);
		const order = (ref: string) => ({ type: 'floor.request', ref, kind: 'point-of-order' }) as const;
		expect(played.do('o1', order('r9'))).toBe('observer');
		played.all(['m03', order('r3')]);
		expect(played.do('m03', order('r4'))).toBe('already-waiting');
		expect(why(played)).toEqual([
			['r3', 'point-of-order'],
			['r1', 'turns'],
			['r2', 'turns']
		]);
		played.all(['m01', { type: 'floor.grant', request: 'r3' }]);
		expect(speakingNow(played.meeting.floor)?.limitSeconds).toBe(60);
		played.all(['m03', { type: 'floor.end', turn: 'r3' }]);
		expect(queue(played)).toEqual(['r1', 'r2']);
	});

	test('[SP13] who is away, waits for a later item or was heard meanwhile stands behind', () => {
		const played = opened().all(
			['m02', ask('r1')],
			['m03', ask('r2', 'a3')],
			['m04', ask('r3')],
			['o1', ask('r4')],
			['p1', ask('r5')],
			['m02', { type: 'attendance.leave' }],
			['m01', { type: 'floor.invite', ref: 'i1', to: 'o1', kind: 'presentation' }]
		);
		expect(why(played)).toEqual([
			['r3', 'arrival'],
			['r5', 'arrival'],
			['r2', 'later-item'],
			['r4', 'heard'],
			['r1', 'away']
		]);
		expect(nextSpeaker(queueOf(played.meeting))?.id).toBe('r3');
	});

	test('[SP3] the next of the queue is granted the floor, a guest is invited to present', () => {
		const played = opened().all(['o1', ask('r1')], ['m03', ask('r2')]);
		const next = () => callNext(played.meeting, queueOf(played.meeting), () => 'i1');
		expect(next()).toEqual({ type: 'floor.invite', ref: 'i1', to: 'o1', kind: 'presentation' });
		played.all(['o1', { type: 'floor.withdraw', request: 'r1' }]);
		expect(next()).toEqual({ type: 'floor.grant', request: 'r2' });
		played.all(['m03', { type: 'attendance.leave' }]);
		expect(next()).toBeNull();
	});
});

test('[SP16] the recorders put right how a turn that is over is told, and figures follow', () => {
	const played = opened();
	const correct = (change: object, turn = 'i1') => ({ type: 'floor.correct', turn, ...change }) as const;
	played.at(10).all(['m01', { type: 'floor.invite', ref: 'i1', to: 'm03', kind: 'free' }]);
	expect(played.do('m02', correct({ seconds: 5 }))).toBe('still-speaking');
	played.at(610).all(['m01', { type: 'floor.end', turn: 'i1' }]);
	expect(played.do('m03', correct({ seconds: 90 }))).toBe('not-allowed');
	expect(played.do('m02', correct({ seconds: 90 }, 'i9'))).toBe('unknown');
	expect(played.at(620).do('m02', correct({ seconds: 611 }))).toBe('too-long');
	expect(played.do('m02', correct({ seconds: 90 }))).toEqual(['floor.corrected']);
	expect(played.do('m02', correct({ kind: 'reply' }))).toEqual(['floor.corrected']);
	expect(factWords(played.meeting, 'speech', 'i1')).toBe('Đồng chí Nguyễn Văn m03 giải trình (2 phút).');
	const figures = speakingFigures(played.meeting.floor, ['m03'], () => true);
	expect(figures.secondsBySpeaker).toEqual({ m03: 90 });
});
