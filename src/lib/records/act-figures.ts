import type { Instant, PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';
import { byCodeUnit } from '../rollcall/attendance.ts';

export interface RefusalFigure {
	/** Vietnam's time, to the second. */
	readonly at: string;
	readonly by: PersonId;
	readonly do: string;
	readonly reason: string;
}

/** In order of time, then of who tried. */
export function refusals(events: readonly LoggedEvent[]): RefusalFigure[] {
	return events
		.filter((event) => event.type === 'command.refused')
		.sort((a, b) => second(a.at) - second(b.at) || byCodeUnit(a.by, b.by) || a.seq - b.seq)
		.map(({ at, by, do: what, code }) => ({ at: moment(at), by, do: what, reason: code }));
}

/** The events that still count: what was taken back was never done (UN2). */
export function standing(events: readonly LoggedEvent[]): LoggedEvent[] {
	const undone = new Set(events.flatMap((event) => (event.type === 'act.undone' ? event.seqs : [])));
	return events.filter(({ seq }) => !undone.has(seq));
}

/** Accepted acts on somebody's behalf; one act may have caused several events. */
export function actsOnBehalf(events: readonly LoggedEvent[]): number {
	const acts = events.filter((event) => event.for !== undefined && event.type !== 'command.refused');
	return new Set(acts.map(({ by, command, seq }) => `${by} ${command ?? `#${seq}`}`)).size;
}

const HOUR = 3_600_000;

/** `2026-11-03T19:30:00+07:00` */
function moment(at: Instant): string {
	return new Date(at + 7 * HOUR).toISOString().replace(/\.\d{3}Z$/, '+07:00');
}

function second(at: Instant): number {
	return Math.floor(at / 1000);
}
