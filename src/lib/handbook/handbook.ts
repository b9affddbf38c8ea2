import type { Instant } from '../kernel/decider.ts';
import type { What } from './contract.ts';

/** What is asked of a meeting, and how far it has come. */
export interface Held {
	readonly plannedStart: Instant;
	readonly noticeAt: Instant | null;
	readonly endedAt: Instant | null;
	readonly rules: { readonly postBeforeHours?: number; readonly postAfterDays?: number };
}

/** That something is in the app, or that it was said by mistake (HB4). */
export interface Upload {
	readonly id: string;
	readonly what: What;
	readonly act: 'done' | 'taken-back';
	readonly at: Instant;
	readonly byName: string;
	readonly reference: string | null;
	readonly reason: string | null;
	readonly fileName: string | null;
}

export interface Reminder {
	readonly what: What;
	readonly dueAt: Instant;
	readonly state: 'due' | 'late' | 'done' | 'done-late';
	/** When it was done first, and by whom. */
	readonly doneAt: Instant | null;
	readonly byName: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Before they are due, where nothing was sent yet. */
const AHEAD_MS = 2 * DAY_MS;

/** @param uploads  of this meeting, the oldest first */
export function reminders(held: Held, uploads: readonly Upload[], now: Instant): Reminder[] {
	const due: [What, Instant | null][] = [
		['papers', papersDue(held, now)],
		['record', recordDue(held)]
	];
	return due.flatMap(([what, dueAt]) => (dueAt === null ? [] : [reminder(what, dueAt, uploads, now)]));
}

function papersDue({ plannedStart, noticeAt, rules }: Held, now: Instant): Instant | null {
	if (rules.postBeforeHours === undefined) return null;
	const dueAt = plannedStart - rules.postBeforeHours * HOUR_MS;
	return noticeAt !== null || now >= dueAt - AHEAD_MS ? dueAt : null;
}

function recordDue({ endedAt, rules }: Held): Instant | null {
	return endedAt === null || rules.postAfterDays === undefined
		? null
		: endedAt + rules.postAfterDays * DAY_MS;
}

function reminder(what: What, dueAt: Instant, uploads: readonly Upload[], now: Instant): Reminder {
	const [first] = standing(uploads, what);
	if (!first) return { what, dueAt, state: now > dueAt ? 'late' : 'due', doneAt: null, byName: '' };
	const state = first.at > dueAt ? 'done-late' : 'done';
	return { what, dueAt, state, doneAt: first.at, byName: first.byName };
}

/** What was said and stands: since it was last taken back, the oldest first. */
export function standing(uploads: readonly Upload[], what: What): readonly Upload[] {
	const about = uploads.filter((upload) => upload.what === what);
	return about.slice(about.findLastIndex(({ act }) => act === 'taken-back') + 1);
}
