/** What of a closed part's events whoever waited outside may see, once it is over (`closed/RULES.md`, CS4). */
import { isInside, type ClosedPart } from '../closed/closed.ts';
import { ceremonyOf } from './closed-beginnings.ts';
import { unreachable, type PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from './contract.ts';
import type { Meeting } from './state.ts';

export function isOutsideOf(
	part: ClosedPart,
	{ person }: { readonly person: PersonId | null },
	{ people }: Pick<Meeting, 'people'>
): boolean {
	return !isInside(part, person === null ? undefined : people[person]);
}

/**
 * - `public`: tells what the meeting has in public again.
 * - `inside`: was said, written or done inside, and stays there.
 * - `thing`: public where what it is about began before the part or outlived it, and holds no words of its own.
 * - `facts`: the same, with the words that were written inside left out.
 * - `question`: public about an open text, or where the question began before.
 * - `comment`: what became of a comment from before.
 * - `screen`: public but for a message that was typed inside.
 */
type Fate = 'public' | 'inside' | 'thing' | 'facts' | 'question' | 'comment' | 'screen';

/** Every kind of event there is: a new one does not compile, nor pass its test, until it is named here. */
export const FATES = {
	'meeting.created': 'public',
	'notice.sent': 'public',
	'meeting.opened': 'public',
	'meeting.ended': 'public',
	'act.undone': 'public',
	'record.sealed': 'public',
	'record.kept': 'public',
	'number.given': 'public',
	'command.refused': 'inside',
	hidden: 'inside',

	'chair.handed-over': 'public',
	'facilitator.appointed': 'public',
	'minute-taker.appointed': 'public',
	'roster.changed': 'public',
	'access.preset-chosen': 'public',
	'access.role-changed': 'public',
	'access.person-changed': 'public',
	'join.claimed': 'public',
	'join.knocked': 'public',
	'join.confirmed': 'public',
	'join.refused': 'public',
	'join.revoked': 'public',
	'join.shared': 'public',
	'join.used': 'public',

	'item.started': 'public',
	'item.ended': 'public',
	'item.skipped': 'public',
	'item.added': 'public',
	'item.changed': 'public',
	'item.moved': 'public',
	'item.removed': 'public',
	'item.concluded': 'inside',

	'attendance.checked-in': 'public',
	'attendance.left': 'public',
	'attendance.retracted': 'public',
	'leave.requested': 'public',
	'leave.decided': 'public',
	'observer.joined': 'public',
	'observer.left': 'public',

	'floor.requested': 'thing',
	'floor.withdrawn': 'thing',
	'floor.granted': 'thing',
	'floor.deferred': 'thing',
	'floor.attached': 'thing',
	'floor.corrected': 'thing',
	'floor.moved': 'thing',
	'floor.policy-chosen': 'public',
	'floor.limited': 'public',
	'floor.grouped': 'public',
	'floor.not-reached': 'thing',
	'floor.paused': 'public',
	'floor.resumed': 'public',
	'floor.extended': 'public',
	'floor.ended': 'thing',

	'comment.posted': 'inside',
	'comment.replied': 'inside',
	'comment.handled': 'comment',
	'comment.withdrawn': 'comment',

	'closed.begun': 'public',
	'closed.ended': 'public',

	'clause.added': 'public',
	'clause.removed': 'public',
	'text.edited': 'public',
	'clause.filled': 'public',
	'amendment.proposed': 'thing',
	'amendment.settled': 'thing',
	'minutes.noted': 'inside',
	'minutes.corrected': 'inside',
	'minutes.reading': 'public',
	'minutes.agreed': 'public',
	'minutes.correction-asked': 'inside',
	'minutes.correction-settled': 'inside',
	'minutes.quoted': 'comment',
	'minutes.signed': 'public',

	'paper.published': 'inside',
	'paper.attached': 'thing',
	'paper.opened': 'thing',
	'opinion.assigned': 'inside',
	'opinion.unassigned': 'inside',
	'opinion.prepared': 'inside',
	'opinion.sent': 'inside',
	'opinion.read-out': 'inside',
	'opinion.quoted': 'inside',
	'opinion.withdrawn': 'public',
	'question.added': 'inside',
	'question.removed': 'thing',
	'committee.recorded': 'inside',
	'committee.erased': 'public',

	'vote.put': 'question',
	'vote.opened': 'question',
	'ballot.recorded': 'question',
	'papers.issued': 'question',
	'papers.counted': 'question',
	'hands.counted': 'question',
	'hands.compared': 'question',
	'vote.closed': 'question',
	'vote.cancelled': 'question',
	'vote.voided': 'question',
	'vote.reserved': 'inside',

	'news.added': 'inside',
	'news.changed': 'inside',
	'news.removed': 'thing',
	'news.marked': 'inside',
	'report.asked': 'inside',
	'report.given': 'inside',
	'report.dropped': 'thing',
	'commitment.brought': 'inside',
	'commitment.reviewed': 'inside',
	'ceremony.planned': 'inside',
	'ceremony.dropped': 'thing',
	'ceremony.stepped': 'thing',

	'projection.shown': 'screen',
	'wall.queued': 'screen',
	'wall.unqueued': 'screen',
	'wall.moved': 'screen',
	'wall.paged': 'screen',
	'wall.sized': 'screen',
	'wall.wording-chosen': 'screen',
	'text.published': 'screen',
	'wall.led': 'screen',
	'wall.pinned': 'screen',

	'task.assigned': 'inside',
	'task.changed': 'facts',
	'task.removed': 'thing',
	'task.reviewed': 'facts',

	'score.submitted': 'facts',
	'debrief.opened': 'public',
	'debrief.joined': 'public',
	'debrief.stated': 'public',
	'debrief.unified': 'public',
	'debrief.remedied': 'public',
	'debrief.withdrawn': 'public',
	'debrief.closed': 'public',

	'remark.posted': 'inside',
	'remark.changed': 'inside',
	'remark.withdrawn': 'inside',
	'notebook.written': 'inside',
	'notebook.erased': 'inside',
	'checklist.ticked': 'inside'
} as const satisfies Record<LoggedEvent['type'], Fate>;

/** @returns null for what stays inside for ever; consistent with all that is shown of before and after */
export function publicAfterwards(event: LoggedEvent, part: ClosedPart, meeting: Meeting): LoggedEvent | null {
	const fate = FATES[event.type];
	switch (fate) {
		case 'public':
			return event;
		case 'inside':
			return null;
		case 'thing':
			return beganInside(event, part) ? null : event;
		case 'facts':
			return beganInside(event, part) ? null : withoutWords(event);
		case 'question':
			return ofQuestion(event, part, meeting);
		case 'comment':
			return ofComment(event, part);
		case 'screen':
			return hasMessage(event) ? null : event;
		default:
			return unreachable(fate);
	}
}

/** The part, over by now, inside which what this event is about began, and which keeps it; absent for all others. */
export function keptBy(event: LoggedEvent, meeting: Meeting): ClosedPart | undefined {
	return meeting.closed.find(
		(part) =>
			part.lastSeq !== null &&
			part.lastSeq < event.seq &&
			beganInside(event, part) &&
			('vote' in event ? ofQuestion(event, part, meeting) === null : true)
	);
}

function beganInside(event: LoggedEvent, { inside }: ClosedPart): boolean {
	return thingsOf(event).some((id) => inside.includes(id));
}

const NAMED = [
	'request',
	'turn',
	'note',
	'correction',
	'vote',
	'amendment',
	'before',
	'paper',
	'news',
	'report',
	'task'
];

/** The things that an event is about. */
function thingsOf(event: LoggedEvent): string[] {
	// A comment may name what it became, which is not what is told of it.
	if ('comment' in event) return [event.comment];
	// Turns name a question, too, and are not about it.
	if (event.type === 'question.removed') return [event.question];
	if (event.type === 'ceremony.dropped' || event.type === 'ceremony.stepped') return [ceremonyOf(event.item)];
	const fields = event as Partial<Record<string, unknown>>;
	return NAMED.map((name) => fields[name]).filter((id) => typeof id === 'string');
}

/** State, percent, owner and deadline of a task from before are facts of it; what was said to it inside is not. */
function withoutWords(event: LoggedEvent): LoggedEvent {
	switch (event.type) {
		case 'task.changed': {
			const { words: _, reportAt: __, ...rest } = event;
			return rest;
		}
		case 'task.reviewed': {
			const { result: _, cause: __, ...rest } = event;
			return rest;
		}
		case 'score.submitted':
			return { ...event, note: null };
		default:
			return event;
	}
}

/** A message for the screens that was typed inside. */
function hasMessage(event: LoggedEvent): boolean {
	const slide = event.type === 'wall.pinned' ? event.slide : event;
	return slide !== null && 'message' in slide && typeof slide.message === 'string';
}

/** A question on an open text is about a public thing; any other that was put inside stays inside. */
function ofQuestion(event: LoggedEvent, part: ClosedPart, { votes }: Meeting): LoggedEvent | null {
	const isSecret = thingsOf(event).some((id) => {
		const subject = votes.find((vote) => vote.id === id)?.subject.kind;
		return part.inside.includes(id) && (subject === undefined || !OF_TEXTS.has(subject));
	});
	return isSecret ? null : event;
}

const OF_TEXTS: ReadonlySet<string> = new Set([
	'resolution',
	'minutes',
	'agenda',
	'amendment',
	'minute-taker'
]);

/** What became of a comment from before, without what was answered to it inside. */
function ofComment(event: LoggedEvent, { inside }: ClosedPart): LoggedEvent | null {
	if (!('comment' in event) || inside.includes(event.comment)) return null;
	if (event.type !== 'comment.handled') return event;
	const { reply: _, ...rest } = event;
	return rest;
}
