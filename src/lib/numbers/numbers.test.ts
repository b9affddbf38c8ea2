import { expect, test } from 'vitest';
import { due, nextAfter, type Facts } from './due.ts';
import { evolve, initial } from './numbers.ts';
import { termOf } from './term.ts';

const none: Facts = {
	areMinutesAdopted: false,
	isResolutionAdopted: false,
	hasConclusions: false,
	hasCommitteeMeeting: false,
	isDebriefOfCell: false
};

test('[NU1] the notice issues the agenda, the end what the cell adopted, and nothing else waits for a number', () => {
	const all = { ...none, areMinutesAdopted: true, isResolutionAdopted: true, hasConclusions: true };
	expect(due(['notice.sent'], initial, none)).toEqual(['agenda']);
	expect(due(['item.ended', 'meeting.ended'], initial, all)).toEqual(['resolution', 'minutes']);
	expect(due(['meeting.ended'], initial, none)).toEqual([]);
	expect(due(['vote.closed', 'record.sealed'], initial, all)).toEqual([]);
});

test('[NU1] what the chair concluded is issued only where no resolution was', () => {
	expect(due(['meeting.ended'], initial, { ...none, hasConclusions: true })).toEqual(['conclusion']);
});

test('[NU1] the committee’s minutes are issued when nobody can change them any more, before those of the cell', () => {
	const facts = { ...none, hasCommitteeMeeting: true, areMinutesAdopted: true };
	expect(due(['committee.recorded'], initial, facts)).toEqual([]);
	expect(due(['notice.sent'], initial, facts)).toEqual(['agenda']);
	expect(due(['meeting.ended'], initial, facts)).toEqual(['committee', 'minutes']);
});

test('[NU1] a debrief that a delegation held is none of the cell’s papers', () => {
	expect(due(['debrief.closed'], initial, none)).toEqual([]);
	expect(due(['debrief.closed'], initial, { ...none, isDebriefOfCell: true })).toEqual(['debrief']);
});

test('[NU3] a paper is given its number once', () => {
	const given = evolve(initial, {
		type: 'number.given',
		paper: 'agenda',
		number: 4,
		words: 'Số 04-CTr/CB',
		term: null
	});
	expect(given).toEqual({ agenda: 'Số 04-CTr/CB' });
	expect(due(['notice.sent'], given, none)).toEqual([]);
});

test('[NU5] the first number goes on from the plan, every other from the one before', () => {
	expect(nextAfter(0, null)).toBe(1);
	expect(nextAfter(0, 'Số 11-NQ/CB')).toBe(11);
	expect(nextAfter(0, 'Số   -NQ/CB')).toBe(1);
	expect(nextAfter(0, 'Số 00-NQ/CB')).toBe(1);
	expect(nextAfter(11, 'Số 11-NQ/CB')).toBe(12);
});

test('[NU2] a term is its two years, however they are parted; nothing else begins the numbers anew', () => {
	expect(termOf('2025-2027')).toBe('2025-2027');
	expect(termOf(' 2025 – 2027 ')).toBe('2025-2027');
	for (const slip of ['', 'xxxx', '2025', '2025-27', '2027-2025', '2025-2025', '2025-2027 x'])
		expect(termOf(slip), slip).toBeNull();
});
