/** Dates, times and numbers as the meeting's papers write them: Vietnam's time whatever the device's zone is. */
import type { Locale } from './words.ts';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
	timeZone: TIME_ZONE,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function read(instant: number): Record<Part, string> {
	const found = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
	for (const { type, value } of parts.formatToParts(instant)) if (type in found) found[type as Part] = value;
	return found;
}

/** `25/11/2026` */
export function date(instant: number): string {
	const { day, month, year } = read(instant);
	return `${day}/${month}/${year}`;
}

/** `19:42` */
export function time(instant: number): string {
	const { hour, minute } = read(instant);
	return `${hour}:${minute}`;
}

/** `19:42:05` */
export function timeToSecond(instant: number): string {
	return `${time(instant)}:${read(instant).second}`;
}

/** `19:42, 25/11/2026` */
export function dateTime(instant: number): string {
	return `${time(instant)}, ${date(instant)}`;
}

/** `Thứ Tư` or `Wednesday`. */
export function weekday(instant: number, locale: Locale): string {
	const name = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, weekday: 'long' }).format(instant);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `11/2026` of the contract's `2026-11`. */
export function month(yearAndMonth: string): string {
	const [year, number] = yearAndMonth.split('-');
	return `${number}/${year}`;
}

/** `30/11/2026` of the contract's `2026-11-30`. */
export function day(date: string): string {
	return date.split('-').reverse().join('/');
}

/** `4:05`, `1:04:05`: seconds as a clock shows them. */
export function clock(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const pad = (n: number) => String(n).padStart(2, '0');
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${pad(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
}

/** `1 giờ 32 phút`, `45 seconds`: rounded down to minutes from one minute on. */
export function duration(seconds: number, locale: Locale): string {
	const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
		new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
	if (seconds < 60) return unit(Math.floor(seconds), 'second');
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return unit(minutes, 'minute');
	const rest = minutes % 60;
	const hours = unit(Math.floor(minutes / 60), 'hour');
	return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}

/** `1.234,5` or `1,234.5`. */
export function number(value: number, locale: Locale): string {
	return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** `87,5%` of the value 87.5; as many decimals as the figure has, one at most. */
export function percent(value: number, locale: Locale): string {
	return `${new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value)}%`;
}
