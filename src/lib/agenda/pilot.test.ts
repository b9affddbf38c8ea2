import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve, initial, type Agenda } from './agenda.ts';
import { differenceMinutes, pilot, type PilotFacts } from './pilot.ts';

const MINUTE = 60_000;
const START = 1_000 * MINUTE;
const item = (id: string, minutes: number) => ({
	id,
	code: null,
	phase: 'content' as const,
	responsible: null,
	minutes,
	required: false,
	speakLimitSeconds: null
});

/** a and b of 10 and 20 minutes, then c of 30; the one named runs since so many minutes after the start. */
function running(id: string, since: number): Agenda {
	const agenda = initial([item('a', 10), item('b', 20), item('c', 30)]);
	const at = START + since * MINUTE;
	return evolve(agenda, { type: 'item.started', item: id, seq: 1, at, by: 'chair' });
}

function seen(agenda: Agenda, minute: number, change: Partial<PilotFacts> = {}) {
	return pilot(agenda, {
		now: START + minute * MINUTE,
		plannedStart: START,
		openedAt: START,
		waiting: 0,
		turnSeconds: 180,
		speakerLeftSeconds: 0,
		totalMinutes: null,
		...change
	});
}

describe('time pilot', () => {
	test('[AG8] five wait, three minutes each: twelve minutes over', () => {
		const { item, queueSeconds, meeting } = seen(running('a', 0), 7, { waiting: 5 });
		expect(queueSeconds).toBe(15 * 60);
		expect(item).toEqual({
			plannedSeconds: 600,
			spentSeconds: 420,
			leftSeconds: 180,
			forecastEnd: START + 22 * MINUTE,
			overSeconds: 12 * 60
		});
		expect(meeting).toEqual({
			plannedEnd: START + 60 * MINUTE,
			forecastEnd: START + 72 * MINUTE,
			overSeconds: 12 * 60,
			limitEnd: null
		});
	});

	test('[AG8] who wait fit in: the item ends as planned', () => {
		const { item, meeting } = seen(running('a', 0), 1, { waiting: 2, speakerLeftSeconds: 60 });
		expect([item?.forecastEnd, item?.overSeconds]).toEqual([START + 10 * MINUTE, 0]);
		expect(meeting.overSeconds).toBe(0);
	});

	test('[AG8] the speaker’s remaining time counts, and so does a late start', () => {
		const { item, meeting } = seen(running('a', 5), 15, { waiting: 1, speakerLeftSeconds: 30 });
		expect(item?.overSeconds).toBe(210);
		expect(meeting.overSeconds).toBe(5 * 60 + 210);
	});

	test('[AG8] an item that is already over ends at once when nobody waits', () => {
		const { item } = seen(running('a', 0), 14);
		expect([item?.leftSeconds, item?.forecastEnd, item?.overSeconds]).toEqual([
			-240,
			START + 14 * MINUTE,
			240
		]);
	});

	test('[AG9] the meeting’s own limit runs from its opening', () => {
		const at = (openedAt: number | null) =>
			seen(running('a', 0), 7, { totalMinutes: 45, openedAt }).meeting.limitEnd;
		expect(at(START + 5 * MINUTE)).toBe(START + 50 * MINUTE);
		expect(at(null)).toBeNull();
	});

	test('[AG8] before the opening the plan is the forecast, and a skipped item takes no time', () => {
		const agenda = initial([item('a', 10), item('b', 20)]);
		const before = (minute: number, of: Agenda) => seen(of, minute, { openedAt: null });
		expect(before(-30, agenda).meeting.overSeconds).toBe(0);
		expect(before(4, agenda).meeting.overSeconds).toBe(240);
		const event = { type: 'item.skipped', item: 'b', seq: 1, at: START, by: 'chair' } as const;
		const { plannedEnd, forecastEnd } = before(-30, evolve(agenda, event)).meeting;
		expect([plannedEnd, forecastEnd]).toEqual([START + 10 * MINUTE, START + 10 * MINUTE]);
	});

	test('[AG8] each more who waits makes no end earlier', () => {
		const small = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(small, small, fc.integer({ min: 0, max: 90 }), (waiting, more, minute) => {
				const few = seen(running('b', 10), minute, { waiting });
				const many = seen(running('b', 10), minute, { waiting: waiting + more });
				expect(many.meeting.forecastEnd).toBeGreaterThanOrEqual(few.meeting.forecastEnd);
				expect(few.item?.forecastEnd).toBeGreaterThanOrEqual(START + minute * MINUTE);
			})
		);
	});

	test('[S0-12] planned and actual as a difference, in whole minutes towards the plan', () => {
		const [a] = running('a', 0).items;
		if (!a) throw new Error('no item');
		expect(differenceMinutes(a, START + 14.9 * MINUTE)).toBe(4);
		expect(differenceMinutes(a, START + 7.5 * MINUTE)).toBe(-2);
		expect(differenceMinutes(a, START + 10 * MINUTE)).toBe(0);
	});
});
