import type { PersonId } from '../kernel/decider.ts';

export type PartyStatus = 'official' | 'probationary';
export type Office = 'secretary' | 'deputy_secretary' | 'cell_committee_member' | 'member';
/** Only `active` members are summoned; `exempt` and `special-duty` may come; the others cannot check in. */
export type Standing = 'active' | 'exempt' | 'special-duty' | 'temporary-elsewhere' | 'suspended';

export interface Member {
	readonly kind: 'member';
	readonly id: PersonId;
	readonly name: string;
	readonly partyStatus: PartyStatus;
	readonly office: Office;
	readonly standing: Standing;
	readonly hasDevice: boolean;
	/** The member who may act for this one, besides the recorders. */
	readonly assistedBy?: PersonId;
}

export interface Observer {
	readonly kind: 'observer';
	readonly id: PersonId;
	readonly name: string;
	readonly title: string;
	readonly organisation: string;
	readonly delegation?: string;
	readonly rank: 'delegation_head' | 'higher_level_delegate' | 'guest_observer';
	readonly mode: 'room' | 'remote';
	readonly supervises: boolean;
	/** Attendances that the year asks of them, and those before this meeting (S1-3). */
	readonly quota?: { readonly required: number; readonly attendedBefore: number };
}

export type Person = Member | Observer;
export type Roster = Readonly<Record<PersonId, Person>>;

export function members(roster: Roster): Member[] {
	return Object.values(roster).filter((person) => person.kind === 'member');
}

export function observers(roster: Roster): Observer[] {
	return Object.values(roster).filter((person) => person.kind === 'observer');
}

export function isSummoned(person: Person | undefined): person is Member {
	return person?.kind === 'member' && person.standing === 'active';
}

/** How many members a cell has, by status and by standing. */
export interface CellCount {
	readonly members: number;
	readonly official: number;
	readonly probationary: number;
	readonly exempt: number;
	readonly specialDuty: number;
	readonly temporaryElsewhere: number;
	readonly suspended: number;
}

export function cellCount(roster: Roster): CellCount {
	const all = members(roster);
	const count = (which: (member: Member) => boolean) => all.filter(which).length;
	return {
		members: all.length,
		official: count(({ partyStatus }) => partyStatus === 'official'),
		probationary: count(({ partyStatus }) => partyStatus === 'probationary'),
		exempt: count(({ standing }) => standing === 'exempt'),
		specialDuty: count(({ standing }) => standing === 'special-duty'),
		temporaryElsewhere: count(({ standing }) => standing === 'temporary-elsewhere'),
		suspended: count(({ standing }) => standing === 'suspended')
	};
}
