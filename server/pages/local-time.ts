/** Dates and times as people type them; always Vietnam's, which has no summer time. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Midnight in Vietnam of `3/11/2026`, `03-11-2026` or `2026-11-03`; null for a day that does not exist. */
export function dayFrom(text: string): number | null {
	const typed = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
	const sorted = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
	const [day, month, year] = typed
		? [typed[1], typed[2], typed[3]]
		: sorted
			? [sorted[3], sorted[2], sorted[1]]
			: [];
	if (day === undefined) return null;
	const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
	const back = new Date(at);
	const exists = back.getUTCDate() === Number(day) && back.getUTCMonth() === Number(month) - 1;
	return exists ? at - OFFSET_MS : null;
}

/** Milliseconds into the day of `19:30`, `19h30`, `19 giờ 30`, `19h`. */
export function timeFrom(text: string): number | null {
	const typed = /^\s*(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})?\s*(?:phút|p)?\s*$/iu.exec(text.normalize('NFC'));
	if (!typed) return null;
	const [hour, minute] = [Number(typed[1]), Number(typed[2] ?? 0)];
	return hour < 24 && minute < 60 ? (hour * 60 + minute) * 60_000 : null;
}

/** `2026-11-03` of an instant. */
export function dayOf(at: number): string {
	return new Date(at + OFFSET_MS).toISOString().slice(0, 10);
}

/** `2026-11` of an instant. */
export function monthOf(at: number): string {
	return new Date(at + OFFSET_MS).toISOString().slice(0, 7);
}

/** 19:30 on the third day that comes next: the day on which cells meet. */
export function nextThird(now: number): number {
	const local = new Date(now + OFFSET_MS);
	const third = (month: number) => Date.UTC(local.getUTCFullYear(), month, 3, 19, 30) - OFFSET_MS;
	const thisMonth = third(local.getUTCMonth());
	return thisMonth > now ? thisMonth : third(local.getUTCMonth() + 1);
}

export const AGO_ACCEPTED_MS = DAY_MS;
