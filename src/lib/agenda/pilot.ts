/**
 * Where the time goes, seen from now: when the item and the meeting will end if everybody who waits is heard,
 * and by how much that is over the plan (AG8).
 */
import type { Instant } from '../kernel/decider.ts';
import { find, seconds, type Agenda } from './agenda.ts';

export interface PilotFacts {
	readonly now: Instant;
	readonly plannedStart: Instant;
	readonly openedAt: Instant | null;
	/** How many wait to speak on the running item. */
	readonly waiting: number;
	/** What one turn takes. */
	readonly turnSeconds: number;
	/** What the speaker still has; 0 when nobody speaks or the time is up. */
	readonly speakerLeftSeconds: number;
	/** The whole meeting's limit from its opening on; null where only the agenda's sum counts. */
	readonly totalMinutes: number | null;
}

export interface Pilot {
	/** The running item; null between items. */
	readonly item: {
		readonly plannedSeconds: number;
		readonly spentSeconds: number;
		/** Negative once the planned length is used up. */
		readonly leftSeconds: number;
		readonly forecastEnd: Instant;
		/** By how much the item will be over its plan; 0 when it keeps it. */
		readonly overSeconds: number;
	} | null;
	/** What those who wait need together. */
	readonly queueSeconds: number;
	readonly meeting: {
		readonly plannedEnd: Instant;
		readonly forecastEnd: Instant;
		/** Forecast less planned end; negative when it will end early. */
		readonly overSeconds: number;
		/** When the meeting's own limit runs out; null without a limit or before the opening. */
		readonly limitEnd: Instant | null;
	};
}

export function pilot(agenda: Agenda, facts: PilotFacts): Pilot {
	const queueSeconds = facts.waiting * facts.turnSeconds;
	const item = running(agenda, facts, queueSeconds + facts.speakerLeftSeconds);
	const still = agenda.items
		.filter(({ state }) => state === 'planned')
		.reduce((sum, { minutes }) => sum + minutes * MINUTE, 0);
	const from = item?.forecastEnd ?? Math.max(facts.now, facts.openedAt === null ? facts.plannedStart : 0);
	const plannedEnd = facts.plannedStart + planned(agenda) * MINUTE;
	const forecastEnd = from + still;
	return {
		item,
		queueSeconds,
		meeting: {
			plannedEnd,
			forecastEnd,
			overSeconds: Math.round((forecastEnd - plannedEnd) / 1000),
			limitEnd:
				facts.totalMinutes === null || facts.openedAt === null
					? null
					: facts.openedAt + facts.totalMinutes * MINUTE
		}
	};
}

/** Whole minutes by which an item took longer than planned; negative when it was shorter (S0-12). */
export function differenceMinutes(item: Agenda['items'][number], now: Instant): number {
	return Math.trunc((seconds(item, now) - item.minutes * 60) / 60);
}

const MINUTE = 60_000;

/** A skipped item takes no time, by plan as in fact. */
function planned(agenda: Agenda): number {
	return agenda.items.reduce((sum, { state, minutes }) => (state === 'skipped' ? sum : sum + minutes), 0);
}

function running(agenda: Agenda, { now }: PilotFacts, toSpeak: number): Pilot['item'] {
	const item = find(agenda, agenda.running);
	if (!item) return null;
	const plannedSeconds = item.minutes * 60;
	const spentSeconds = seconds(item, now);
	const leftSeconds = plannedSeconds - spentSeconds;
	const needed = Math.max(leftSeconds, toSpeak, 0);
	return {
		plannedSeconds,
		spentSeconds,
		leftSeconds,
		forecastEnd: now + needed * 1000,
		overSeconds: needed - leftSeconds
	};
}
