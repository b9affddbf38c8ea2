import { expect, test } from 'vitest';
import { initial, type Agenda, type AgendaItem } from './agenda.ts';
import { behindMinutes, lateMinutes, overrunSeconds, plannedStarts } from './timing.ts';

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
const agenda = initial([item('a', 10), item('b', 20), item('c', 5)]);

function change(id: string, how: Partial<AgendaItem>, running: string | null = null): Agenda {
	return { running, items: agenda.items.map((each) => (each.id === id ? { ...each, ...how } : each)) };
}

test('items begin one after another, and a skipped one takes no time', () => {
	expect([...plannedStarts(agenda, START)]).toEqual([
		['a', START],
		['b', START + 10 * MINUTE],
		['c', START + 30 * MINUTE]
	]);
	expect(plannedStarts(change('a', { state: 'skipped' }), START).get('b')).toBe(START);
});

test('an overrun counts from the planned length on, over all runs', () => {
	const runs = [
		{ from: START, to: START + 6 * MINUTE },
		{ from: START + 20 * MINUTE, to: null }
	];
	const running = change('a', { state: 'running', runs }, 'a').items[0];
	if (!running) throw new Error('no item');
	expect(overrunSeconds(running, START + 24 * MINUTE)).toBe(0);
	expect(overrunSeconds(running, START + 25 * MINUTE)).toBe(60);
});

test('behind is the later of a late beginning and a passed end', () => {
	const late = change('b', { state: 'running', runs: [{ from: START + 13 * MINUTE, to: null }] }, 'b');
	expect(behindMinutes(late, START, START + 14 * MINUTE)).toBe(3);
	expect(behindMinutes(late, START, START + 36 * MINUTE)).toBe(6);
	const early = change('b', { state: 'running', runs: [{ from: START + 8 * MINUTE, to: null }] }, 'b');
	expect(behindMinutes(early, START, START + 9 * MINUTE)).toBe(-2);
	expect(behindMinutes(agenda, START, START)).toBeNull();
});

test('nobody is late by a negative number', () => {
	expect(lateMinutes(START, START - MINUTE)).toBe(0);
	expect(lateMinutes(START, START + 119_000)).toBe(1);
});
