/** What amendments mean to clauses and votes, and these to amendments. */
import { find, isTakenIn } from '../amendments/amendments.ts';
import * as Amendments from '../amendments/decide.ts';
import type { Draft } from '../amendments/draft.ts';
import { current, freezesResolution } from '../vote/vote.ts';
import type { Refusal as VoteRefusal, Subject } from '../vote/contract.ts';
import type { Event } from './contract.ts';
import type { Facts } from './facts.ts';
import type { Meeting } from './state.ts';

/** The draft as an amendment finds it now. */
export function draftNow(
	meeting: Meeting,
	{ clauseText }: Pick<Facts, 'clauseText'>
): { readonly isFrozen: boolean; readonly draft: Draft } {
	return {
		isFrozen: freezesResolution(meeting.votes),
		draft: { clauses: meeting.clauses, text: clauseText }
	};
}

/** Whether the question that is put or open is on this amendment. */
export function isVotedOn({ votes }: Meeting, amendment: string): boolean {
	const subject = current(votes)?.subject;
	return subject?.kind === 'amendment' && subject.ref === amendment;
}

/** Why no question may be put on this now; null for what is no amendment (AM6). */
export function refusalToPut(meeting: Meeting, { kind, ref }: Subject, facts: Facts): VoteRefusal | null {
	if (kind !== 'amendment') return null;
	const now = draftNow(meeting, facts);
	const isKnown = find(meeting.amendments, ref) !== undefined;
	return isKnown || now.isFrozen ? Amendments.takingIn(meeting.amendments, [ref ?? ''], now) : 'unknown';
}

/** An amendment that is taken in brings its clause, or takes it away (AM2). */
export function clauseEvents({ amendments }: Meeting, event: Event): Event[] {
	if (event.type !== 'amendment.settled' || !isTakenIn(event.as)) return [];
	const amendment = find(amendments, event.amendment);
	if (amendment?.change.kind === 'delete-clause')
		return [{ type: 'clause.removed', clause: amendment.change.clause }];
	if (amendment?.change.kind !== 'new-clause') return [];
	const { clause: id, after } = amendment.change;
	return [{ type: 'clause.added', clause: { id, label: amendment.label, fillAfterVote: false }, after }];
}

/** A vote on an amendment decides about it when it closes (AM6). */
export function votedOn(meeting: Meeting, event: Event): Event[] {
	if (event.type !== 'vote.closed') return [];
	const subject = meeting.votes.find(({ id }) => id === event.vote)?.subject;
	if (subject?.kind !== 'amendment') return [];
	const settled = Amendments.votedOn(meeting.amendments, subject.ref, event.vote, event.passed);
	return settled.flatMap((each) => [each, ...clauseEvents(meeting, each)]);
}
