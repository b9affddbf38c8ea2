/**
 * What a page folds from the start: what happens by the minute in every meeting, and what its first taps bring
 * about. The fold of everything (`evolve.ts`) is fetched with the first event of another kind, or when it is calm.
 */
import * as Agenda from '../agenda/agenda.ts';
import type { Event as AgendaEvent } from '../agenda/contract.ts';
import { running } from '../closed/closed.ts';
import * as Comments from '../comments/comments.ts';
import type { Event as CommentEvent } from '../comments/contract.ts';
import type { Logged } from '../kernel/decider.ts';
import type { Event as RollcallEvent } from '../rollcall/contract.ts';
import * as Rollcall from '../rollcall/rollcall.ts';
import type { Event as FloorEvent } from '../speaking/contract.ts';
import * as Speaking from '../speaking/speaking.ts';
import { followItem } from '../wall/turning.ts';
import type { LoggedEvent } from './contract.ts';
import type { Meeting } from './state.ts';
import { remember } from './undo.ts';

type FirstEvent =
	| Logged<AgendaEvent | CommentEvent | FloorEvent | RollcallEvent>
	| Extract<LoggedEvent, { type: 'meeting.opened' | 'command.refused' | 'hidden' }>;
export type LaterEvent = Exclude<LoggedEvent, { type: FirstEvent['type'] }>;

/**
 * What one event changes, whatever may be taken back later.
 * @param otherwise  what an event of another kind changes
 */
export function changed<Other>(
	meeting: Meeting,
	event: LoggedEvent,
	otherwise: (meeting: Meeting, event: LaterEvent) => Other
): Meeting | Other {
	switch (event.type) {
		case 'command.refused':
		case 'hidden':
			return meeting;
		case 'meeting.opened':
			return { ...meeting, phase: 'running', openedAt: event.at };
		case 'item.started':
			return {
				...meeting,
				agenda: Agenda.evolve(meeting.agenda, event),
				wall: followItem(meeting.wall)
			};
		case 'item.ended':
		case 'item.skipped':
		case 'item.added':
		case 'item.changed':
		case 'item.moved':
		case 'item.removed':
			return { ...meeting, agenda: Agenda.evolve(meeting.agenda, event) };
		case 'attendance.checked-in':
		case 'attendance.left':
		case 'attendance.retracted':
		case 'leave.requested':
		case 'leave.decided':
		case 'observer.joined':
		case 'observer.left':
			return { ...meeting, rollcall: Rollcall.evolve(meeting.rollcall, event) };
		case 'floor.requested':
		case 'floor.attached':
		case 'floor.corrected':
		case 'floor.withdrawn':
		case 'floor.granted':
		case 'floor.deferred':
		case 'floor.moved':
		case 'floor.policy-chosen':
		case 'floor.limited':
		case 'floor.grouped':
		case 'floor.not-reached':
		case 'floor.paused':
		case 'floor.resumed':
		case 'floor.extended':
		case 'floor.ended':
			return { ...meeting, floor: Speaking.evolve(meeting.floor, event) };
		case 'comment.posted':
		case 'comment.replied':
		case 'comment.handled':
		case 'comment.withdrawn':
			return { ...meeting, comments: Comments.evolve(meeting.comments, event) };
		default:
			return otherwise(meeting, event);
	}
}

/** The state after `event`, as `evolve` has it; null where that must be asked. */
export function evolveFirst(meeting: Meeting | null, event: LoggedEvent): Meeting | null {
	// A closed part remembers what happens inside it.
	if (!meeting || running(meeting.closed)) return null;
	const after = changed(meeting, event, () => null);
	return after && { ...after, recent: remember(meeting, event, fold) };
}

const fold = (meeting: Meeting, event: LoggedEvent) => changed(meeting, event, () => meeting);
