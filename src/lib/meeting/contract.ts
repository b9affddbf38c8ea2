/**
 * The whole protocol of a meeting: every command a client may send, every event the log may hold.
 * Features bring their own; here they are joined. Adding a feature means naming it here, in state.ts, decide.ts and evolve.ts.
 */
import * as v from 'valibot';
import * as Access from '../access/contract.ts';
import * as Adoption from '../adoption/contract.ts';
import * as Agenda from '../agenda/contract.ts';
import * as Amendments from '../amendments/contract.ts';
import * as Ceremony from '../ceremony/contract.ts';
import * as Closed from '../closed/contract.ts';
import * as Clauses from '../clauses/contract.ts';
import * as Comments from '../comments/contract.ts';
import * as Commitments from '../commitments/contract.ts';
import * as Conclusions from '../conclusions/contract.ts';
import * as Debrief from '../debrief/contract.ts';
import { Count, Id, Line, Minutes, Moment, Name, Seconds, prose } from '../kernel/schema.ts';
import type { Written } from '../documents/woven.ts';
import type { Logged } from '../kernel/decider.ts';
import * as Lobby from '../lobby/contract.ts';
import * as MinutesOf from '../minutes/contract.ts';
import * as News from '../news/contract.ts';
import type * as Numbers from '../numbers/contract.ts';
import { PROTOCOL_NUMBER } from './protocol.ts';
import * as People from '../people/contract.ts';
import * as Remarks from '../remarks/contract.ts';
import * as Reports from '../reports/contract.ts';
import * as Opinions from '../opinions/contract.ts';
import * as Papers from '../papers/contract.ts';
import * as PreparationOf from '../preparation/contract.ts';
import * as Rollcall from '../rollcall/contract.ts';
import * as Scoring from '../scoring/contract.ts';
import * as Seal from '../seal/contract.ts';
import * as Speaking from '../speaking/contract.ts';
import * as Tasks from '../tasks/contract.ts';
import * as Vote from '../vote/contract.ts';
import * as Wall from '../wall/contract.ts';

export const MeetingType = v.picklist(['regular', 'thematic', 'combined']);

/** A rule profile as it was on the day, copied into the meeting (INV-14, S0-16). */
export const Rules = v.strictObject({
	profile: Line,
	attendance: v.strictObject({
		operator: v.picklist(['>=', '>']),
		percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
		noUnexcused: v.boolean()
	}),
	minimumMinutes: Minutes,
	/** Hours before the planned start at which the last paper must be out. */
	postBeforeHours: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))),
	/** Days after the end within which what came of it must be out. */
	postAfterDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
	voteBase: v.picklist(['list', 'list-minus-excused']),
	/** The frame and overlay that the meeting is scored on (SC1). */
	scoring: v.optional(Scoring.Frame)
});

/** The plan of model meetings that this one belongs to, and how far it had come before (S2-15, S3-4). */
export const Programme = v.strictObject({
	plan: Line,
	wave: Line,
	coverageBefore: v.strictObject({ done: Count, total: Count })
});

/** All that is settled when a meeting is made. Words (titles, clause texts) go into the documents instead. */
export const Setup = v.strictObject({
	id: Id,
	cell: v.strictObject({ id: Id, name: Line, upper: Line }),
	type: MeetingType,
	model: v.boolean(),
	topic: v.nullable(prose(4000)),
	/** `2026-11` */
	month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
	plannedStart: Moment,
	place: Line,
	template: v.nullable(v.pipe(v.string(), v.maxLength(64))),
	rules: Rules,
	onlineCounts: v.boolean(),
	chair: Id,
	facilitator: v.nullable(Id),
	speakLimitSeconds: v.nullable(Seconds),
	access: Access.Preset,
	people: v.pipe(v.array(People.Person), v.maxLength(5000)),
	items: v.pipe(v.array(Agenda.Item), v.minLength(1), v.maxLength(1000)),
	clauses: v.pipe(v.array(Clauses.Clause), v.maxLength(2000)),
	/** `Số 11-NQ/CB`, and of the minutes `Số 23-BB/CB`, as planned: the first of a term goes on from it (NU5). */
	resolutionNumber: v.nullable(Line),
	minutesNumber: v.optional(Line),
	previousTasks: v.optional(v.pipe(v.array(Tasks.PreviousTask), v.maxLength(2000)), []),
	programme: v.optional(v.nullable(Programme), null),
	preparation: v.optional(PreparationOf.Preparation)
});
export type Setup = v.InferOutput<typeof Setup>;

const Own = [
	v.strictObject({ type: v.literal('notice.send') }),
	v.strictObject({ type: v.literal('meeting.open') }),
	/** `override`: why it ends although a task is lacking (TA4). */
	v.strictObject({ type: v.literal('meeting.end'), override: v.optional(prose(4000)) }),
	/** Takes back what the sender did: the act of which the event `seq` is one. */
	v.strictObject({ type: v.literal('act.undo'), seq: v.pipe(v.number(), v.integer(), v.minValue(1)) })
] as const;

export const Command = v.variant('type', [
	...Own,
	...People.Command,
	...Access.Command,
	...Agenda.Command,
	...Rollcall.Command,
	...Speaking.Command,
	...Comments.Command,
	...Conclusions.Command,
	...Clauses.Command,
	...Amendments.Command,
	...Closed.Command,
	...MinutesOf.Command,
	...Adoption.Command,
	...Papers.Command,
	...Opinions.Command,
	...PreparationOf.Command,
	...Vote.Command,
	...News.Command,
	...Reports.Command,
	...Commitments.Command,
	...Ceremony.Command,
	...Wall.Command,
	...Lobby.Command,
	...Tasks.Command,
	...Remarks.Command,
	...Seal.Command,
	...Scoring.Command,
	...Debrief.Command
]);
export type Command = v.InferOutput<typeof Command>;

/** A command with the id its client gave it: unique per person and meeting, so it happens once (P2). */
export const CommandId = Id;

export type Event =
	| { type: 'meeting.created'; setup: Setup }
	| { type: 'notice.sent' }
	| { type: 'meeting.opened' }
	| { type: 'meeting.ended'; override?: string }
	/** These events were taken back: what follows from the log is as if they had not been. */
	| { type: 'act.undone'; seqs: number[] }
	| { type: 'command.refused'; do: Command['type']; code: Refusal }
	/** What this viewer may not see; keeps the numbers without gaps. */
	| { type: 'hidden' }
	| People.Event
	| Access.Event
	| Agenda.Event
	| Rollcall.Event
	| Speaking.Event
	| Comments.Event
	| Conclusions.Event
	| Clauses.Event
	| Amendments.Event
	| Closed.Event
	| MinutesOf.Event
	| Adoption.Event
	| Papers.Event
	| Opinions.Event
	| PreparationOf.Event
	| Vote.Event
	| News.Event
	| Reports.Event
	| Commitments.Event
	| Ceremony.Event
	| Wall.Event
	| Lobby.Event
	| Tasks.Event
	| Remarks.Event
	| Seal.Event
	| Numbers.Event
	| Scoring.Event
	| Debrief.Event;

export type LoggedEvent = Logged<Event>;

/** Refusals that come before those of a feature, in this order (script, section 5). */
export type GeneralRefusal =
	Seal.Refusal | 'wrong-phase' | 'not-assistant' | 'observer' | 'probationary' | 'not-chair' | 'not-allowed';

export type UndoRefusal = 'not-allowed' | 'not-undoable' | 'too-late' | 'something-followed';

export type Refusal =
	| GeneralRefusal
	| 'tasks-incomplete'
	| People.Refusal
	| Access.Refusal
	| Agenda.Refusal
	| Rollcall.Refusal
	| Speaking.Refusal
	| Comments.Refusal
	| Conclusions.Refusal
	| UndoRefusal
	| Clauses.Refusal
	| Amendments.Refusal
	| Closed.Refusal
	| MinutesOf.Refusal
	| Adoption.Refusal
	| Papers.Refusal
	| Opinions.Refusal
	| PreparationOf.Refusal
	| Vote.Refusal
	| News.Refusal
	| Reports.Refusal
	| Commitments.Refusal
	| Ceremony.Refusal
	| Wall.Refusal
	| Lobby.Refusal
	| Tasks.Refusal
	| Remarks.Refusal
	| Scoring.Refusal
	| Debrief.Refusal;

/** Answers that leave no trace in the log. */
export type Untraced = 'too-fast' | 'unavailable' | 'malformed';

export type Answer = { ok: true; seq: number } | { ok: false; code: Refusal | Untraced };

/**
 * Plain text of one block of a document, after its commit; `seq` is the document's. What the facts in it say is
 * not in it but where they stand: who reads it has the facts, as far as they may know them, and so a corrected
 * count corrects it without being sent again.
 */
export interface TextOfBlock extends Written {
	document: Access.AnyDocument;
	seq: number;
	block: string;
	/** The words that the screens of the hall have, for the desk, which has the newest words as well (wall, WA5). */
	onWall?: true;
}

export interface ClientToServer {
	command: (command: unknown, answer: (answer: Answer) => void) => void;
	/** A screen of the hall tells what it has drawn (`Wall.Receipt`). */
	drawn: (receipt: unknown) => void;
}

export interface ServerToClient {
	/** `now` is the server's domain clock, for countdowns. */
	events: (batch: { now: number; events: LoggedEvent[] }) => void;
	text: (block: TextOfBlock) => void;
	/** For the desk: the screens of the hall, and what each has drawn. */
	screens: (screens: readonly Wall.ScreenStatus[]) => void;
}

/** What the Socket.IO handshake must carry in `auth`. */
export const Handshake = v.object({
	meeting: Id,
	since: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** By text: the `seq` of the words that the page has, to be told what changed since; left out by who shows none. */
	texts: v.optional(v.record(Access.AnyDocument, v.pipe(v.number(), v.integer(), v.minValue(0)))),
	protocol: v.literal(PROTOCOL_NUMBER)
});
export type Handshake = v.InferOutput<typeof Handshake>;

export { Name };
