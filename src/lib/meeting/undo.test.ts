import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../tests/support/figures.ts';
import { checkIn, opened, Played, START } from '../../../tests/support/meeting.ts';
import { find } from '../agenda/agenda.ts';
import { secondsSpoken, speakingNow, waiting } from '../speaking/speaking.ts';
import type { Command, LoggedEvent } from './contract.ts';
import { evolve } from './evolve.ts';
import type { Meeting } from './state.ts';
import { lastUndoable } from './take-back.ts';

const ask = (ref: string) => ({ type: 'floor.request', ref, kind: 'free' }) as const;
const seq = (played: Played) => played.events.length;
/** Takes the last act of `by` back. */
const undo = (played: Played, by = 'm01') => played.do(by, { type: 'act.undo', seq: seq(played) });
const item = (played: Played, id: string) => find(played.meeting.agenda, id);
const standing = ({ recent: _, ...rest }: Meeting) => rest;

describe('undo', () => {
	test('[UN2] a wrong start of an item counts no seconds and the one before runs on', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(100);
		played.all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(waiting(played.meeting.floor)).toEqual([]);
		played.at(108);
		expect(undo(played)).toEqual(['act.undone']);
		expect(item(played, 'a2')).toMatchObject({ state: 'planned', runs: [] });
		expect(item(played, 'a1')).toMatchObject({ state: 'running', runs: [{ from: START, to: null }] });
		expect(played.meeting.agenda.running).toBe('a1');
		expect(waiting(played.meeting.floor).map(({ id }) => id)).toEqual(['r1']);
		played.at(200).all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).time.itemSeconds).toEqual({ a1: 200, a2: 0, a3: 0 });
	});

	test('[UN2] a granted request waits again, as long as it has', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(60);
		played.all(['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(undo(played)).toEqual(['act.undone']);
		expect(speakingNow(played.meeting.floor)).toBeUndefined();
		expect(waiting(played.meeting.floor)).toMatchObject([{ id: 'r1', at: START + 1_000 }]);
		played.at(90).all(['m01', { type: 'floor.grant', request: 'r1' }]);
		expect(figuresOf(played).speaking.longestWaitSeconds).toBe(89);
	});

	test('[UN2] a turn ended by mistake goes on, with its time', () => {
		const played = opened()
			.all(['m03', ask('r1')])
			.at(10);
		played.all(['m01', { type: 'floor.grant', request: 'r1' }]).at(40);
		played.all(['m01', { type: 'floor.end', turn: 'r1' }]);
		undo(played);
		const turn = speakingNow(played.meeting.floor);
		expect(turn && secondsSpoken(turn, START + 50_000)).toBe(40);
	});

	test('[UN2] a wrong check-in was no presence, for one or for many', () => {
		const played = opened();
		played.all(['m02', { type: 'attendance.check-in', method: 'desk', for: 'm05' }]);
		expect(undo(played, 'm02')).toEqual(['act.undone']);
		expect(played.meeting.rollcall.stays.m05 ?? []).toEqual([]);
		played.all(['m02', { type: 'attendance.check-in-all', members: ['m05'] }]);
		undo(played, 'm02');
		played.all(['m01', { type: 'meeting.end' }]);
		expect(figuresOf(played).attendance.present).toBe(5);
		expect(figuresOf(played).onBehalf).toBe(0);
	});

	test('[UN2] a wrong slide is no change of the screen', () => {
		const played = opened().all(['m01', { type: 'projection.show', show: 'agenda' }]);
		played.all(['m01', { type: 'projection.show', show: 'blank' }]);
		undo(played);
		expect(played.meeting.wall).toMatchObject({ show: 'agenda' });
		expect(figuresOf(played).projectionChanges).toBe(1);
	});

	test('[UN1] for ten seconds, not for longer', () => {
		const played = opened().at(100);
		played.all(['m01', { type: 'item.start', item: 'a2' }]).at(110);
		expect(lastUndoable(played.meeting, 'm01', START + 110_000)?.until).toBe(START + 110_000);
		expect(lastUndoable(played.meeting, 'm01', START + 110_001)).toBeNull();
		const late = played.at(111).do('m01', { type: 'act.undo', seq: seq(played) });
		expect(late).toBe('too-late');
		expect(played.do('m01', { type: 'act.undo', seq: 1 })).toBe('too-late');
		expect(played.do('m01', { type: 'act.undo', seq: 9_999 })).toBe('too-late');
	});

	test('[UN1] opening and votes are never taken back', () => {
		const before = new Played({}, START - 60_000).all(...checkIn('m01', 'm02')).at(0);
		before.all(['m01', { type: 'meeting.open' }]);
		expect(undo(before)).toBe('not-undoable');
		const played = opened().all([
			'm01',
			{
				type: 'vote.put',
				ref: 'v1',
				title: 'Việc',
				ballot: 'hands',
				threshold: 'majority',
				subject: { kind: 'other' }
			}
		]);
		expect(undo(played)).toBe('not-undoable');
	});

	test('[UN4] only one’s own act, and only at the desk', () => {
		const played = opened().all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(undo(played, 'm02')).toBe('not-allowed');
		played.all(['m03', ask('r1')]);
		expect(undo(played, 'm03')).toBe('not-allowed');
	});

	test('[UN4] one after another, the last one first', () => {
		const played = opened().all(['m03', ask('r1')]);
		played.all(
			['m01', { type: 'projection.show', show: 'blank' }],
			['m01', { type: 'floor.grant', request: 'r1' }]
		);
		const offered = () => lastUndoable(played.meeting, 'm01', played.now)?.act.map(({ type }) => type);
		expect(offered()).toEqual(['floor.granted']);
		undo(played);
		expect(offered()).toEqual(['projection.shown']);
		const [shown] = lastUndoable(played.meeting, 'm01', played.now)?.act ?? [];
		expect(played.do('m01', { type: 'act.undo', seq: shown?.seq ?? 0 })).toEqual(['act.undone']);
		expect(offered()).toBeUndefined();
	});

	test.each<[string, Command, readonly (readonly [string, Command])[]]>([
		['an item', { type: 'item.start', item: 'a2' }, [['m01', { type: 'item.start', item: 'a3' }]]],
		['an item', { type: 'item.start', item: 'a2' }, [['m01', { type: 'floor.grant', request: 'r2' }]]],
		['a turn', { type: 'floor.grant', request: 'r1' }, [['m03', { type: 'floor.end', turn: 'r1' }]]],
		['a turn', { type: 'floor.grant', request: 'r1' }, [['m03', ask('r9')]]],
		[
			'a presence',
			{ type: 'attendance.check-in', method: 'desk', for: 'm05' },
			[['m02', { ...ask('r9'), for: 'm05' }]]
		],
		[
			'a slide',
			{ type: 'projection.show', show: 'blank' },
			[['m02', { type: 'projection.show', show: 'item' }]]
		]
	])('[UN3] %s from which something followed stands (%j)', (_, act, later) => {
		const played = opened().all(['m03', ask('r1')], ['m04', { ...ask('r2'), item: 'a2' }]);
		played.all(['m01', act]);
		const acted = seq(played);
		played.all(...later);
		expect(played.do('m01', { type: 'act.undo', seq: acted })).toBe('something-followed');
	});

	test('[UN3] what has nothing to do with it does not hinder', () => {
		const played = opened().all(['m01', { type: 'item.start', item: 'a2' }]);
		const acted = seq(played);
		played.all(
			['m03', ask('r1')],
			['m04', { type: 'comment.post', ref: 'k1', on: { kind: 'item', ref: 'a1' }, text: 'Đồng ý' }]
		);
		expect(played.do('m01', { type: 'act.undo', seq: acted })).toEqual(['act.undone']);
		expect(played.meeting.comments).toHaveLength(1);
		expect(waiting(played.meeting.floor)).toHaveLength(1);
	});

	test('[UN2] whatever happens in any order, what was taken back was never done', () => {
		const people = fc.constantFrom('m01', 'm02', 'm03', 'm04', 'm05', 'p1', 'o1');
		const refs = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');
		const items = fc.constantFrom('a1', 'a2', 'a3');
		const desk = fc.oneof(
			fc.record({ type: fc.constant('item.start' as const), item: items }),
			fc.record({ type: fc.constant('item.skip' as const), item: items }),
			fc.record({ type: fc.constant('floor.grant' as const), request: refs }),
			fc.record({ type: fc.constant('floor.skip' as const), request: refs }),
			fc.record({ type: fc.constant('floor.end' as const), turn: refs }),
			fc.record({
				type: fc.constant('attendance.check-in' as const),
				method: fc.constant('desk' as const),
				for: people
			}),
			fc.record({ type: fc.constant('attendance.leave' as const), for: people }),
			fc.record({ type: fc.constant('attendance.retract' as const), of: people }),
			fc.record({
				type: fc.constant('projection.show' as const),
				show: fc.constantFrom('item' as const, 'agenda' as const, 'blank' as const)
			}),
			fc.record({ type: fc.constant('act.undo' as const), seq: fc.nat(60) })
		);
		const act = fc.oneof(
			fc.tuple(fc.constantFrom('m01', 'm02'), desk),
			fc.tuple(people, refs.map(ask)),
			fc.constantFrom(['m01', 'last'] as const, ['m02', 'last'] as const)
		);
		const steps = fc.array(fc.tuple(act, fc.nat(4)), { minLength: 20, maxLength: 40 });
		let undone = 0;
		fc.assert(
			fc.property(steps, (steps) => {
				const played = opened();
				let second = 10;
				for (const [[by, what], wait] of steps) {
					played.at((second += wait));
					const last = lastUndoable(played.meeting, by, played.now);
					if (what !== 'last') played.do(by, what);
					else if (last) expect(played.do(by, { type: 'act.undo', seq: last.seq })).toEqual(['act.undone']);
				}
				const gone = new Set(
					played.events.flatMap((event) => (event.type === 'act.undone' ? event.seqs : []))
				);
				undone += gone.size;
				const kept = played.events.filter(({ seq, type }) => !gone.has(seq) && type !== 'act.undone');
				const never = kept.reduce<Meeting | null>(
					(meeting, event: LoggedEvent) => evolve(meeting, event),
					null
				);
				expect(never && standing(never)).toEqual(standing(played.meeting));
			}),
			{ numRuns: 200 }
		);
		expect(undone).toBeGreaterThan(100);
	});
});
