/** What somebody has typed into a sheet so far: as they typed it, until it is sent. */
import { number } from '../i18n/format.ts';
import type { Locale } from '../i18n/words.ts';
import type { Criterion, Points } from './contract.ts';
import { allows } from './judge.ts';

export type Typed = Readonly<Record<string, string>>;

/** `4,5` and `4.5` are the same; null for what is no number. */
export function numberOf(typed: string | undefined): number | null {
	const text = (typed ?? '').trim().replace(',', '.');
	return /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : null;
}

export function isAllowed(criterion: Criterion, typed: string | undefined): boolean {
	const points = numberOf(typed);
	return points !== null && allows(criterion, points);
}

/** The points of the fields that are right. */
export function pointsOf(asked: readonly Criterion[], typed: Typed): Points {
	return Object.fromEntries(
		asked.flatMap((criterion) => {
			const points = numberOf(typed[criterion.code]);
			return points !== null && allows(criterion, points) ? [[criterion.code, points]] : [];
		})
	);
}

/** Points as they stand in a field: with a comma in Vietnamese, wherever and in whatever language they were begun. */
export function inField(points: number | string, locale: Locale): string {
	const value = numberOf(String(points));
	return value === null ? String(points) : number(value, locale);
}

export function typedOf(points: Points): Typed {
	return Object.fromEntries(Object.entries(points).map(([code, value]) => [code, String(value)]));
}

const key = (meeting: string, person: string) => `score ${meeting} ${person}`;

/** Begun and not sent yet: another part of the page may be looked at meanwhile. */
export function begun(meeting: string, person: string): Typed | null {
	try {
		return JSON.parse(sessionStorage.getItem(key(meeting, person)) ?? 'null') as Typed | null;
	} catch {
		// Not every browser keeps anything for us.
		return null;
	}
}

export function keepBegun(meeting: string, person: string, typed: Typed | null): void {
	try {
		if (typed === null) sessionStorage.removeItem(key(meeting, person));
		else sessionStorage.setItem(key(meeting, person), JSON.stringify(typed));
	} catch {
		// Then it is lost with the page.
	}
}
