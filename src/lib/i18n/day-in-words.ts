/** Days as Vietnamese papers write them. */
import type { Instant } from '../kernel/decider.ts';
import { date } from './format.ts';

/** `ngày 03 tháng 11 năm 2026`: days below 10 and the months 1 and 2 take a zero, the other months none. */
export function dayInWords(at: Instant): string {
	const { day, month, year } = dayParts(at);
	return `ngày ${day} tháng ${month} năm ${year}`;
}

export function dayParts(at: Instant): { day: string; month: string; year: string } {
	const [day = '', month = '', year = ''] = date(at).split('/');
	return { day, month: monthWritten(month), year };
}

/** `01`, `02`, `3`, … `12`. */
export function monthWritten(month: string): string {
	const number = Number(month);
	return number <= 2 ? `0${number}` : String(number);
}
