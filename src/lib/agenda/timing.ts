import type { Instant, ItemId } from '../kernel/decider.ts';
import { find, seconds, type Agenda, type AgendaItem } from './agenda.ts';

/** When each item would begin if everything kept to the plan; a skipped item takes no time. */
export function plannedStarts(agenda: Agenda, plannedStart: Instant): ReadonlyMap<ItemId, Instant> {
	const starts = new Map<ItemId, Instant>();
	let at = plannedStart;
	for (const item of agenda.items) {
		starts.set(item.id, at);
		if (item.state !== 'skipped') at += item.minutes * 60_000;
	}
	return starts;
}

/** Whole seconds that the item has run beyond its planned length; 0 while it is within. */
export function overrunSeconds(item: AgendaItem, now: Instant): number {
	return Math.max(0, seconds(item, now) - item.minutes * 60);
}

/**
 * Whole minutes that the meeting is behind its plan while an item runs: by how much the item began late, or by
 * how much its planned end has passed, whichever is more. Negative when ahead; null between items.
 */
export function behindMinutes(agenda: Agenda, plannedStart: Instant, now: Instant): number | null {
	const item = find(agenda, agenda.running);
	const planned = item && plannedStarts(agenda, plannedStart).get(item.id);
	const began = item?.runs[0]?.from;
	if (!item || planned === undefined || began === undefined) return null;
	return Math.floor(Math.max(began - planned, now - planned - item.minutes * 60_000) / 60_000);
}

/** Whole minutes between the planned start and `begun`; never negative. */
export function lateMinutes(plannedStart: Instant, begun: Instant): number {
	return Math.max(0, Math.floor((begun - plannedStart) / 60_000));
}
