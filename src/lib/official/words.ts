/** Dates, times and names as official papers write them. */
import type { Instant } from '../kernel/decider.ts';
import { time } from '../i18n/format.ts';

/** `19 giờ 05 phút` */
export function timeInWords(at: Instant): string {
	const [hour, minute] = time(at).split(':');
	return `${hour} giờ ${minute} phút`;
}

export function upper(text: string): string {
	return text.toLocaleUpperCase('vi');
}

export function capital(text: string): string {
	return upper(text.charAt(0)) + text.slice(1);
}

/** The body above the cell, whether the committee or the party organisation was named: `phường Kim Thạch`. */
export function upperPlace(name: string): string {
	return name.replace(/^(đảng\s+(ủy|uỷ|bộ))\s+/iu, '');
}

/** Where the paper is dated, from the name of the body above: `Kim Thạch`. */
export function placeOf(upperName: string): string {
	return upperPlace(upperName).replace(/^(phường|xã|thị trấn|thị xã|quận|huyện|thành phố|đặc khu)\s+/iu, '');
}

/** `91,7%` */
export function percentInWords(percent: number): string {
	return `${String(percent).replace('.', ',')}%`;
}

/** A sentence ends with a stop. */
export function withStop(text: string): string {
	return /[.!?…:;”"]$/u.test(text) ? text : `${text}.`;
}
