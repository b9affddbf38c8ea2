/** What each command comes to: who may, then the feature's own rule, then what it means to the others. */
import * as Access from '../access/decide.ts';
import * as Adoption from '../adoption/decide.ts';
import { find } from '../agenda/agenda.ts';
import * as Agenda from '../agenda/decide.ts';
import { find as findAmendment } from '../amendments/amendments.ts';
import * as Amendments from '../amendments/decide.ts';
import * as Ceremony from '../ceremony/decide.ts';
import * as Closed from '../closed/closed.ts';
import * as Clauses from '../clauses/decide.ts';
import type { Target } from '../comments/contract.ts';
import * as Comments from '../comments/decide.ts';
import * as Commitments from '../commitments/decide.ts';
import * as Debrief from '../debrief/decide.ts';
import {
	happened,
	refused,
	unreachable,
	type Act,
	type ClauseId,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import { blocksOf } from '../documents/blocks.ts';
import * as Lobby from '../lobby/decide.ts';
import { isNamedSince } from '../lobby/lobby.ts';
import * as Minutes from '../minutes/decide.ts';
import * as News from '../news/decide.ts';
import { isCommittee, isDesk, isRecorder, leads, PERMITS } from '../people/may.ts';
import * as Opinions from '../opinions/decide.ts';
import * as Papers from '../papers/decide.ts';
import { find as findPaper } from '../papers/papers.ts';
import * as Preparation from '../preparation/decide.ts';
import * as Offices from '../people/offices.ts';
import * as Remarks from '../remarks/decide.ts';
import * as Reports from '../reports/decide.ts';
import { isInRoom } from '../rollcall/presence.ts';
import * as Rollcall from '../rollcall/decide.ts';
import * as Scoring from '../scoring/decide.ts';
import * as Speaking from '../speaking/decide.ts';
import * as Tasks from '../tasks/decide.ts';
import * as Vote from '../vote/decide.ts';
import * as Votes from '../vote/vote.ts';
import * as Wall from '../wall/decide.ts';
import { clauseEvents, draftNow, isVotedOn, refusalToPut, votedOn } from './amending.ts';
import { actOf, forbidden } from './allowed.ts';
import type { Command, Event } from './contract.ts';
import { electorate } from './electorate.ts';
import { rollcallFacts, type Facts, type MeetingDecision } from './facts.ts';
import { isLeading, lead } from './leading.ts';
import { sectionOfComment, takenUp } from './quoting.ts';
import { isResponsible, maySee, readsComment } from './readers.ts';
import { house, isThematic, reading, sitting, type Meeting } from './state.ts';
import { signingFacts } from './signing.ts';
import { decideUndo } from './take-back.ts';

export function decide(meeting: Meeting, command: Command, facts: Facts): MeetingDecision {
	const refusal = forbidden(PERMITS[command.type], meeting, command, facts);
	if (refusal) return refused(refusal);
	const decision = byFeature(meeting, command, actOf(command, facts), facts);
	return 'refused' in decision ? decision : happened(...withConsequences(meeting, decision.events));
}

function byFeature(meeting: Meeting, command: Command, act: Act, facts: Facts): MeetingDecision {
	if (isLeading(command)) return lead(meeting, command, act, facts);
	const person = (id: PersonId) => meeting.people[id];
	const isPresent = (id: PersonId) => isInRoom(sitting(meeting), id);
	const itemExists = (id: ItemId) => find(meeting.agenda, id) !== undefined;
	const runningItem = meeting.agenda.running;
	const clauseExists = (id: ClauseId) => meeting.clauses.some((clause) => clause.id === id);
	const part = Closed.running(meeting.closed);
	switch (command.type) {
		case 'notice.send':
			return happened({ type: 'notice.sent' });
		case 'record.seal':
			return happened({ type: 'record.sealed' });
		case 'act.undo':
			return decideUndo(meeting, command.seq, facts.by, facts.now);
		case 'chair.hand-over':
		case 'facilitator.appoint':
		case 'minutes.appoint':
		case 'observer.invite':
		case 'observer.change':
			return Offices.decide(command, { ...act, people: meeting.people });
		case 'access.preset':
		case 'access.role':
		case 'access.person':
			return Access.decide(meeting.access, command, { ...act, isKnown: (id) => person(id) !== undefined });
		case 'attendance.check-in':
		case 'attendance.check-in-all':
		case 'attendance.leave':
		case 'attendance.retract':
		case 'leave.request':
		case 'leave.decide':
		case 'observer.join':
		case 'observer.leave':
			return Rollcall.decide(meeting.rollcall, command, rollcallFacts(meeting, act, facts));
		case 'comment.post':
		case 'comment.reply':
		case 'comment.handle':
		case 'comment.withdraw':
			return Comments.decide(meeting.comments, command, {
				...act,
				person,
				isPresent,
				isOutside: (id) => isOutside(meeting, id),
				exists: (target) => targetExists(meeting, target),
				maySee: (id, target) => maySee(meeting, id, target),
				mayRead: (id, comment) => readsComment(meeting, id, comment),
				mayHandle: (target) => mayHandle(meeting, facts.by, target),
				amendmentExists: (id) => findAmendment(meeting.amendments, id) !== undefined,
				lostAt: facts.lostAt
			});
		case 'clause.add':
		case 'clause.remove':
		case 'text.edit':
		case 'resolution.fill':
			return Clauses.decide(meeting.clauses, command, {
				...act,
				isFrozen: Votes.freezesResolution(meeting.votes) || part !== undefined,
				isAdopted: Votes.isAdopted(meeting.votes),
				text: facts.clauseText
			});
		case 'amendment.propose':
		case 'amendment.accept':
		case 'amendment.merge':
		case 'amendment.reject':
		case 'amendment.withdraw':
			return Amendments.decide(meeting.amendments, command, {
				...act,
				...draftNow(meeting, facts),
				isRunning: meeting.phase === 'running',
				isPresent,
				isVotedOn: (id) => isVotedOn(meeting, id)
			});
		case 'minutes.write':
		case 'minutes.correct':
			return Minutes.decide(meeting.notes, command, {
				...act,
				runningItem,
				itemExists,
				closedDocument: part ? Closed.documentOf(part) : null,
				areFrozen: Votes.freezesMinutes(meeting.votes),
				isRecorder: isRecorder(house(meeting), facts.by),
				noteText: facts.noteText,
				standsOnce: Clauses.standsOnce
			});
		case 'minutes.read-back':
		case 'minutes.agree':
		case 'minutes.ask-correction':
		case 'minutes.settle-correction':
		case 'minutes.quote':
		case 'minutes.vouch':
			return onTheWall(
				meeting,
				command,
				Adoption.decide(meeting.adoption, command, {
					...act,
					isPresent,
					sectionExists: (id) => blocksOf(meeting, 'minutes').includes(id),
					sectionVersion: facts.sectionVersion,
					areFrozen: Votes.freezesMinutes(meeting.votes),
					sectionOf: (id) => sectionOfComment(meeting, id),
					...signingFacts(meeting)
				}),
				facts
			);
		case 'paper.publish':
		case 'paper.attach':
		case 'paper.open':
			return Papers.decide(meeting.papers, command, {
				...act,
				isObserver: (id) => person(id)?.kind === 'observer'
			});
		case 'opinion.assign':
		case 'opinion.unassign':
		case 'opinion.prepare':
		case 'opinion.send':
		case 'opinion.read':
		case 'opinion.quote':
		case 'opinion.withdraw':
			return Opinions.decide(meeting.opinions, command, {
				...act,
				runningItem,
				itemExists,
				areFrozen: Votes.freezesMinutes(meeting.votes),
				isMember: (id) => person(id)?.kind === 'member'
			});
		case 'question.add':
		case 'question.remove':
		case 'committee.record':
		case 'committee.erase':
			return Preparation.decide(meeting.preparation, command, {
				itemExists,
				isOfCommittee: (id) => isCommittee(person(id))
			});
		case 'vote.put':
		case 'vote.open':
		case 'ballot.cast':
		case 'papers.issue':
		case 'papers.count':
		case 'hands.count':
		case 'vote.close':
		case 'vote.cancel':
		case 'vote.reserve':
			return Vote.decide(meeting.votes, command, {
				...act,
				electorate: () => electorate(meeting),
				version: facts.version,
				mayPut: (subject) => refusalToPut(meeting, subject, facts),
				isKnown: (id) => person(id) !== undefined,
				isPresent,
				isDesk: isDesk(house(meeting), facts.by),
				isNamedSince: (moment) => isNamedSince(meeting.lobby, facts.device, moment, facts.now),
				box: facts.box,
				tally: facts.tally
			});
		case 'news.add':
		case 'news.change':
		case 'news.remove':
		case 'news.mark':
			return News.decide(meeting.news, command, act);
		case 'report.ask':
		case 'report.give':
		case 'report.drop':
			return Reports.decide(meeting.reports, command, {
				...act,
				isMember: (id) => person(id)?.kind === 'member',
				leads: leads(house(meeting), facts.by)
			});
		case 'commitment.bring':
		case 'commitment.review':
			return Commitments.decide(meeting.commitments, command, {
				...act,
				leads: leads(house(meeting), facts.by)
			});
		case 'ceremony.plan':
		case 'ceremony.drop':
		case 'ceremony.step':
			return Ceremony.decide(meeting.ceremonies, command, {
				...act,
				itemState: (id) => find(meeting.agenda, id)?.state ?? null,
				isRunning: meeting.phase === 'running'
			});
		case 'projection.show':
		case 'wall.queue':
		case 'wall.unqueue':
		case 'wall.move':
		case 'wall.next':
		case 'wall.back':
		case 'wall.page':
		case 'wall.size':
		case 'wall.wording':
		case 'text.publish':
		case 'wall.lead':
		case 'wall.pin':
			return Wall.decide(meeting.wall, command, {
				...act,
				textSeq: facts.textSeq,
				blockExists: (document, block) => blocksOf(meeting, document).includes(block)
			});
		case 'task.assign':
		case 'task.change':
		case 'task.remove':
		case 'task.review':
			return Tasks.decide(meeting.tasks, command, {
				...act,
				isKnown: (id) => person(id) !== undefined,
				clauseExists,
				itemExists,
				runningItem,
				isDesk: isDesk(house(meeting), facts.by)
			});
		case 'remark.post':
		case 'remark.change':
		case 'remark.withdraw':
		case 'notebook.write':
		case 'notebook.erase':
		case 'checklist.tick':
			return Remarks.decide(meeting.remarks, command, {
				...act,
				isPresent,
				isKeptOut: (id) => isOutside(meeting, id),
				isClosed: part !== undefined,
				itemExists,
				runningItem,
				openedAt: meeting.openedAt,
				isDebriefed: reading(meeting).isDebriefed
			});
		case 'score.submit':
			return Scoring.decide(command, {
				...act,
				frame: meeting.setup.rules.scoring ?? null,
				isThematic: isThematic(meeting),
				isChair: act.who === meeting.chair,
				hasJoined: (id) => (meeting.rollcall.stays[id]?.length ?? 0) > 0
			});
		case 'debrief.open':
		case 'debrief.join':
		case 'debrief.state':
		case 'debrief.unify':
		case 'debrief.remedy':
		case 'debrief.withdraw':
		case 'debrief.close':
			return Debrief.decide(meeting.debrief, command, {
				...act,
				isMember: (id) => person(id)?.kind === 'member',
				remarkExists: (id) => meeting.remarks.remarks.some((remark) => remark.id === id && !remark.withdrawn),
				isTask: (id) => [...meeting.tasks.assigned, ...meeting.tasks.previous].some((task) => task.id === id)
			});
		case 'join.claim':
		case 'join.knock':
		case 'join.confirm':
		case 'join.refuse':
		case 'join.revoke':
		case 'join.share':
		case 'join.use':
			return Lobby.decide(meeting.lobby, command, {
				...act,
				device: facts.device,
				person,
				isRecorder: (id) => isRecorder(house(meeting), id)
			});
		default:
			return unreachable(command);
	}
}

/** The wall follows what is read out, and the running item when the reading is over (AD5). */
function onTheWall(
	meeting: Meeting,
	command: Command,
	decision: MeetingDecision,
	facts: Facts
): MeetingDecision {
	if (command.type !== 'minutes.read-back' || 'refused' in decision) return decision;
	const { section } = command;
	const show: Command =
		section === null
			? { type: 'projection.show', show: 'item' }
			: { type: 'projection.show', show: 'document', what: section };
	const shown = byFeature(meeting, show, { now: facts.now, by: facts.by, who: facts.by }, facts);
	if ('refused' in shown) return decision;
	// It is read from its beginning, not from where the last words were written (WA4).
	const first: Event[] = section === null ? [] : [{ type: 'wall.paged', page: 0 }];
	return happened(...decision.events, ...shown.events, ...first);
}

/**
 * What one feature's event means to another: an ended item or meeting closes what still waits, a vote decides,
 * an amendment changes the clauses.
 */
function withConsequences(meeting: Meeting, events: readonly Event[]): Event[] {
	return events.flatMap((event): Event[] => {
		if (event.type === 'item.ended') return [...Speaking.notReached(meeting.floor, event.item), event];
		if (event.type === 'comment.handled') return [event, ...takenUp(meeting, event)];
		if (event.type === 'meeting.ended') {
			return [
				...Speaking.cutOff(meeting.floor),
				...Speaking.notReached(meeting.floor, null),
				...Agenda.end(meeting.agenda),
				...Amendments.lapse(meeting.amendments),
				...Closed.end(meeting.closed),
				event
			];
		}
		return [event, ...clauseEvents(meeting, event), ...votedOn(meeting, event)];
	});
}

/** Whether somebody waits outside now (CS3). */
function isOutside({ closed, people }: Meeting, id: PersonId): boolean {
	const part = Closed.running(closed);
	return part !== undefined && !Closed.isInside(part, people[id]);
}

function targetExists(meeting: Meeting, target: Target): boolean {
	const { kind, ref } = target;
	switch (kind) {
		case 'item':
			return find(meeting.agenda, ref) !== undefined;
		case 'clause':
			return meeting.clauses.some(({ id }) => id === ref);
		case 'paper':
			return findPaper(meeting.papers, ref) !== undefined;
		case 'question':
			return meeting.preparation.questions.some(({ id }) => id === ref);
		default:
			return unreachable(kind);
	}
}

function mayHandle(meeting: Meeting, by: PersonId, target: Target): boolean {
	return leads(house(meeting), by) || isResponsible(meeting, by, target);
}
