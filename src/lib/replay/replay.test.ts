import { expect, test } from 'vitest';
import { evolve } from '../meeting/evolve.ts';
import { wordsByHand } from '../meeting/hall-words.ts';
import type { Meeting } from '../meeting/state.ts';
import { opened, START } from '../../../tests/support/meeting.ts';
import { restFor } from '../wall/settling.ts';
import { foldingOf } from './folding.ts';
import { stepInHall } from './hall.ts';
import { secondsByKey } from './keys.ts';
import { countAt, courseOf, marksOf, nextMark, previousMark, reached } from './moments.ts';
import { whenWritten } from './when.ts';

function held() {
	const room = opened();
	room
		.at(60)
		.all(['m01', { type: 'item.start', item: 'a2' }])
		.at(90)
		.all(
			['m03', { type: 'floor.request', ref: 's1', kind: 'free' }],
			['m01', { type: 'floor.grant', request: 's1' }]
		)
		.at(150)
		.all(['m03', { type: 'floor.end', turn: 's1' }])
		.at(200)
		.all(['m01', { type: 'item.start', item: 'a3' }])
		.at(203)
		.all(['m01', { type: 'act.undo', seq: room.events.length }])
		.at(300)
		.all(['m01', { type: 'meeting.end' }])
		.at(400)
		.all(['m03', { type: 'attendance.leave' }]);
	return room;
}

test('[RP1] it runs from the first arrival to the end, and from the opening where arrivals lie far back', () => {
	const { events } = held();
	expect(courseOf(events)).toEqual({ from: START - 60_000, to: START + 300_000 });
	const early = events.map((event) =>
		event.type === 'attendance.checked-in' || event.type === 'observer.joined'
			? { ...event, at: START - 7_200_000 }
			: event
	);
	expect(courseOf(early)).toEqual({ from: START, to: START + 300_000 });
	expect(courseOf(events.filter(({ type }) => type !== 'meeting.ended'))).toBeNull();
});

test('[RP2] at a second stands what had happened by then; a clock that was put back moves nothing before it', () => {
	const times = reached([10, 20, 15, 15, 30]);
	expect(times).toEqual([10, 20, 20, 20, 30]);
	expect([9, 10, 19, 20, 29, 30, 99].map((at) => countAt(times, at))).toEqual([0, 1, 1, 4, 4, 5, 5]);
	expect(countAt([], 5)).toBe(0);
});

test('[RP3] the state after any number of events is those events folded, in whatever order it is asked for', () => {
	const events = Array.from({ length: 350 }, (_, index) => ({
		seq: index + 1,
		at: index,
		by: '',
		type: 'hidden' as const
	}));
	const folding = foldingOf<readonly number[]>(events, (state, { seq }) => [...(state ?? []), seq]);
	for (const count of [1, 350, 2, 100, 99, 101, 250, 251, 349, 200, 201, 1, 300])
		expect(folding.after(count)).toEqual(events.slice(0, count).map(({ seq }) => seq));
	expect(() => folding.after(351)).toThrow('no event 351');

	const { events: logged, meeting } = held();
	const room = foldingOf<Meeting>(logged, evolve);
	expect(room.after(logged.length)).toEqual(meeting);
	const item = (at: number) => {
		const count = countAt(reached(logged.map((event) => event.at)), START + at * 1000);
		return room.after(count).agenda.running;
	};
	expect([-30, 0, 59, 60, 199, 201, 204, 300].map(item)).toEqual([
		null,
		'a1',
		'a1',
		'a2',
		'a2',
		'a3',
		'a2',
		null
	]);
});

test('[RP6] the screens had the words that had come to rest, were published, or were shown by hand', () => {
	const words = ['', 'Chi', 'Chi bộ', 'Chi bộ họp.', 'Chi bộ họp. Đồng'];
	const course = {
		times: [0, 1000, 2000, 10_000],
		changes: [1, 2, 3, 4],
		text: (step: number) => words[step] ?? ''
	};
	const at = (instant: number, change: Partial<Parameters<typeof stepInHall>[2]> = {}) =>
		stepInHall(course, instant, { wording: 'settled', published: 0, byHand: null, restFor, ...change });
	expect([500, 1500, 3000, 3500, 10_500, 15_999, 16_000].map((instant) => at(instant))).toEqual([
		0, 0, 0, 3, 3, 3, 4
	]);
	expect(at(1500, { wording: 'live' })).toBe(2);
	expect([at(99_000, { wording: 'published', published: 2 }), at(99_000, { wording: 'published' })]).toEqual([
		2, 0
	]);
	expect([at(1500, { byHand: 1200 }), at(3600, { byHand: 1200 }), at(11_000, { byHand: 10_500 })]).toEqual([
		2, 3, 4
	]);
});

test('[RP6] a slide, a publication and a choice of wording are such hands', () => {
	const { events, meeting } = opened().all(
		['m01', { type: 'projection.show', show: 'document', what: 'c1' }],
		['m01', { type: 'projection.show', show: 'agenda' }],
		['m01', { type: 'text.publish', document: 'minutes', block: 'a1' }],
		['m01', { type: 'wall.wording', wording: 'live' }]
	);
	expect(wordsByHand(events, meeting).map(({ document, block }) => [document, block])).toEqual([
		['resolution', 'c1'],
		['minutes', 'a1'],
		[null, null]
	]);
});

test('[RP7] keys move it by ten seconds, by minutes, and to both ends', () => {
	const to = (key: string) => secondsByKey(key, 65, 70);
	expect(
		['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'x'].map(to)
	).toEqual([70, 70, 55, 55, 70, 5, 0, 70, null]);
});

test('[RP8] it goes from moment to moment; what was taken back is none', () => {
	const { events } = held();
	const marks = marksOf(events);
	expect(marks.map(({ kind, at }) => [kind, (at - START) / 1000])).toEqual([
		['opened', 0],
		['item', 0],
		['item', 60],
		['speaker', 91],
		['ended', 300]
	]);
	expect(nextMark(marks, START + 60_000)?.kind).toBe('speaker');
	expect(nextMark(marks, START + 300_000)).toBeUndefined();
	expect(previousMark(marks, START + 61_000)?.at).toBe(START);
	expect(previousMark(marks, START + 63_000)?.at).toBe(START + 60_000);
	expect(previousMark(marks, START)).toBeUndefined();
});

test('[RP5] when something was written: the time alone on the meeting’s own day, with the date on another', () => {
	const from = Date.parse('2026-11-03T19:05:00+07:00');
	expect(whenWritten(Date.parse('2026-11-03T08:00:01+07:00'), from)).toBe('08:00:01');
	expect(whenWritten(Date.parse('2026-11-03T21:15:20+07:00'), from)).toBe('21:15:20');
	expect(whenWritten(Date.parse('2026-11-02T23:59:59+07:00'), from)).toBe('23:59, 02/11/2026');
	expect(whenWritten(Date.parse('2026-11-04T00:00:10+07:00'), from)).toBe('00:00, 04/11/2026');
});
