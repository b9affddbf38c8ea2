/**
 * The one place that says who may do what. Commands are judged here before any feature sees them, document
 * frames by `documentRight`; both on the server, and asked in advance by the pages so that a button which
 * would be refused is not offered.
 */
import { isOpen, rightOf, type Access } from '../access/access.ts';
import type { AnyDocument, Right, Role } from '../access/contract.ts';
import { documentOf, isInside, partOf, running as closedNow, type Closed } from '../closed/closed.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { Command, GeneralRefusal } from '../meeting/contract.ts';
import { isCommittee, takesPart } from './committee.ts';
import type { Person, Roster } from './roster.ts';

export { isCommittee, takesPart };

/** What of a meeting decides about rights. */
export interface House {
	readonly phase: 'before' | 'running' | 'ended';
	/** Nothing succeeds any more (SE2). */
	readonly isSealed: boolean;
	readonly chair: PersonId;
	readonly facilitator: PersonId | null;
	readonly minuteTaker: PersonId | null;
	readonly people: Roster;
	readonly access: Access;
	readonly closed: Closed;
	readonly resolutionFrozen: boolean;
	/** Put to the vote or adopted: what comes later enters by way of the recorders' commands (AD2). */
	readonly minutesFrozen: boolean;
	/** Whether somebody was there for some moment of the meeting. */
	readonly attended: (person: PersonId) => boolean;
	/** Null before the debrief. */
	readonly debriefOpener: PersonId | null;
}

type Phase = House['phase'];
type Group =
	| 'chair'
	| 'desk'
	| 'recorder'
	| 'leader'
	| 'member'
	| 'observer'
	| 'participant'
	| 'visitor'
	| 'voter'
	| 'committee'
	| 'committee-member'
	| 'writes-minutes'
	| 'writes-resolution'
	| 'proposes'
	| 'scorer'
	| 'opens-debrief'
	| 'takes-part'
	| 'leads-debrief';

interface Rule {
	readonly by: Group;
	readonly when: readonly Phase[];
}

const always: readonly Phase[] = ['before', 'running', 'ended'];
const untilEnd: readonly Phase[] = ['before', 'running'];
const running: readonly Phase[] = ['running'];
const fromOpening: readonly Phase[] = ['running', 'ended'];
const afterwards: readonly Phase[] = ['ended'];

const ACTS: Readonly<Record<Command['type'], Rule>> = {
	'notice.send': { by: 'desk', when: untilEnd },
	'meeting.open': { by: 'chair', when: ['before'] },
	'meeting.end': { by: 'chair', when: running },
	'act.undo': { by: 'desk', when: untilEnd },
	'record.seal': { by: 'chair', when: ['ended'] },

	'chair.hand-over': { by: 'chair', when: untilEnd },
	'facilitator.appoint': { by: 'chair', when: untilEnd },
	'minutes.appoint': { by: 'chair', when: running },
	'observer.invite': { by: 'desk', when: untilEnd },
	'observer.change': { by: 'desk', when: untilEnd },

	'access.preset': { by: 'chair', when: untilEnd },
	'access.role': { by: 'chair', when: untilEnd },
	'access.person': { by: 'chair', when: untilEnd },

	'item.start': { by: 'chair', when: running },
	'item.skip': { by: 'chair', when: running },
	'item.conclude': { by: 'chair', when: running },
	'item.add': { by: 'desk', when: untilEnd },
	'item.change': { by: 'desk', when: untilEnd },
	'item.move': { by: 'desk', when: untilEnd },
	'item.remove': { by: 'desk', when: untilEnd },

	'attendance.check-in': { by: 'member', when: untilEnd },
	'attendance.check-in-all': { by: 'desk', when: untilEnd },
	'attendance.leave': { by: 'member', when: always },
	'attendance.retract': { by: 'desk', when: untilEnd },
	'leave.request': { by: 'member', when: untilEnd },
	'leave.decide': { by: 'chair', when: untilEnd },
	'observer.join': { by: 'observer', when: untilEnd },
	'observer.leave': { by: 'observer', when: always },

	'floor.request': { by: 'participant', when: running },
	'floor.withdraw': { by: 'participant', when: running },
	'floor.grant': { by: 'chair', when: running },
	'floor.defer': { by: 'chair', when: running },
	'floor.skip': { by: 'chair', when: running },
	'floor.move': { by: 'chair', when: running },
	'floor.policy': { by: 'chair', when: untilEnd },
	'floor.limits': { by: 'chair', when: untilEnd },
	'floor.groups': { by: 'desk', when: untilEnd },
	'floor.invite': { by: 'chair', when: running },
	'floor.pause': { by: 'chair', when: running },
	'floor.resume': { by: 'chair', when: running },
	'floor.extend': { by: 'chair', when: running },
	'floor.about': { by: 'recorder', when: running },
	'floor.correct': { by: 'recorder', when: running },
	'floor.end': { by: 'participant', when: running },

	'comment.post': { by: 'participant', when: untilEnd },
	'comment.reply': { by: 'participant', when: untilEnd },
	'comment.handle': { by: 'participant', when: untilEnd },
	'comment.withdraw': { by: 'participant', when: untilEnd },

	'closed.begin': { by: 'chair', when: running },
	'closed.end': { by: 'chair', when: running },

	'clause.add': { by: 'writes-resolution', when: untilEnd },
	'clause.remove': { by: 'desk', when: untilEnd },
	'text.edit': { by: 'writes-resolution', when: untilEnd },
	'resolution.fill': { by: 'chair', when: running },
	'amendment.propose': { by: 'proposes', when: untilEnd },
	'amendment.accept': { by: 'chair', when: running },
	'amendment.merge': { by: 'chair', when: running },
	'amendment.reject': { by: 'chair', when: running },
	'amendment.withdraw': { by: 'participant', when: untilEnd },
	'minutes.write': { by: 'writes-minutes', when: running },
	'minutes.correct': { by: 'writes-minutes', when: running },

	'minutes.read-back': { by: 'recorder', when: running },
	'minutes.agree': { by: 'member', when: running },
	'minutes.ask-correction': { by: 'member', when: running },
	'minutes.settle-correction': { by: 'recorder', when: running },
	'minutes.quote': { by: 'recorder', when: running },
	'minutes.vouch': { by: 'desk', when: fromOpening },

	'paper.publish': { by: 'committee', when: untilEnd },
	'paper.attach': { by: 'committee', when: untilEnd },
	'paper.open': { by: 'participant', when: always },

	'opinion.assign': { by: 'committee-member', when: untilEnd },
	'opinion.unassign': { by: 'committee-member', when: untilEnd },
	'opinion.prepare': { by: 'member', when: untilEnd },
	'opinion.send': { by: 'member', when: untilEnd },
	'opinion.read': { by: 'committee-member', when: running },
	'opinion.quote': { by: 'recorder', when: running },
	'opinion.withdraw': { by: 'member', when: untilEnd },

	'question.add': { by: 'desk', when: untilEnd },
	'question.remove': { by: 'desk', when: untilEnd },
	'committee.record': { by: 'leader', when: untilEnd },
	'committee.erase': { by: 'leader', when: untilEnd },

	'vote.put': { by: 'chair', when: running },
	'vote.open': { by: 'chair', when: running },
	'ballot.cast': { by: 'voter', when: running },
	'papers.issue': { by: 'participant', when: running },
	'papers.count': { by: 'participant', when: running },
	'hands.count': { by: 'participant', when: running },
	'vote.close': { by: 'chair', when: running },
	'vote.cancel': { by: 'chair', when: running },
	'vote.reserve': { by: 'member', when: running },

	'news.add': { by: 'leader', when: untilEnd },
	'news.change': { by: 'leader', when: untilEnd },
	'news.remove': { by: 'leader', when: untilEnd },
	'news.mark': { by: 'observer', when: untilEnd },
	'report.ask': { by: 'leader', when: untilEnd },
	'report.give': { by: 'member', when: untilEnd },
	'report.drop': { by: 'leader', when: untilEnd },
	'commitment.bring': { by: 'member', when: untilEnd },
	'commitment.review': { by: 'member', when: running },
	'ceremony.plan': { by: 'desk', when: untilEnd },
	'ceremony.drop': { by: 'desk', when: untilEnd },
	'ceremony.step': { by: 'desk', when: running },

	'projection.show': { by: 'desk', when: always },
	'wall.queue': { by: 'desk', when: always },
	'wall.unqueue': { by: 'desk', when: always },
	'wall.move': { by: 'desk', when: always },
	'wall.next': { by: 'desk', when: always },
	'wall.back': { by: 'desk', when: always },
	'wall.page': { by: 'desk', when: always },
	'wall.size': { by: 'desk', when: always },
	'wall.wording': { by: 'desk', when: always },
	'text.publish': { by: 'recorder', when: always },
	'wall.lead': { by: 'desk', when: always },
	'wall.pin': { by: 'desk', when: always },

	'task.assign': { by: 'chair', when: running },
	'task.change': { by: 'chair', when: running },
	'task.remove': { by: 'chair', when: running },
	'task.review': { by: 'member', when: untilEnd },

	'remark.post': { by: 'observer', when: running },
	'remark.change': { by: 'observer', when: always },
	'remark.withdraw': { by: 'observer', when: always },
	'notebook.write': { by: 'observer', when: always },
	'notebook.erase': { by: 'observer', when: always },
	'checklist.tick': { by: 'observer', when: always },

	'score.submit': { by: 'scorer', when: fromOpening },

	'debrief.open': { by: 'opens-debrief', when: afterwards },
	'debrief.join': { by: 'takes-part', when: afterwards },
	'debrief.state': { by: 'participant', when: afterwards },
	'debrief.unify': { by: 'leads-debrief', when: afterwards },
	'debrief.remedy': { by: 'leads-debrief', when: afterwards },
	'debrief.withdraw': { by: 'participant', when: afterwards },
	'debrief.close': { by: 'leads-debrief', when: afterwards },

	'join.claim': { by: 'visitor', when: untilEnd },
	'join.knock': { by: 'visitor', when: untilEnd },
	'join.confirm': { by: 'desk', when: untilEnd },
	'join.refuse': { by: 'desk', when: untilEnd },
	'join.revoke': { by: 'desk', when: always },
	'join.share': { by: 'desk', when: untilEnd },
	'join.use': { by: 'member', when: untilEnd }
};

/**
 * The first reason why nobody need look further, or null: the seal, phase, assistance, kind of person, office
 * (script, section 5, steps 1-5).
 * @param by   the sender; not on the roster for somebody who is still in the lobby
 * @param onBehalfOf  whom it is done for, where the command says so
 * @param nobodyForAnother  what everybody does alone, as a secret ballot
 */
export function may(
	house: House,
	type: Command['type'],
	by: PersonId,
	onBehalfOf?: PersonId,
	nobodyForAnother = false
): GeneralRefusal | null {
	if (house.isSealed) return 'sealed';
	const rule = ACTS[type];
	if (!rule.when.includes(house.phase)) return 'wrong-phase';
	if (onBehalfOf !== undefined && (nobodyForAnother || !assists(house, by, onBehalfOf)))
		return 'not-assistant';
	return inGroup(house, rule.by, onBehalfOf ?? by);
}

function inGroup(house: House, group: Group, id: PersonId): GeneralRefusal | null {
	const person = house.people[id];
	switch (group) {
		case 'visitor':
			return person ? 'not-allowed' : null;
		case 'chair':
			return id === house.chair ? null : 'not-chair';
		case 'desk':
			return isDesk(house, id) ? null : 'not-allowed';
		case 'leader':
			return leads(house, id) ? null : 'not-allowed';
		case 'recorder':
			return isRecorder(house, id) ? null : 'not-allowed';
		case 'committee':
			return isCommittee(person) ? null : 'not-allowed';
		case 'committee-member':
			return person?.kind === 'observer' ? 'observer' : isCommittee(person) ? null : 'not-allowed';
		case 'member':
			return person?.kind === 'member' ? null : person ? 'observer' : 'not-allowed';
		case 'voter':
			return inGroup(house, 'member', id) ?? (isProbationary(person) ? 'probationary' : null);
		case 'proposes':
			return inGroup(house, 'member', id) ?? (mayPropose(house, id) ? null : 'not-allowed');
		case 'observer':
			return person?.kind === 'observer' ? null : 'not-allowed';
		case 'scorer':
			if (person?.kind === 'observer') return null;
			// After the end observers alone still score.
			if (house.phase === 'ended') return 'wrong-phase';
			return id === house.chair ? null : 'not-allowed';
		case 'opens-debrief':
			return opensDebrief(house, id) ? null : 'not-allowed';
		case 'takes-part':
			return takesPart(house, id) ? null : 'not-allowed';
		case 'leads-debrief':
			return id === house.debriefOpener ? null : 'not-allowed';
		case 'participant':
			return person ? null : 'not-allowed';
		case 'writes-minutes':
			return isRecorder(house, id) || mayEdit({ ...house, minutesFrozen: false }, id, minutesNow(house))
				? null
				: 'not-allowed';
		case 'writes-resolution':
			return isDesk(house, id) || mayEditWhenThawed(house, id, 'resolution') ? null : 'not-allowed';
	}
}

function isProbationary(person: Person | undefined): boolean {
	return person?.kind === 'member' && person.partyStatus === 'probationary';
}

/** Chair and facilitator. */
export function isDesk(house: House, id: PersonId): boolean {
	return id === house.chair || id === house.facilitator;
}

/** The desk, and the minute taker once appointed. */
export function isRecorder(house: House, id: PersonId): boolean {
	return isDesk(house, id) || id === house.minuteTaker;
}

/** The head of a delegation who attended; the chair where none did (DB1). */
function opensDebrief({ people, chair, attended }: House, id: PersonId): boolean {
	const heads = Object.values(people).filter(
		(person) => person.kind === 'observer' && person.rank === 'delegation_head' && attended(person.id)
	);
	return heads.length === 0 ? id === chair : heads.some((head) => head.id === id);
}

/** Who prepares and leads the meeting: the desk, the minute taker and the cell's committee. */
export function leads(house: House, id: PersonId): boolean {
	return isRecorder(house, id) || isCommittee(house.people[id]);
}

/** Recorders for everybody; a named helper for one member. */
export function assists(house: House, by: PersonId, whom: PersonId): boolean {
	const person = house.people[whom];
	if (!person) return false;
	return isRecorder(house, by) || (person.kind === 'member' && person.assistedBy === by);
}

/** The row of the access matrix that a person stands in; null for who is not of this meeting. */
export function roleOf(house: House, id: PersonId): Role | null {
	const person = house.people[id];
	if (!person) return null;
	if (isDesk(house, id)) return 'desk';
	if (id === house.minuteTaker) return 'minuteTaker';
	return person.kind;
}

/**
 * What somebody may do to one document now (AC1, AC6, AC7, CS3, CS5, CS6).
 * @returns null for who is not of this meeting, or outside while it is closed: to them the document does not exist
 */
export function documentRight(house: House, id: PersonId, document: AnyDocument): Right | null {
	const role = roleOf(house, id);
	const reads = role !== null && mayRead(house, id, document);
	if (!reads) return null;
	if (house.phase === 'ended') return 'read';
	if (house.minutesFrozen && (document === 'minutes' || !isOpen(document))) return 'read';
	if (!isOpen(document)) return rightOf(house.access, 'minutes', role, id);
	if (closedNow(house.closed)) return 'read';
	if (document === 'resolution' && house.resolutionFrozen) return 'read';
	return rightOf(house.access, document, role, id);
}

/**
 * Whether a document exists for somebody.
 * @param id  null for a screen of the hall, which is never inside
 */
export function mayRead(house: House, id: PersonId | null, document: AnyDocument): boolean {
	const part = isOpen(document) ? closedNow(house.closed) : partOf(house.closed, document);
	if (part) return isInside(part, id === null ? undefined : house.people[id]);
	return isOpen(document);
}

export function mayEdit(house: House, id: PersonId, document: AnyDocument): boolean {
	return documentRight(house, id, document) === 'edit';
}

/** Where notes go now: the minutes, or the document of the closed part (CS5). */
export function minutesNow({ closed }: Pick<House, 'closed'>): AnyDocument {
	const part = closedNow(closed);
	return part ? documentOf(part) : 'minutes';
}

/** Judged as if nothing were frozen: a frozen text is refused by its own rule, with its own code. */
function mayEditWhenThawed(house: House, id: PersonId, document: AnyDocument): boolean {
	return documentRight({ ...house, closed: [], resolutionFrozen: false }, id, document) === 'edit';
}

function mayPropose(house: House, id: PersonId): boolean {
	const right = documentRight({ ...house, closed: [], resolutionFrozen: false }, id, 'resolution');
	return right === 'edit' || right === 'propose';
}
