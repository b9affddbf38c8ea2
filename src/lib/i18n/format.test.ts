import { expect, test } from 'vitest';
import { clock, date, dateTime, duration, month, number, percent, time, weekday } from './format.ts';

const NEW_YEAR_IN_HANOI = Date.UTC(2026, 11, 31, 17, 5);

test('a time is that of Vietnam, whatever the device says', () => {
	expect([date(NEW_YEAR_IN_HANOI), time(NEW_YEAR_IN_HANOI)]).toEqual(['01/01/2027', '00:05']);
	expect(dateTime(NEW_YEAR_IN_HANOI)).toBe('00:05, 01/01/2027');
});

test('a weekday is named in both languages', () => {
	expect([weekday(NEW_YEAR_IN_HANOI, 'vi'), weekday(NEW_YEAR_IN_HANOI, 'en')]).toEqual(['Thứ Sáu', 'Friday']);
});

test('a month is written as papers write it', () => expect(month('2026-11')).toBe('11/2026'));

test('a clock shows hours only where there are any', () => {
	expect([clock(0), clock(65), clock(3_845), clock(-3)]).toEqual(['0:00', '1:05', '1:04:05', '0:00']);
});

test('a duration is said in hours and minutes', () => {
	expect([duration(45, 'vi'), duration(5_520, 'vi'), duration(7_200, 'en')]).toEqual([
		'45 giây',
		'1 giờ 32 phút',
		'2 hours'
	]);
});

test('a number has the signs of its language', () => {
	expect([number(1_234.5, 'vi'), number(1_234.5, 'en')]).toEqual(['1.234,5', '1,234.5']);
	expect([percent(87.5, 'vi'), percent(85, 'en')]).toEqual(['87,5%', '85%']);
});
