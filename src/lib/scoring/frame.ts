/** What a frame asks of a meeting, and how much it gives at most. */
import type { Criterion, Frame } from './contract.ts';

/** The items that a meeting of this kind is scored on (SC3). */
export function criteria({ groups }: Frame, isThematic: boolean): Criterion[] {
	return groups.flatMap(({ items }) => items).filter(({ thematic }) => isThematic || !thematic);
}

/** What the sheet can reach at most; null for a frame without points. */
export function highest(asked: readonly Criterion[]): number | null {
	if (asked.length === 0 || asked.some(({ maxPoints }) => maxPoints === null)) return null;
	return asked.reduce((sum, { maxPoints }) => sum + inTenths(maxPoints ?? 0), 0) / 10;
}

/** Points are whole tenths, so that sums are exact. */
export function inTenths(points: number): number {
	return Math.round(points * 10);
}
