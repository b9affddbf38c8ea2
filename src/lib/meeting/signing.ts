import type { Signing } from '../adoption/contract.ts';
import { sign } from '../adoption/decide.ts';
import type { PersonId } from '../kernel/decider.ts';
import { minutesAdoptedBy } from '../vote/vote.ts';
import type { Refusal } from './contract.ts';
import type { MeetingDecision } from './facts.ts';
import type { Meeting } from './state.ts';

/** What the rules of signing ask of the meeting (AD10). */
export function signingFacts({ votes, chair, minuteTaker }: Meeting): {
	readonly areAdopted: boolean;
	readonly signsAs: (id: PersonId) => Signing | null;
} {
	const signsAs = (id: PersonId) => (id === minuteTaker ? 'minute-taker' : id === chair ? 'chair' : null);
	return { areAdopted: minutesAdoptedBy(votes) !== undefined, signsAs };
}

/** The signature of somebody whose sign-in the server has confirmed. */
export function signed(meeting: Meeting, signer: PersonId, confirmed: 'password' | 'code'): MeetingDecision {
	return sign(meeting.adoption, { signer, confirmed, reason: null }, signingFacts(meeting));
}

/** Why somebody cannot sign now, whatever they confirm; null where they can. */
export function refusalToSign(meeting: Meeting, signer: PersonId): Refusal | null {
	if (meeting.seal) return 'sealed';
	const decision = signed(meeting, signer, 'code');
	return 'refused' in decision ? decision.refused : null;
}
