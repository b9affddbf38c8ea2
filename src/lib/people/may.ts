/**
 * The one place that says who may do what. Commands are judged here before any feature sees them, document
 * frames by `documentRight`; both on the server, and asked in advance by the pages so that a button which
 * would be refused is not offered.
 */
import type { PersonId } from '../kernel/decider.ts';
import type { Command, GeneralRefusal } from '../meeting/contract.ts';
import { FIRST_PERMITS } from './first-permits.ts';
import type { House } from './house.ts';
import { LEADING_PERMITS } from './leading-permits.ts';
import { always, judged, running, untilEnd, type Permit, type Phase } from './permit.ts';

export { isCommittee, takesPart } from './committee.ts';
export { documentRight, mayEdit, mayRead, minutesNow } from './document-right.ts';
export { assists, isDesk, isRecorder, leads, roleOf, type House } from './house.ts';

const fromOpening: readonly Phase[] = ['running', 'ended'];
const afterwards: readonly Phase[] = ['ended'];

export const PERMITS: Readonly<Record<Command['type'], Permit>> = {
	...FIRST_PERMITS,
	...LEADING_PERMITS,

	'notice.send': { by: 'desk', when: untilEnd },
	'record.seal': { by: 'chair', when: ['ended'] },

	'chair.hand-over': { by: 'chair', when: untilEnd },
	'facilitator.appoint': { by: 'chair', when: untilEnd },
	'minutes.appoint': { by: 'chair', when: running },
	'observer.invite': { by: 'desk', when: untilEnd },
	'observer.change': { by: 'desk', when: untilEnd },

	'access.role': { by: 'chair', when: untilEnd },
	'access.person': { by: 'chair', when: untilEnd },

	'attendance.check-in-all': { by: 'desk', when: untilEnd },
	'attendance.leave': { by: 'member', when: always },
	'attendance.retract': { by: 'desk', when: untilEnd },
	'leave.request': { by: 'member', when: untilEnd },
	'leave.decide': { by: 'chair', when: untilEnd },
	'observer.leave': { by: 'observer', when: always },

	'comment.post': { by: 'participant', when: untilEnd },
	'comment.reply': { by: 'participant', when: untilEnd },
	'comment.handle': { by: 'participant', when: untilEnd },
	'comment.withdraw': { by: 'participant', when: untilEnd },

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
	'join.share': { by: 'desk', when: untilEnd }
};

/** Why this person may not do such a thing now, whatever its details; null where they may (`judged`). */
export function may(
	house: House,
	type: Command['type'],
	by: PersonId,
	onBehalfOf?: PersonId,
	nobodyForAnother = false
): GeneralRefusal | null {
	return judged(PERMITS[type], house, by, onBehalfOf, nobodyForAnother);
}
