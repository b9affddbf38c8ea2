/** Who is there; `attendance.ts` counts them. */
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Roster } from '../people/roster.ts';
import type { Rollcall, Stay } from './rollcall.ts';

/** How a profile judges attendance, copied into the meeting (INV-14). */
export interface AttendanceRule {
	readonly operator: '>=' | '>';
	readonly percent: number;
	readonly noUnexcused: boolean;
}

/** What the counting needs of the meeting besides the roll. `openedAt` and `endedAt` are null until they happen. */
export interface Sitting {
	readonly roster: Roster;
	readonly rollcall: Rollcall;
	readonly openedAt: Instant | null;
	readonly endedAt: Instant | null;
	readonly onlineCounts: boolean;
	readonly rule: AttendanceRule;
}

/** Whether the person is in the room now, as rules about the floor and the ballot mean it. */
export function isInRoom(sitting: Pick<Sitting, 'rollcall' | 'onlineCounts'>, id: PersonId): boolean {
	const last = sitting.rollcall.stays[id]?.at(-1);
	return last !== undefined && last.to === null && (last.place !== 'online' || sitting.onlineCounts);
}

/** The stays that touch the meeting, from its opening to its end. */
export function countedStays({ rollcall, openedAt, endedAt, onlineCounts }: Sitting, id: PersonId): Stay[] {
	const stays = rollcall.stays[id] ?? [];
	return stays.filter(
		(stay) =>
			(stay.place !== 'online' || onlineCounts) &&
			(openedAt === null ? stay.to === null : stay.to === null || stay.to > openedAt) &&
			(endedAt === null || stay.from <= endedAt)
	);
}
