/** Which acts can be taken back, by whom and until when (`RULES.md`). */
import { happened, refused, type Decision, type Instant, type PersonId } from '../kernel/decider.ts';
import type { Event, LoggedEvent, UndoRefusal } from './contract.ts';
import type { Meeting } from './state.ts';
import { UNDO_MS, type Recent } from './undo.ts';

type Area = 'item' | 'queue' | 'turn' | 'attendance' | 'wall';

/** What can be taken back, and what kind of tap it was (UN1). */
const AREAS: Readonly<Partial<Record<Event['type'], Area>>> = {
	'item.started': 'item',
	'item.skipped': 'item',
	'item.moved': 'item',
	'floor.moved': 'queue',
	'floor.deferred': 'queue',
	'floor.policy-chosen': 'queue',
	'floor.limited': 'queue',
	'floor.granted': 'turn',
	'floor.paused': 'turn',
	'floor.resumed': 'turn',
	'floor.extended': 'turn',
	'floor.ended': 'turn',
	'attendance.checked-in': 'attendance',
	'attendance.left': 'attendance',
	'attendance.retracted': 'attendance',
	'leave.decided': 'attendance',
	'observer.joined': 'attendance',
	'observer.left': 'attendance',
	'projection.shown': 'wall',
	'wall.queued': 'wall',
	'wall.unqueued': 'wall',
	'wall.moved': 'wall',
	'wall.paged': 'wall',
	'wall.sized': 'wall'
};

/** @param seq  of any event of the act, as its answer told */
export function decideUndo(
	meeting: Meeting,
	seq: number,
	by: PersonId,
	now: Instant
): Decision<Event, UndoRefusal> {
	const event = meeting.recent?.events.find((each) => each.seq === seq);
	if (!meeting.recent || !event) return refused('too-late');
	if (event.by !== by) return refused('not-allowed');
	const act = actOf(meeting.recent, event);
	const area = areaOf(act);
	if (!area) return refused('not-undoable');
	if (now - event.at > UNDO_MS) return refused('too-late');
	if (dependsOn(meeting.recent, act, area)) return refused('something-followed');
	return happened({ type: 'act.undone', seqs: act.map((each) => each.seq) });
}

export interface Undoable {
	readonly seq: number;
	readonly act: readonly LoggedEvent[];
	/** When it is too late. */
	readonly until: Instant;
}

/** The last act of this person that can still be taken back. */
export function lastUndoable(meeting: Meeting, by: PersonId, now: Instant): Undoable | null {
	const { recent } = meeting;
	if (!recent) return null;
	const own = recent.events.findLast((event) => event.by === by && areaOf(actOf(recent, event)));
	if (!own || 'refused' in decideUndo(meeting, own.seq, by, now)) return null;
	return { seq: own.seq, act: actOf(recent, own), until: own.at + UNDO_MS };
}

/** All that came of one command. */
function actOf({ events }: Recent, { by, command, seq }: LoggedEvent): LoggedEvent[] {
	return events.filter((each) =>
		command === undefined ? each.seq === seq : each.by === by && each.command === command
	);
}

function areaOf(act: readonly LoggedEvent[]): Area | null {
	if (act.some(({ type }) => type === 'meeting.opened' || type === 'meeting.ended')) return null;
	return act.flatMap(({ type }) => AREAS[type] ?? [])[0] ?? null;
}

/** Whether something that came later would make no sense without the act (UN3). */
function dependsOn({ events }: Recent, act: readonly LoggedEvent[], area: Area): boolean {
	const last = act.at(-1)?.seq ?? 0;
	const people = new Set(act.flatMap(peopleIn));
	return events.some((later) => {
		if (later.seq <= last || later.type === 'command.refused') return false;
		if (later.type === 'meeting.opened' || later.type === 'meeting.ended') return true;
		switch (area) {
			case 'item':
				return isOf(later, 'item.') || isOf(later, 'vote.') || isTurn(later);
			case 'turn':
				return isOf(later, 'item.') || isTurn(later) || asksAgain(later, people);
			case 'queue':
				return false;
			case 'attendance':
				return (
					isOf(later, 'vote.') || [later.by, later.for, ...peopleIn(later)].some((id) => id && people.has(id))
				);
			case 'wall':
				return AREAS[later.type] === 'wall' || later.type === 'item.started';
		}
	});
}

function isOf({ type }: LoggedEvent, feature: 'item.' | 'vote.'): boolean {
	return type.startsWith(feature);
}

function isTurn({ type }: LoggedEvent): boolean {
	return AREAS[type] === 'turn';
}

function asksAgain(later: LoggedEvent, people: ReadonlySet<PersonId>): boolean {
	return later.type === 'floor.requested' && people.has(later.person);
}

/** Whom an event is about. */
function peopleIn(event: LoggedEvent): PersonId[] {
	switch (event.type) {
		case 'attendance.checked-in':
		case 'attendance.left':
		case 'attendance.retracted':
		case 'leave.decided':
			return [event.member];
		case 'observer.joined':
		case 'observer.left':
			return [event.observer];
		case 'floor.requested':
		case 'floor.granted':
			return [event.person];
		default:
			return [];
	}
}
