/** How each event changes the room. Server and browsers fold the same events with this same code. */
import * as Access from '../access/evolve.ts';
import * as Adoption from '../adoption/evolve.ts';
import * as Agenda from '../agenda/agenda.ts';
import { pending } from '../amendments/amendments.ts';
import * as Amendments from '../amendments/evolve.ts';
import * as Ceremony from '../ceremony/ceremony.ts';
import type { Closed as ClosedParts } from '../closed/closed.ts';
import * as Closed from '../closed/evolve.ts';
import * as Clauses from '../clauses/clauses.ts';
import * as Comments from '../comments/comments.ts';
import * as Commitments from '../commitments/commitments.ts';
import * as Conclusions from '../conclusions/conclusions.ts';
import * as Debrief from '../debrief/debrief.ts';
import { unreachable, type PersonId } from '../kernel/decider.ts';
import * as Lobby from '../lobby/evolve.ts';
import * as Minutes from '../minutes/minutes.ts';
import * as News from '../news/evolve.ts';
import * as Numbers from '../numbers/numbers.ts';
import type { Person, Roster } from '../people/roster.ts';
import * as Remarks from '../remarks/remarks.ts';
import * as Reports from '../reports/evolve.ts';
import * as Opinions from '../opinions/opinions.ts';
import * as Papers from '../papers/papers.ts';
import * as Preparation from '../preparation/preparation.ts';
import * as Rollcall from '../rollcall/rollcall.ts';
import * as Scoring from '../scoring/scoring.ts';
import * as Seal from '../seal/seal.ts';
import * as Speaking from '../speaking/speaking.ts';
import * as Tasks from '../tasks/evolve.ts';
import * as Vote from '../vote/evolve.ts';
import { current as currentVote } from '../vote/vote.ts';
import { initial as noVotes } from '../vote/vote.ts';
import * as Wall from '../wall/wall.ts';
import { beginning } from './closed-beginnings.ts';
import type { LoggedEvent, Setup } from './contract.ts';
import { changed, type LaterEvent } from './first-events.ts';
import type { Meeting } from './state.ts';
import { remember, without } from './undo.ts';

/** The state after `event`. The first event of a log makes the meeting; before it there is none. */
export function evolve(meeting: Meeting | null, event: LoggedEvent): Meeting {
	if (event.type === 'meeting.created') return created(event.setup);
	if (!meeting) throw new Error(`the log begins with ${event.type}`);
	if (event.type === 'act.undone') {
		return meeting.recent ? without(meeting.recent, event.seqs, step) : meeting;
	}
	return { ...step(meeting, event), recent: remember(meeting, event, step) };
}

/** What one event changes, whatever may be taken back later. */
function step(meeting: Meeting, event: LoggedEvent): Meeting {
	return withClosed(changed(meeting, event, later), event);
}

function later(meeting: Meeting, event: LaterEvent): Meeting {
	switch (event.type) {
		case 'meeting.created':
		case 'act.undone':
			return meeting;
		case 'notice.sent':
			return { ...meeting, noticeAt: event.at, notified: Object.keys(meeting.people).length };
		case 'meeting.ended':
			return {
				...meeting,
				phase: 'ended',
				endedAt: event.at,
				tasks: Tasks.ended(meeting.tasks, event.override)
			};
		case 'chair.handed-over':
			return {
				...meeting,
				chair: event.to,
				facilitator: meeting.facilitator === event.to ? meeting.chair : meeting.facilitator
			};
		case 'facilitator.appointed':
			return { ...meeting, facilitator: event.to };
		case 'minute-taker.appointed':
			return { ...meeting, minuteTaker: event.to };
		case 'roster.changed':
			return withPeople(withoutPeople(meeting, event.removed ?? []), event.people);
		case 'access.preset-chosen':
		case 'access.role-changed':
		case 'access.person-changed':
			return { ...meeting, access: Access.evolve(meeting.access, event) };
		case 'item.concluded':
			return { ...meeting, conclusions: Conclusions.evolve(meeting.conclusions, event) };
		case 'closed.begun':
		case 'closed.ended':
			return { ...meeting, closed: Closed.evolve(meeting.closed, event) };
		case 'clause.added':
		case 'clause.removed':
		case 'text.edited':
		case 'clause.filled':
			return { ...meeting, clauses: Clauses.evolve(meeting.clauses, event) };
		case 'amendment.proposed':
		case 'amendment.settled':
			return { ...meeting, amendments: Amendments.evolve(meeting.amendments, event) };
		case 'minutes.noted':
		case 'minutes.corrected':
			return { ...meeting, notes: Minutes.evolve(meeting.notes, event) };
		case 'minutes.reading':
		case 'minutes.agreed':
		case 'minutes.correction-asked':
		case 'minutes.correction-settled':
		case 'minutes.quoted':
		case 'minutes.signed':
			return { ...meeting, adoption: Adoption.evolve(meeting.adoption, event) };
		case 'paper.published':
		case 'paper.attached':
		case 'paper.opened':
			return { ...meeting, papers: Papers.evolve(meeting.papers, event) };
		case 'opinion.assigned':
		case 'opinion.unassigned':
		case 'opinion.prepared':
		case 'opinion.sent':
		case 'opinion.read-out':
		case 'opinion.quoted':
		case 'opinion.withdrawn':
			return { ...meeting, opinions: Opinions.evolve(meeting.opinions, event) };
		case 'question.added':
		case 'question.removed':
		case 'committee.recorded':
		case 'committee.erased':
			return { ...meeting, preparation: Preparation.evolve(meeting.preparation, event) };
		case 'vote.put':
		case 'vote.opened':
		case 'ballot.recorded':
		case 'papers.issued':
		case 'papers.counted':
		case 'hands.counted':
		case 'hands.compared':
		case 'vote.closed':
		case 'vote.cancelled':
		case 'vote.voided':
		case 'vote.reserved':
			return { ...meeting, votes: Vote.evolve(meeting.votes, event) };
		case 'news.added':
		case 'news.changed':
		case 'news.removed':
		case 'news.marked':
			return { ...meeting, news: News.evolve(meeting.news, event) };
		case 'report.asked':
		case 'report.given':
		case 'report.dropped':
			return { ...meeting, reports: Reports.evolve(meeting.reports, event) };
		case 'commitment.brought':
		case 'commitment.reviewed':
			return { ...meeting, commitments: Commitments.evolve(meeting.commitments, event) };
		case 'ceremony.planned':
		case 'ceremony.dropped':
		case 'ceremony.stepped':
			return { ...meeting, ceremonies: Ceremony.evolve(meeting.ceremonies, event) };
		case 'projection.shown':
		case 'wall.queued':
		case 'wall.unqueued':
		case 'wall.moved':
		case 'wall.paged':
		case 'wall.sized':
		case 'wall.wording-chosen':
		case 'text.published':
		case 'wall.led':
		case 'wall.pinned':
			return { ...meeting, wall: Wall.evolve(meeting.wall, event) };
		case 'task.assigned':
		case 'task.changed':
		case 'task.removed':
		case 'task.reviewed':
			return { ...meeting, tasks: Tasks.evolve(meeting.tasks, event) };
		case 'remark.posted':
		case 'remark.changed':
		case 'remark.withdrawn':
		case 'notebook.written':
		case 'notebook.erased':
		case 'checklist.ticked':
			return { ...meeting, remarks: Remarks.evolve(meeting.remarks, event) };
		case 'record.sealed':
		case 'record.kept':
			return { ...meeting, seal: Seal.evolve(meeting.seal, event) };
		case 'number.given':
			return { ...meeting, numbers: Numbers.evolve(meeting.numbers, event) };
		case 'score.submitted':
			return { ...meeting, scores: Scoring.evolve(meeting.scores, event) };
		case 'debrief.opened':
		case 'debrief.joined':
		case 'debrief.stated':
		case 'debrief.unified':
		case 'debrief.remedied':
		case 'debrief.withdrawn':
		case 'debrief.closed':
			return { ...meeting, debrief: Debrief.evolve(meeting.debrief, event) };
		case 'join.confirmed':
			return admitted({ ...meeting, lobby: Lobby.evolve(meeting.lobby, event) }, event);
		case 'join.claimed':
		case 'join.knocked':
		case 'join.refused':
		case 'join.revoked':
		case 'join.shared':
		case 'join.used':
			return { ...meeting, lobby: Lobby.evolve(meeting.lobby, event) };
		default:
			return unreachable(event);
	}
}

function created(whole: Setup): Meeting {
	const { people, items, clauses, previousTasks, preparation, ...setup } = whole;
	return {
		setup,
		phase: 'before',
		noticeAt: null,
		notified: 0,
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
		conclusions: Conclusions.initial,
		clauses,
		amendments: Amendments.initial,
		closed: Closed.initial,
		notes: Minutes.initial,
		adoption: Adoption.initial,
		votes: noVotes,
		news: News.initial,
		reports: Reports.initial,
		commitments: Commitments.initial,
		ceremonies: Ceremony.initial,
		papers: Papers.initial,
		opinions: Opinions.initial,
		preparation: preparation ?? Preparation.initial,
		wall: Wall.initial,
		lobby: Lobby.initial,
		tasks: Tasks.initial(previousTasks),
		remarks: Remarks.initial,
		seal: null,
		numbers: Numbers.initial,
		scores: Scoring.initial,
		debrief: Debrief.initial,
		recent: null
	};
}

/** What a closed part has to remember of the events inside it (CS4, CS5). */
function withClosed(meeting: Meeting, event: LoggedEvent): Meeting {
	const closed = closedAfter(meeting, event);
	return closed === meeting.closed ? meeting : { ...meeting, closed };
}

function closedAfter({ closed, floor, votes, amendments }: Meeting, event: LoggedEvent): ClosedParts {
	switch (event.type) {
		case 'item.started':
			return Closed.itemStarted(closed, event.item);
		// Sent before, and told only in here: its words are not for who waits outside.
		case 'opinion.read-out':
		case 'opinion.quoted':
			return Closed.beganInside(closed, event.opinion);
		case 'closed.ended': {
			const alive = [
				...Speaking.waiting(floor),
				Speaking.speakingNow(floor),
				currentVote(votes),
				...pending(amendments)
			];
			return Closed.outlived(closed, new Set(alive.flatMap((thing) => thing?.id ?? [])));
		}
		default: {
			const begun = beginning(event);
			return begun === null ? closed : Closed.beganInside(closed, begun);
		}
	}
}

/** A guest who was let in becomes an observer under the id of the knock (LO3). */
function admitted(meeting: Meeting, event: Extract<LoggedEvent, { type: 'join.confirmed' }>): Meeting {
	if (!event.guest) return meeting;
	return withPeople(meeting, [
		{ kind: 'observer', id: event.person, ...event.guest, rank: 'guest_observer', supervises: false }
	]);
}

function withPeople(meeting: Meeting, people: readonly Person[]): Meeting {
	return { ...meeting, people: { ...meeting.people, ...byId(people) } };
}

function withoutPeople(meeting: Meeting, ids: readonly PersonId[]): Meeting {
	const staying = Object.values(meeting.people).filter(({ id }) => !ids.includes(id));
	return ids.length === 0 ? meeting : { ...meeting, people: byId(staying) };
}

function byId(people: readonly Person[]): Roster {
	return Object.fromEntries(people.map((person) => [person.id, person]));
}
