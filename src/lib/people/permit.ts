import type { PersonId } from '../kernel/decider.ts';
import type { GeneralRefusal } from '../meeting/contract.ts';
import { isCommittee, takesPart } from './committee.ts';
import { mayEdit, mayEditWhenThawed, mayPropose, minutesNow } from './document-right.ts';
import { assists, isDesk, isRecorder, leads, type House } from './house.ts';
import type { Person } from './roster.ts';

export type Phase = House['phase'];

export const always: readonly Phase[] = ['before', 'running', 'ended'];
export const untilEnd: readonly Phase[] = ['before', 'running'];
export const running: readonly Phase[] = ['running'];

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

/** To whom and when an act is allowed at all. */
export interface Permit {
	readonly by: Group;
	readonly when: readonly Phase[];
}

/**
 * The first reason why nobody need look further, or null: the seal, phase, assistance, kind of person, office
 * (script, section 5, steps 1-5).
 * @param by   the sender; not on the roster for somebody who is still in the lobby
 * @param onBehalfOf  whom it is done for, where the command says so
 * @param nobodyForAnother  what everybody does alone, as a secret ballot
 */
export function judged(
	permit: Permit,
	house: House,
	by: PersonId,
	onBehalfOf?: PersonId,
	nobodyForAnother = false
): GeneralRefusal | null {
	if (house.isSealed) return 'sealed';
	if (!permit.when.includes(house.phase)) return 'wrong-phase';
	if (onBehalfOf !== undefined && (nobodyForAnother || !assists(house, by, onBehalfOf)))
		return 'not-assistant';
	return inGroup(house, permit.by, onBehalfOf ?? by);
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

/** The head of a delegation who attended; the chair where none did (DB1). */
function opensDebrief({ people, chair, attended }: House, id: PersonId): boolean {
	const heads = Object.values(people).filter(
		(person) => person.kind === 'observer' && person.rank === 'delegation_head' && attended(person.id)
	);
	return heads.length === 0 ? id === chair : heads.some((head) => head.id === id);
}
