/** Dates, times and names as official papers write them. */
/** `19 giờ 05 phút`, `21 giờ`: as the facts say it, which stand beside. */
export { hour as timeInWords } from '../minutes/fact-words.ts';

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
