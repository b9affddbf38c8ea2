/**
 * The record of an ended meeting: one value, made from its log up to the seal and from its texts, which the end
 * froze, so that whoever makes it, whenever, makes the same. Until the seal it is made anew with what comes after
 * the end (SE3).
 */
import type { Access } from '../access/access.ts';
import type { DocumentName } from '../access/contract.ts';
import type { Adopted } from '../adoption/adopted.ts';
import type { Signature } from '../adoption/adoption.ts';
import type { ClosedPart } from '../closed/closed.ts';
import { seconds, type AgendaItem } from '../agenda/agenda.ts';
import type { Amendment } from '../amendments/amendments.ts';
import type { Comment } from '../comments/comments.ts';
import type { BlockNode } from '../documents/html.ts';
import type { Debrief } from '../debrief/debrief.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { LoggedEvent, Setup } from '../meeting/contract.ts';
import { sheetReading, sitting, type Meeting } from '../meeting/state.ts';
import type { Assignment, Written } from '../opinions/opinions.ts';
import type { Paper } from '../papers/papers.ts';
import type { Person } from '../people/roster.ts';
import type { Preparation } from '../preparation/contract.ts';
import { attendanceState, type AttendanceState } from '../rollcall/attendance.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Leave, Stay } from '../rollcall/rollcall.ts';
import type { Scores } from '../scoring/scoring.ts';
import { secondsSpoken, type Request, type Turn } from '../speaking/speaking.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { Vote } from '../vote/vote.ts';
import { isPrivate } from '../meeting/shown.ts';
import { figures, type Figures } from './figures.ts';
import type { PaperTexts } from './paper-figures.ts';

export interface MeetingRecord {
	readonly format: 'record/1';
	/** The last event that it tells of: the seal, or the newest while there is none. */
	readonly seq: number;
	/** When and by whom the record was closed; null until then. */
	readonly sealed: { readonly at: Instant; readonly by: PersonId } | null;
	/** Moments are milliseconds since 1970. */
	readonly meeting: Omit<
		Setup,
		'people' | 'items' | 'clauses' | 'preparation' | 'rules' | 'template' | 'previousTasks'
	> & {
		readonly noticeAt: Instant | null;
		readonly openedAt: Instant | null;
		readonly endedAt: Instant | null;
		readonly minuteTaker: PersonId | null;
	};
	readonly setup: { readonly rules: Setup['rules']; readonly template: string | null };
	readonly people: readonly Person[];
	readonly attendance: readonly PersonAttendance[];
	readonly items: readonly (AgendaItem & { readonly title: string; readonly seconds: number })[];
	readonly floor: {
		readonly requests: readonly Request[];
		readonly turns: readonly (Turn & { readonly seconds: number })[];
	};
	readonly access: Access & { readonly changes: readonly LoggedEvent[] };
	readonly amendments: readonly Amendment[];
	readonly comments: readonly Comment[];
	readonly votes: readonly Vote[];
	readonly tasks: Tasks;
	readonly preparation: Preparation;
	readonly papers: readonly Paper[];
	readonly opinions: {
		/** What was prepared stays with who prepared it. */
		readonly assigned: readonly Omit<Assignment, 'draft'>[];
		readonly written: readonly Written[];
	};
	readonly documents: Readonly<Record<DocumentName, RecordedDocument>>;
	/** What was written while the session was closed, apart from the open texts: not for who was outside. */
	readonly closed: readonly (ClosedPart & { readonly document: RecordedDocument })[];
	/** The minutes word for word as the cell adopted them; null where it did not. */
	readonly adopted: Adopted | null;
	/** Of chair and minute taker, on the adopted minutes. */
	readonly signatures: readonly Signature[];
	/** Of the papers that were issued (INV-15). */
	readonly numbers: Numbers;
	/** Of observers' sheets those that are published (SC7). */
	readonly scores: Scores;
	readonly debrief: Debrief | null;
	readonly events: readonly LoggedEvent[];
	readonly figures: Figures;
}

export interface PersonAttendance {
	readonly person: PersonId;
	/** Null for observers. */
	readonly state: AttendanceState | null;
	readonly stays: readonly Stay[];
	readonly leaves: readonly Leave[];
}

export interface RecordedDocument {
	/** Committed batches. */
	readonly seq: number;
	/** Of the RFC 8785 form of the structure, as `GET /api/v1/meetings/:id/state` gives it. */
	readonly sha256: string;
	readonly blocks: readonly RecordedBlock[];
	/** The Yjs state, base64. */
	readonly state: string;
}

export interface RecordedBlock {
	readonly id: string;
	/** What people call it: an item's number, a clause's label; null where it has none. */
	readonly label: string | null;
	/** The title of the item that it belongs to. */
	readonly title: string | null;
	/** Plain words, facts left out. */
	readonly text: string;
	/** With the words of the facts, as they were at the end. */
	readonly html: string;
	readonly content: readonly BlockNode[];
}

export interface RecordedTexts {
	readonly open: MeetingRecord['documents'];
	readonly closed: MeetingRecord['closed'];
	readonly adopted: MeetingRecord['adopted'];
}

/**
 * @param events  up to the seal, and nothing after it
 * @param title   the words of an item
 * @param scores  what the cell may read of them
 */
export function recordOf(
	meeting: Meeting,
	events: readonly LoggedEvent[],
	{ open, closed, adopted }: RecordedTexts,
	title: (item: string) => string,
	texts: PaperTexts,
	scores: Scores = published(meeting)
): MeetingRecord {
	const { rules, template, ...setup } = meeting.setup;
	const { chair, facilitator, minuteTaker, noticeAt, openedAt, endedAt, access, floor, seal } = meeting;
	const end = endedAt ?? 0;
	return {
		format: 'record/1',
		seq: events.length,
		sealed: seal && { at: seal.at, by: seal.by },
		meeting: { ...setup, chair, facilitator, minuteTaker, noticeAt, openedAt, endedAt },
		setup: { rules, template },
		people: Object.values(meeting.people),
		attendance: Object.values(meeting.people).map((person) => attendanceOf(meeting, person)),
		items: meeting.agenda.items.map((item) => ({
			...item,
			title: title(item.id),
			seconds: seconds(item, end)
		})),
		floor: { ...floor, turns: floor.turns.map((turn) => ({ ...turn, seconds: secondsSpoken(turn, end) })) },
		access: { ...access, changes: events.filter(({ type }) => type.startsWith('access.')) },
		amendments: meeting.amendments,
		tasks: meeting.tasks,
		comments: meeting.comments.map(withoutChairsOwn),
		votes: meeting.votes,
		preparation: meeting.preparation,
		papers: meeting.papers,
		opinions: {
			assigned: meeting.opinions.assigned.map(({ draft: _, ...asked }) => asked),
			written: meeting.opinions.written
		},
		documents: open,
		closed,
		adopted,
		signatures: meeting.adoption.signatures,
		numbers: meeting.numbers,
		scores,
		debrief: meeting.debrief,
		events: withoutPrivate(events.map((event) => withoutOwn(meeting, event))),
		figures: figures(meeting, events, texts, scores)
	};
}

function published(meeting: Meeting): Scores {
	return sheetReading(meeting).isPublished ? meeting.scores : { ...meeting.scores, observers: {} };
}

function attendanceOf(meeting: Meeting, person: Person): PersonAttendance {
	const { stays, leaves } = meeting.rollcall;
	return {
		person: person.id,
		state: person.kind === 'member' ? attendanceState(sitting(meeting), person) : null,
		stays: stays[person.id] ?? [],
		leaves: leaves[person.id] ?? []
	};
}

/**
 * What observers remarked belongs to their debrief, which comes after the end, and their notebooks to nobody
 * else (RE3, RE7): the record has the numbers of the remarks, and of their events only that there was one.
 */
function withoutPrivate(events: readonly LoggedEvent[]): LoggedEvent[] {
	return events.map((event) =>
		isPrivate(event) ? { seq: event.seq, at: event.at, by: '', type: 'hidden' } : event
	);
}

/** What was written for the chair alone is in no record, which the committee reads (CO6). */
function withoutChairsOwn(comment: Comment): Comment {
	if (comment.to !== 'chair') return comment;
	const { passage: _, reply: __, ...rest } = comment;
	return { ...rest, text: '', replies: comment.replies.map((reply) => ({ ...reply, text: '' })) };
}

/** Nor what its author took back (CO5, OP9), nor an opinion that was prepared and kept (OP3). */
function withoutOwn({ comments, opinions }: Meeting, event: LoggedEvent): LoggedEvent {
	const found = 'comment' in event ? comments.find(({ id }) => id === event.comment) : undefined;
	switch (event.type) {
		case 'opinion.prepared': {
			const { text: _, ...rest } = event;
			return rest;
		}
		case 'opinion.sent':
			return opinions.written.some(({ id, withdrawn }) => id === event.opinion && withdrawn)
				? { ...event, text: '' }
				: event;
		case 'comment.posted': {
			if (found?.status !== 'withdrawn' && found?.to !== 'chair') return event;
			const { passage: _, ...rest } = event;
			return { ...rest, text: '' };
		}
		case 'comment.replied': {
			const now = found?.replies.find(({ id }) => id === event.reply)?.text;
			return now === '' || found?.to === 'chair' ? { ...event, text: '' } : event;
		}
		case 'comment.handled': {
			if (found?.to !== 'chair') return event;
			const { reply: _, ...rest } = event;
			return rest;
		}
		default:
			return event;
	}
}
