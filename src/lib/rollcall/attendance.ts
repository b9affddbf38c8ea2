import type { Instant, PersonId } from '../kernel/decider.ts';
import { isSummoned, members, type Member } from '../people/roster.ts';
import { countedStays, type AttendanceRule, type Sitting } from './presence.ts';
import type { Rollcall, Stay } from './rollcall.ts';

export type AttendanceState =
	| 'expected'
	| 'present'
	| 'present-late'
	| 'left-early'
	| 'present-online'
	| 'absent-excused'
	| 'absent-unexcused'
	| 'exempt'
	| 'special-duty'
	| 'temporary-elsewhere'
	| 'suspended';

export interface Attendance {
	readonly summoned: number;
	readonly present: number;
	/** One decimal, half up; null where nobody is summoned. */
	readonly ratePercent: number | null;
	readonly meetsRate: boolean | null;
	readonly meetsRule: boolean | null;
	readonly absentExcused: PersonId[];
	readonly absentUnexcused: PersonId[];
	readonly late: PersonId[];
	readonly leftEarly: PersonId[];
	/** Exempt and special-duty members who came (INV-9). */
	readonly voluntary: PersonId[];
	readonly inRoom: number;
}

/** pct(a, b) of the script format, section 7: exact, half up to one decimal; null where b is 0. */
export function percent(a: number, b: number): number | null {
	return b === 0 ? null : Math.floor((2000 * a + b) / (2 * b)) / 10;
}

/** Counts the roll as it stands (RC5-RC10); before the opening, as if it were opened now. */
export function attendance(sitting: Sitting): Attendance {
	const all = members(sitting.roster);
	const summoned = all.filter(isSummoned);
	const wasHere = (member: Member) => countedStays(sitting, member.id).length > 0;
	const present = summoned.filter(wasHere);
	const absent = summoned.filter((member) => !wasHere(member));
	const excused = absent.filter((member) => hasLeave(sitting.rollcall, member.id));
	const unexcused = absent.filter((member) => !hasLeave(sitting.rollcall, member.id));
	const voluntary = all.filter((member) => isVoluntary(member) && wasHere(member));
	const here = [...present, ...voluntary];
	const meetsRate = summoned.length === 0 ? null : reaches(sitting.rule, present.length, summoned.length);
	return {
		summoned: summoned.length,
		present: present.length,
		ratePercent: percent(present.length, summoned.length),
		meetsRate,
		meetsRule: meetsRate === null ? null : meetsRate && !(sitting.rule.noUnexcused && unexcused.length > 0),
		absentExcused: ids(excused),
		absentUnexcused: ids(unexcused),
		late: ids(here.filter((member) => isLate(sitting, member.id))),
		leftEarly: ids(here.filter((member) => hasLeft(sitting, member.id))),
		voluntary: ids(voluntary),
		inRoom: here.length
	};
}

/** 100·present against percent·summoned: whole numbers, so 96 of 113 is below 85 (RC5). */
function reaches(rule: AttendanceRule, present: number, summoned: number): boolean {
	const difference = 100 * present - rule.percent * summoned;
	return rule.operator === '>' ? difference > 0 : difference >= 0;
}

/** Where a member stands on the roll, as the lists show it. */
export function attendanceState(sitting: Sitting, member: Member): AttendanceState {
	const { rollcall } = sitting;
	if (countedStays(sitting, member.id).length > 0) {
		if (hasLeft(sitting, member.id)) return 'left-early';
		return isLate(sitting, member.id) ? 'present-late' : 'present';
	}
	if (rollcall.stays[member.id]?.at(-1)?.place === 'online') return 'present-online';
	if (member.standing !== 'active') return member.standing;
	if (hasLeave(rollcall, member.id)) return 'absent-excused';
	return sitting.endedAt === null ? 'expected' : 'absent-unexcused';
}

function isLate(sitting: Sitting, id: PersonId): boolean {
	const { openedAt } = sitting;
	return openedAt !== null && !countedStays(sitting, id).some((stay) => covers(stay, openedAt));
}

function hasLeft(sitting: Sitting, id: PersonId): boolean {
	const stays = countedStays(sitting, id);
	const { endedAt } = sitting;
	return endedAt === null
		? !stays.some((stay) => stay.to === null)
		: !stays.some((stay) => covers(stay, endedAt));
}

function covers(stay: Stay, instant: Instant): boolean {
	return stay.from <= instant && (stay.to === null || stay.to > instant);
}

function hasLeave(rollcall: Rollcall, id: PersonId): boolean {
	return (rollcall.leaves[id] ?? []).some(
		(leave) => leave.kind === 'absent' && leave.decision === 'accepted'
	);
}

function isVoluntary(member: Member): boolean {
	return member.standing === 'exempt' || member.standing === 'special-duty';
}

function ids(people: readonly Member[]): PersonId[] {
	return people.map((person) => person.id).sort(byCodeUnit);
}

export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
