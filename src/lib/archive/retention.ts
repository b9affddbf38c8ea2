import type { Instant } from '../kernel/decider.ts';

const OFFSET_MS = 7 * 3_600_000;

/** Until when a record is kept: so many years after the meeting, by the calendar of Vietnam (AV7). */
export function keptUntil(endedAt: Instant, years: number): Instant {
	const day = new Date(endedAt + OFFSET_MS);
	day.setUTCFullYear(day.getUTCFullYear() + years);
	return day.getTime() - OFFSET_MS;
}
