import { expect, test } from 'vitest';
import { dayFrom, monthOf, nextThird, timeFrom } from './local-time.ts';

const MIDNIGHT = Date.UTC(2026, 10, 2, 17);

test('a day is read as people write it', () => {
	for (const text of ['3/11/2026', '03/11/2026', ' 03-11-2026 ', '3.11.2026', '2026-11-03'])
		expect(dayFrom(text), text).toBe(MIDNIGHT);
});

test('a day that does not exist is none', () => {
	for (const text of ['31/11/2026', '29/2/2026', '0/1/2026', '1/13/2026', '11/2026', 'mai', ''])
		expect(dayFrom(text), text).toBeNull();
	expect(dayFrom('29/2/2028')).not.toBeNull();
});

test('a time is read as people write it, until the last minute of the day', () => {
	for (const text of ['19:30', '19h30', '19 giờ 30', '19.30', '19g30', '19 giờ 30 phút'])
		expect(timeFrom(text), text).toBe(19.5 * 3_600_000);
	expect(timeFrom('7h')).toBe(7 * 3_600_000);
	expect(timeFrom('23:59')).toBe(86_340_000);
	for (const text of ['24:00', '19:60', '19', 'tối', '']) expect(timeFrom(text), text).toBeNull();
});

test('a month is Vietnam’s', () => {
	expect(monthOf(Date.UTC(2026, 10, 30, 16, 59))).toBe('2026-11');
	expect(monthOf(Date.UTC(2026, 10, 30, 17))).toBe('2026-12');
});

test('the next third day, over the end of a year too', () => {
	expect(nextThird(Date.UTC(2026, 10, 3, 12, 29))).toBe(Date.UTC(2026, 10, 3, 12, 30));
	expect(nextThird(Date.UTC(2026, 11, 3, 12, 30))).toBe(Date.UTC(2027, 0, 3, 12, 30));
});
