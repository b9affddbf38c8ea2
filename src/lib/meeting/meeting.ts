/**
 * The whole room as one value: what each feature keeps, and the few rules that join them. Server and
 * browsers fold the same events into it with this same code.
 */
import * as Access from '../access/access.ts';
import * as Agenda from '../agenda/agenda.ts';
import { standsOnce } from '../clauses/clauses.ts';
import * as Clauses from '../clauses/clauses.ts';
import * as Comments from '../comments/comments.ts';
import { happened, refused, unreachable, type Act, type Decision, type Instant, type ItemId, type PersonId } from '../kernel/decider.ts';
import * as Lobby from '../lobby/lobby.ts';
import * as Minutes from '../minutes/minutes.ts';
import { isCommittee, isRecorder, may, type House } from '../people/may.ts';
import * as Offices from '../people/offices.ts';
import type { Person, Roster } from '../people/roster.ts';
import { isInRoom, type Sitting } from '../rollcall/attendance.ts';
import * as Rollcall from '../rollcall/rollcall.ts';
import * as Speaking from '../speaking/speaking.ts';
import type { Target } from '../comments/contract.ts';
import type { Subject, Version } from '../vote/contract.ts';
import * as Vote from '../vote/vote.ts';
import * as Wall from '../wall/wall.ts';
import type { Command, Event, LoggedEvent, Refusal, Setup } from './contract.ts';
import { electorate } from './electorate.ts';

export interface Meeting {
	/** As it was made; offices, people, items and clauses have moved on since, in the fields below. */
	readonly setup: Omit<Setup, 'people' | 'items' | 'clauses'>;
	readonly phase: 'before' | 'running' | 'ended';
	readonly noticeAt: Instant | null;
	readonly openedAt: Instant | null;
	readonly endedAt: Instant | null;
	readonly chair: PersonId;
	readonly facilitator: PersonId | null;
	readonly minuteTaker: PersonId | null;
	readonly people: Roster;
	readonly access: Access.Access;
	readonly agenda: Agenda.Agenda;
	readonly rollcall: Rollcall.Rollcall;
	readonly floor: Speaking.Floor;
	readonly comments: Comments.Comments;
	readonly clauses: Clauses.Clauses;
	readonly notes: Minutes.Notes;
	readonly votes: Vote.Votes;
	readonly wall: Wall.Wall;
	readonly lobby: Lobby.Lobby;
}

/** What the server knows and the state does not. Every answer is of the instant `now`. */
export interface Facts {
	readonly now: Instant;
	/** The sender: a person of the meeting, or the account of a device that still waits in the lobby. */
	readonly by: PersonId;
	readonly device: string;
	/** Whether `code` is what the room's screen shows now. */
	readonly roomCode: (code: string) => boolean;
	/** The words of a clause, and of a note, as the server's own copy reads them, NFC. */
	readonly clauseText: (clause: string) => string;
	readonly noteText: (note: string) => string;
	readonly version: (subject: Subject) => Version | null;
	/** When the sender's connection was last lost; null when never. */
	readonly lostAt: Instant | null;
}

export type MeetingDecision = Decision<Event, Refusal>;

export function decide(meeting: Meeting, command: Command, facts: Facts): MeetingDecision {
	const onBehalfOf = 'for' in command ? command.for : undefined;
	const general = may(house(meeting), command.type, facts.by, onBehalfOf) ?? atTheDesk(meeting, command, facts);
	if (general) return refused(general);
	const act: Act = { now: facts.now, by: facts.by, who: onBehalfOf ?? facts.by };
	const decision = byFeature(meeting, command, act, facts);
	return 'refused' in decision ? decision : happened(...withConsequences(meeting, decision.events));
}

/** Marking somebody "at the desk" is the desk's, even among those who assist (script, `attendance.check-in`). */
function atTheDesk(meeting: Meeting, command: Command, { by }: Facts): Refusal | null {
	if (command.type !== 'attendance.check-in' || command.method !== 'desk') return null;
	return command.for !== undefined && (by === meeting.chair || by === meeting.facilitator) ? null : 'not-allowed';
}

function byFeature(meeting: Meeting, command: Command, act: Act, facts: Facts): MeetingDecision {
	const person = (id: PersonId) => meeting.people[id];
	const isPresent = (id: PersonId) => isInRoom(sitting(meeting), id);
	const itemExists = (id: ItemId) => Agenda.find(meeting.agenda, id) !== undefined;
	const runningItem = meeting.agenda.running;
	switch (command.type) {
		case 'notice.send':
			return happened({ type: 'notice.sent' });
		case 'meeting.open':
			return open(meeting);
		case 'meeting.end':
			return Vote.current(meeting.votes) ? refused('vote-already-open') : happened({ type: 'meeting.ended' });
		case 'chair.hand-over':
		case 'facilitator.appoint':
		case 'minutes.appoint':
		case 'observer.invite':
			return Offices.decide(command, { ...act, people: meeting.people });
		case 'access.preset':
		case 'access.role':
		case 'access.person':
			return Access.decide(meeting.access, command, { ...act, isKnown: (id) => person(id) !== undefined });
		case 'item.start':
		case 'item.skip':
		case 'item.add':
		case 'item.change':
		case 'item.move':
		case 'item.remove':
			return Agenda.decide(meeting.agenda, command, act);
		case 'attendance.check-in':
		case 'attendance.check-in-all':
		case 'attendance.leave':
		case 'attendance.retract':
		case 'leave.request':
		case 'leave.decide':
		case 'observer.join':
		case 'observer.leave':
			return Rollcall.decide(meeting.rollcall, command, { ...act, person, roomCode: facts.roomCode });
		case 'floor.request':
		case 'floor.withdraw':
		case 'floor.grant':
		case 'floor.defer':
		case 'floor.skip':
		case 'floor.move':
		case 'floor.invite':
		case 'floor.pause':
		case 'floor.resume':
		case 'floor.extend':
		case 'floor.end':
			return Speaking.decide(meeting.floor, command, {
				...act,
				person,
				isPresent,
				itemExists,
				runningItem,
				isChair: facts.by === meeting.chair,
				limitSeconds: Agenda.find(meeting.agenda, runningItem)?.speakLimitSeconds ?? meeting.setup.speakLimitSeconds
			});
		case 'comment.post':
		case 'comment.handle':
		case 'comment.withdraw':
			return Comments.decide(meeting.comments, command, {
				...act,
				person,
				isPresent,
				exists: (target) => targetExists(meeting, target),
				mayHandle: (target) => mayHandle(meeting, facts.by, target),
				lostAt: facts.lostAt
			});
		case 'clause.add':
		case 'clause.remove':
		case 'text.edit':
			return Clauses.decide(meeting.clauses, command, {
				...act,
				isFrozen: Vote.freezesResolution(meeting.votes),
				text: facts.clauseText
			});
		case 'minutes.write':
		case 'minutes.correct':
			return Minutes.decide(meeting.notes, command, { ...act, runningItem, itemExists, noteText: facts.noteText, standsOnce });
		case 'vote.put':
		case 'vote.open':
		case 'hands.count':
		case 'vote.close':
		case 'vote.cancel':
			return Vote.decide(meeting.votes, command, {
				...act,
				electorate: () => electorate(meeting),
				version: facts.version
			});
		case 'projection.show':
			return Wall.decide(meeting.wall, command, act);
		case 'join.claim':
		case 'join.knock':
		case 'join.confirm':
		case 'join.refuse':
		case 'join.revoke':
			return Lobby.decide(meeting.lobby, command, { ...act, device: facts.device, person });
		default:
			return unreachable(command);
	}
}

/** Opening starts the first item (script, `meeting.open`). */
function open(meeting: Meeting): MeetingDecision {
	const first = Agenda.next(meeting.agenda);
	const started = first ? Agenda.start(meeting.agenda, first.id) : happened<Event>();
	return 'refused' in started ? started : happened<Event>({ type: 'meeting.opened' }, ...started.events);
}

/** What one feature's event means to another: an ended item or meeting closes what still waits. */
function withConsequences(meeting: Meeting, events: readonly Event[]): Event[] {
	return events.flatMap((event): Event[] => {
		if (event.type === 'item.ended') return [...Speaking.notReached(meeting.floor, event.item), event];
		if (event.type === 'meeting.ended') {
			return [...Speaking.cutOff(meeting.floor), ...Speaking.notReached(meeting.floor, null), ...Agenda.end(meeting.agenda), event];
		}
		return [event];
	});
}

function targetExists(meeting: Meeting, target: Target): boolean {
	return target.kind === 'item'
		? Agenda.find(meeting.agenda, target.ref) !== undefined
		: meeting.clauses.some((clause) => clause.id === target.ref);
}

function mayHandle(meeting: Meeting, by: PersonId, target: Target): boolean {
	const responsible = target.kind === 'item' ? Agenda.find(meeting.agenda, target.ref)?.responsible : null;
	return isRecorder(house(meeting), by) || isCommittee(meeting.people[by]) || responsible === by;
}

export function house(meeting: Meeting): House {
	const { phase, chair, facilitator, minuteTaker, people, access, votes } = meeting;
	return { phase, chair, facilitator, minuteTaker, people, access, resolutionFrozen: Vote.freezesResolution(votes) };
}

export function sitting(meeting: Meeting): Sitting {
	const { people: roster, rollcall, openedAt, endedAt, setup } = meeting;
	return { roster, rollcall, openedAt, endedAt, onlineCounts: setup.onlineCounts, rule: setup.rules.attendance };
}

/** The state after `event`. The first event of a log makes the meeting; before it there is none. */
export function evolve(meeting: Meeting | null, event: LoggedEvent): Meeting {
	if (event.type === 'meeting.created') return created(event.setup);
	if (!meeting) throw new Error(`the log begins with ${event.type}`);
	switch (event.type) {
		case 'notice.sent':
			return { ...meeting, noticeAt: event.at };
		case 'meeting.opened':
			return { ...meeting, phase: 'running', openedAt: event.at };
		case 'meeting.ended':
			return { ...meeting, phase: 'ended', endedAt: event.at };
		case 'command.refused':
		case 'hidden':
			return meeting;
		case 'chair.handed-over':
			return { ...meeting, chair: event.to, facilitator: meeting.facilitator === event.to ? meeting.chair : meeting.facilitator };
		case 'facilitator.appointed':
			return { ...meeting, facilitator: event.to };
		case 'minute-taker.appointed':
			return { ...meeting, minuteTaker: event.to };
		case 'roster.changed':
			return withPeople(meeting, event.people);
		case 'access.preset-chosen':
		case 'access.role-changed':
		case 'access.person-changed':
			return { ...meeting, access: Access.evolve(meeting.access, event) };
		case 'item.started':
			return { ...meeting, agenda: Agenda.evolve(meeting.agenda, event), wall: Wall.followItem(meeting.wall) };
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
		case 'floor.withdrawn':
		case 'floor.granted':
		case 'floor.deferred':
		case 'floor.moved':
		case 'floor.not-reached':
		case 'floor.paused':
		case 'floor.resumed':
		case 'floor.extended':
		case 'floor.ended':
			return { ...meeting, floor: Speaking.evolve(meeting.floor, event) };
		case 'comment.posted':
		case 'comment.handled':
		case 'comment.withdrawn':
			return { ...meeting, comments: Comments.evolve(meeting.comments, event) };
		case 'clause.added':
		case 'clause.removed':
		case 'text.edited':
			return { ...meeting, clauses: Clauses.evolve(meeting.clauses, event) };
		case 'minutes.noted':
		case 'minutes.corrected':
			return { ...meeting, notes: Minutes.evolve(meeting.notes, event) };
		case 'vote.put':
		case 'vote.opened':
		case 'hands.counted':
		case 'vote.closed':
		case 'vote.cancelled':
			return { ...meeting, votes: Vote.evolve(meeting.votes, event) };
		case 'projection.shown':
			return { ...meeting, wall: Wall.evolve(meeting.wall, event) };
		case 'join.confirmed':
			return admitted({ ...meeting, lobby: Lobby.evolve(meeting.lobby, event) }, event);
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
			return { ...meeting, lobby: Lobby.evolve(meeting.lobby, event) };
		default:
			return unreachable(event);
	}
}

function created(whole: Setup): Meeting {
	const { people, items, clauses, ...setup } = whole;
	return {
		setup,
		phase: 'before',
		noticeAt: null,
		openedAt: null,
		endedAt: null,
		chair: setup.chair,
		facilitator: setup.facilitator,
		minuteTaker: null,
		people: byId(people),
		access: Access.initial(setup.access),
		agenda: Agenda.initial(items),
		rollcall: Rollcall.initial,
		floor: Speaking.initial,
		comments: Comments.initial,
		clauses,
		notes: Minutes.initial,
		votes: Vote.initial,
		wall: Wall.initial,
		lobby: Lobby.initial
	};
}

/** A guest who was let in becomes an observer under the id of the knock (LO3). */
function admitted(meeting: Meeting, event: Extract<LoggedEvent, { type: 'join.confirmed' }>): Meeting {
	if (!event.guest) return meeting;
	return withPeople(meeting, [{ kind: 'observer', id: event.person, ...event.guest, rank: 'guest_observer', supervises: false }]);
}

function withPeople(meeting: Meeting, people: readonly Person[]): Meeting {
	return { ...meeting, people: { ...meeting.people, ...byId(people) } };
}

function byId(people: readonly Person[]): Roster {
	return Object.fromEntries(people.map((person) => [person.id, person]));
}
