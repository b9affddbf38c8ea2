/** How much of a meeting is Party content (SU1), and whether inspection has its place (SU2). */

interface PlannedItem {
	readonly id: string;
	readonly code: string | null;
	readonly minutes: number;
	readonly state: string;
}

/** SU1, in percent†. */
export const LEAST_SHARE = 60;

const NOT_OURS = new Set(['content.news', 'content.delegates']);
const CLOSES_WITH = new Set(['close.synthesis', 'close.resolution', 'close.evaluation', 'open.purpose']);

export function isPartyContent(code: string | null): boolean {
	if (code === null || NOT_OURS.has(code)) return false;
	return code.startsWith('content.') || code.startsWith('thematic.') || CLOSES_WITH.has(code);
}

export interface Share {
	readonly minutes: number;
	readonly of: number;
	/** Null where nothing is planned. */
	readonly percent: number | null;
	readonly isEnough: boolean;
}

/** @param isCeremony  whose time is no time of discussion (CE2) */
export function partyShare(items: readonly PlannedItem[], isCeremony: (item: string) => boolean): Share {
	const counted = items.filter(({ id, state }) => state !== 'skipped' && !isCeremony(id));
	const of = counted.reduce((sum, { minutes }) => sum + minutes, 0);
	const minutes = counted.reduce((sum, item) => sum + (isPartyContent(item.code) ? item.minutes : 0), 0);
	return {
		minutes,
		of,
		percent: of === 0 ? null : Math.round((100 * minutes) / of),
		isEnough: of > 0 && 100 * minutes >= LEAST_SHARE * of
	};
}

export function hasInspectionItem(items: readonly PlannedItem[]): boolean {
	return items.some(({ code, state }) => code === 'content.inspection' && state !== 'skipped');
}
