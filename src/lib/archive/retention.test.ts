import { expect, test } from 'vitest';
import { keptUntil } from './retention.ts';

test('[AV7] a record is kept so many years by the calendar, leap days and the hours of Vietnam included', () => {
	const at = (iso: string) => Date.parse(iso);
	expect(keptUntil(at('2026-11-03T21:50:00+07:00'), 5)).toBe(at('2031-11-03T21:50:00+07:00'));
	// 5 in the morning of the first of January is still December in London.
	expect(keptUntil(at('2027-01-01T05:00:00+07:00'), 1)).toBe(at('2028-01-01T05:00:00+07:00'));
	expect(keptUntil(at('2028-02-29T20:00:00+07:00'), 1)).toBe(at('2029-03-01T20:00:00+07:00'));
});
