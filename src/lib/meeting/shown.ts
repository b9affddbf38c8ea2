import { isCommittee, isRecorder, leads } from '../people/may.ts';
import type { PersonId } from '../kernel/decider.ts';
import { partAround } from '../closed/closed.ts';
import { readsRemark } from '../remarks/readers.ts';
import { isOutsideOf, publicAfterwards } from './closed-events.ts';
import { house, reading, type Meeting } from './state.ts';
import type { LoggedEvent } from './contract.ts';

/** Who looks. The wall and devices in the lobby are no persons of the meeting. */
export interface Viewer {
	readonly person: PersonId | null;
	/** The account of the device, to recognise its own request in the lobby. */
	readonly device: string;
}

/**
 * The event as this viewer may see it: redacted where it must be, never dropped, so that the numbers have
 * no gaps. Rights are those of `meeting` now, not of then.
 */
export function shown(event: LoggedEvent, viewer: Viewer, meeting: Meeting): LoggedEvent {
	const part = partAround(meeting.closed, event.seq);
	if (!part || !isOutsideOf(part, viewer, meeting)) return openly(event, viewer, meeting);
	const told = part.to === null ? null : publicAfterwards(event, part, meeting);
	const seen = told ?? ownOutside(event, viewer);
	return seen ? openly(seen, viewer, meeting) : hidden(event);
}

/** As if no part of the meeting were ever closed. */
function openly(event: LoggedEvent, viewer: Viewer, meeting: Meeting): LoggedEvent {
	const rooms = house(meeting);
	const isOwn = viewer.person !== null && (event.by === viewer.person || event.for === viewer.person);
	const desk = viewer.person !== null && isRecorder(rooms, viewer.person);
	switch (event.type) {
		case 'command.refused':
			return desk || isOwn ? event : hidden(event);
		case 'leave.requested':
			return desk || isOwn || viewer.person === event.member ? event : { ...event, reason: { code: '' } };
		case 'comment.posted': {
			const reads =
				!event.held ||
				isOwn ||
				desk ||
				(viewer.person !== null && isCommittee(meeting.people[viewer.person]));
			return reads ? withoutWithdrawnText(event, meeting) : hidden(event);
		}
		case 'remark.posted':
		case 'remark.changed':
		case 'remark.withdrawn': {
			const remark = meeting.remarks.remarks.find(({ id }) => id === event.remark);
			return remark && readsRemark(reading(meeting), viewer.person, remark)
				? withoutWithdrawnRemark(event, remark.withdrawn)
				: hidden(event);
		}
		case 'notebook.written':
		case 'notebook.erased':
		case 'checklist.ticked':
			return viewer.person === event.person ? event : hidden(event);
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
			return desk || ('device' in event && event.device === viewer.device) ? event : hidden(event);
		case 'news.marked': {
			const isObserver = viewer.person !== null && meeting.people[viewer.person]?.kind === 'observer';
			return isObserver || (viewer.person !== null && leads(rooms, viewer.person)) ? event : hidden(event);
		}
		case 'commitment.brought':
		case 'commitment.reviewed':
			return viewer.person !== null && (viewer.person === event.member || leads(rooms, viewer.person))
				? event
				: hidden(event);
		case 'wall.led':
		case 'wall.pinned':
			return desk || event.screen === viewer.device ? event : hidden(event);
		case 'join.confirmed':
			return desk || event.device === viewer.device ? event : { ...event, device: '' };
		case 'hands.counted':
			// Two who count apart do not see each other's numbers before both are in (VO8).
			return event.teller === null || event.teller === viewer.person ? event : { ...event, counts: null };
		default:
			return event;
	}
}

/** What is an observer's own until they share it: in no record of the meeting itself. */
export function isPrivate({ type }: LoggedEvent): boolean {
	return type.startsWith('remark.') || type.startsWith('notebook.') || type.startsWith('checklist.');
}

/** What somebody outside did themselves, or what their device waits for. */
function ownOutside(event: LoggedEvent, viewer: Viewer): LoggedEvent | null {
	const isOwn = viewer.person !== null && event.by === viewer.person;
	const isOfDevice = 'device' in event && event.device === viewer.device;
	return isOwn || isOfDevice ? event : null;
}

/** Whether every viewer sees this event alike, so that one packet serves all. */
export function isForEverybody(event: LoggedEvent, meeting: Meeting): boolean {
	if (partAround(meeting.closed, event.seq)) return false;
	switch (event.type) {
		case 'command.refused':
		case 'leave.requested':
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
		case 'join.confirmed':
		case 'wall.led':
		case 'news.marked':
		case 'commitment.brought':
		case 'commitment.reviewed':
		case 'wall.pinned':
		case 'remark.posted':
		case 'remark.changed':
		case 'remark.withdrawn':
		case 'notebook.written':
		case 'notebook.erased':
		case 'checklist.ticked':
			return false;
		case 'hands.counted':
			return event.teller === null;
		case 'comment.posted':
			return !event.held;
		default:
			return true;
	}
}

/** A comment that its author took back gives its words to nobody any more (CO5). */
function withoutWithdrawnText(
	event: Extract<LoggedEvent, { type: 'comment.posted' }>,
	meeting: Meeting
): LoggedEvent {
	const now = meeting.comments.find((comment) => comment.id === event.comment);
	return now?.status === 'withdrawn' ? { ...event, text: '' } : event;
}

/** What its author took back is read no more (RE4). */
function withoutWithdrawnRemark(event: LoggedEvent, isWithdrawn: boolean): LoggedEvent {
	return isWithdrawn && 'text' in event && event.text !== undefined ? { ...event, text: '' } : event;
}

function hidden({ seq, at }: LoggedEvent): LoggedEvent {
	return { seq, at, by: '', type: 'hidden' };
}
