import { find } from '../comments/comments.ts';
import type { Comment } from '../comments/contract.ts';
import { isReadable } from '../comments/readers.ts';
import type { PersonId } from '../kernel/decider.ts';
import { isInMinutes } from '../opinions/opinions.ts';
import { partAround } from '../closed/closed.ts';
import { readsRemark } from '../remarks/readers.ts';
import { isOutsideOf, keptBy, publicAfterwards } from './closed-events.ts';
import { find as findPaper, isFor } from '../papers/papers.ts';
import { isRecorder } from '../people/may.ts';
import type { LoggedEvent } from './contract.ts';
import { isInDebrief, leads, readerOf, seesAsObserver, supervises } from './readers.ts';
import { readsSheet } from '../scoring/readers.ts';
import { house, reading, sheetReading, type Meeting } from './state.ts';

/** Who looks. The wall and devices in the lobby are no persons of the meeting. */
export interface Viewer {
	readonly person: PersonId | null;
	/** The account of the device, to recognise its own request in the lobby. */
	readonly device: string;
}

type Of<Type extends LoggedEvent['type']> = Extract<LoggedEvent, { type: Type }>;

/**
 * The event as this viewer may see it: redacted where it must be, never dropped, so that the numbers have
 * no gaps. Rights are those of `meeting` now, not of then.
 */
export function shown(event: LoggedEvent, viewer: Viewer, meeting: Meeting): LoggedEvent {
	const part = partAround(meeting.closed, event.seq);
	const keeping = part ?? keptBy(event, meeting);
	if (!keeping || !isOutsideOf(keeping, viewer, meeting)) return openly(event, viewer, meeting);
	const told = part && part.to !== null ? publicAfterwards(event, part, meeting) : null;
	const seen = told ?? ownOutside(event, viewer);
	return seen ? openly(seen, viewer, meeting) : hidden(event);
}

/** As if no part of the meeting were ever closed. */
function openly(event: LoggedEvent, viewer: Viewer, meeting: Meeting): LoggedEvent {
	const isOwn = viewer.person !== null && (event.by === viewer.person || event.for === viewer.person);
	const desk = viewer.person !== null && isRecorder(house(meeting), viewer.person);
	switch (event.type) {
		case 'command.refused':
			return desk || isOwn ? event : hidden(event);
		case 'leave.requested':
			return desk || isOwn || viewer.person === event.member ? event : { ...event, reason: { code: '' } };
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
		case 'score.submitted':
			return event.as === 'self' || readsSheet(sheetReading(meeting), viewer.person, event.person)
				? event
				: hidden(event);
		case 'debrief.joined':
		case 'debrief.stated':
		case 'debrief.unified':
		case 'debrief.remedied':
		case 'debrief.withdrawn':
			return isInDebrief(meeting, viewer.person) ? event : hidden(event);
		case 'comment.posted':
		case 'comment.replied':
		case 'comment.handled':
			return comment(event, viewer, meeting);
		case 'comment.withdrawn':
			return withdrawn(event, viewer, meeting);
		case 'paper.published':
		case 'paper.attached':
		case 'paper.opened':
			return paper(event, viewer, meeting);
		case 'opinion.assigned':
		case 'opinion.unassigned':
		case 'opinion.prepared':
		case 'opinion.sent':
		case 'opinion.read-out':
		case 'opinion.quoted':
			return opinion(event, viewer, meeting);
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
		case 'join.shared':
		case 'join.used':
			return desk || ('device' in event && event.device === viewer.device) ? event : hidden(event);
		case 'news.marked': {
			const isObserver = viewer.person !== null && meeting.people[viewer.person]?.kind === 'observer';
			return isObserver || (viewer.person !== null && leads(meeting, viewer.person)) ? event : hidden(event);
		}
		case 'commitment.brought':
		case 'commitment.reviewed':
			return viewer.person !== null && (viewer.person === event.member || leads(meeting, viewer.person))
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
export function isPrivate(event: LoggedEvent): boolean {
	const { type } = event;
	return (
		type.startsWith('commitment.') ||
		type.startsWith('remark.') ||
		type.startsWith('notebook.') ||
		(event.type === 'score.submitted' && event.as === 'observer') ||
		type.startsWith('checklist.')
	);
}

/** What somebody outside did themselves, or what their device waits for. */
function ownOutside(event: LoggedEvent, viewer: Viewer): LoggedEvent | null {
	const isOwn = viewer.person !== null && event.by === viewer.person;
	const isOfDevice = 'device' in event && event.device === viewer.device;
	return isOwn || isOfDevice ? event : null;
}

/** Whether every viewer sees this event alike, so that one packet serves all. */
export function isForEverybody(event: LoggedEvent, meeting: Meeting): boolean {
	if (partAround(meeting.closed, event.seq) || keptBy(event, meeting)) return false;
	switch (event.type) {
		case 'command.refused':
		case 'leave.requested':
		case 'paper.opened':
		case 'opinion.assigned':
		case 'opinion.unassigned':
		case 'opinion.prepared':
		case 'opinion.sent':
		case 'opinion.read-out':
		case 'opinion.quoted':
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
		case 'join.shared':
		case 'join.used':
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
		case 'debrief.joined':
		case 'debrief.stated':
		case 'debrief.unified':
		case 'debrief.remedied':
		case 'debrief.withdrawn':
			return false;
		case 'score.submitted':
			return event.as === 'self';
		case 'hands.counted':
			return event.teller === null;
		case 'paper.published':
		case 'paper.attached':
			return findPaper(meeting.papers, event.paper)?.restricted === false;
		case 'comment.posted':
		case 'comment.replied':
		case 'comment.handled':
			return isOpenToAll(find(meeting.comments, event.comment), meeting);
		default:
			return true;
	}
}

/** A member's, on what everybody sees, to everybody: nothing of it is or was ever kept from anybody. */
function isOpenToAll(found: Comment | undefined, { people }: Meeting): boolean {
	return (
		found !== undefined &&
		found.to === 'all' &&
		found.on.kind !== 'paper' &&
		found.status !== 'withdrawn' &&
		people[found.person]?.kind === 'member'
	);
}

/** CO2, CO5, CO6, CO7 */
function comment(
	event: Of<'comment.posted' | 'comment.replied' | 'comment.handled'>,
	{ person }: Viewer,
	meeting: Meeting
): LoggedEvent {
	const found = find(meeting.comments, event.comment);
	const reader = readerOf(meeting, person);
	if (!found || !isReadable(found, reader)) return hidden(event);
	switch (event.type) {
		case 'comment.posted':
			return found.status === 'withdrawn' ? withoutWords(event) : event;
		case 'comment.replied':
			return found.replies.some(({ id, text }) => id === event.reply && text === '')
				? { ...event, text: '' }
				: event;
		case 'comment.handled': {
			// A page that was told nothing of it so far is given it whole, as it stands now.
			const wasKept = meeting.people[found.person]?.kind === 'observer';
			return wasKept && !isReadable({ ...found, held: true }, reader) ? { ...event, released: found } : event;
		}
	}
}

function withoutWords(event: Of<'comment.posted'>): LoggedEvent {
	const { passage: _, ...rest } = event;
	return { ...rest, text: '' };
}

/** Of a comment that somebody may not read, not even its end is told. */
function withdrawn(event: Of<'comment.withdrawn'>, { person }: Viewer, meeting: Meeting): LoggedEvent {
	const found = meeting.comments.find(
		({ id, replies }) => id === event.comment || replies.some((reply) => reply.id === event.comment)
	);
	return found && isReadable(found, readerOf(meeting, person)) ? event : hidden(event);
}

/** PA2, PA3 */
function paper(
	event: Of<'paper.published' | 'paper.attached' | 'paper.opened'>,
	{ person }: Viewer,
	meeting: Meeting
): LoggedEvent {
	const found = findPaper(meeting.papers, event.paper);
	const sees = found !== undefined && isFor(found, seesAsObserver(meeting, person));
	switch (event.type) {
		case 'paper.published':
			return sees ? event : { ...event, title: '' };
		case 'paper.attached':
			return sees ? event : hidden(event);
		case 'paper.opened':
			return event.person === person || leads(meeting, person) ? event : hidden(event);
	}
}

/** OP3, OP4 */
function opinion(
	event: Of<`opinion.${'assigned' | 'unassigned' | 'prepared' | 'sent' | 'read-out' | 'quoted'}`>,
	viewer: Viewer,
	meeting: Meeting
): LoggedEvent {
	const { person } = viewer;
	const isLeading = leads(meeting, person);
	const follows = supervises(meeting, person);
	switch (event.type) {
		case 'opinion.assigned':
		case 'opinion.unassigned':
			return isLeading || follows || event.to === person ? event : hidden(event);
		case 'opinion.prepared': {
			if (event.person === person) return event;
			const { text: _, ...rest } = event;
			return isLeading || follows ? rest : hidden(event);
		}
		case 'opinion.sent': {
			const isOwn = person !== null && [event.person, event.by].includes(person);
			const found = meeting.opinions.written.find(({ id }) => id === event.opinion);
			const isTold =
				found !== undefined &&
				isInMinutes(found) &&
				!meeting.closed.some((part) => part.inside.includes(found.id) && isOutsideOf(part, viewer, meeting));
			return (isLeading || isOwn || isTold) && !found?.withdrawn ? event : { ...event, text: '' };
		}
		case 'opinion.read-out':
		case 'opinion.quoted': {
			const text = meeting.opinions.written.find(({ id }) => id === event.opinion)?.text;
			return text ? { ...event, text } : event;
		}
	}
}

/** What its author took back is read no more (RE4). */
function withoutWithdrawnRemark(event: LoggedEvent, isWithdrawn: boolean): LoggedEvent {
	return isWithdrawn && 'text' in event && event.text !== undefined ? { ...event, text: '' } : event;
}

function hidden({ seq, at }: LoggedEvent): LoggedEvent {
	return { seq, at, by: '', type: 'hidden' };
}
