/** The one place that says what somebody may do with a cell (RULES.md); what happens in a meeting is `people/may`'s. */
import type { Principal } from '../auth/auth.ts';
import type { Office } from '../../src/lib/people/roster.ts';

export interface CellRights {
	/** People, personal links, devices. */
	readonly people: boolean;
	/** Accounts with a password. */
	readonly accounts: boolean;
	/** Making meetings. */
	readonly meetings: boolean;
	/** Seeing the meetings and their records. */
	readonly content: boolean;
	/** What is the owner's of the sealed records: deleting one (seal, SE9), publishing one (publication, PB1), how long they are kept. */
	readonly records: boolean;
}

/** What the rights hang on: the asker's place in the cell asked about. */
export interface Place {
	readonly cell: string;
	readonly office: Office;
	readonly isRemoved: boolean;
}

type Asker = Pick<Principal, 'kind' | 'isAdmin'>;

const NOTHING: CellRights = {
	people: false,
	accounts: false,
	meetings: false,
	content: false,
	records: false
};

/** @param place  of the asker's person, in whatever cell; null where the account speaks for nobody */
export function cellRights(asker: Asker | null, place: Place | null, cell: string): CellRights {
	if (!asker || asker.kind === 'wall') return NOTHING;
	const here = place?.cell === cell && !place.isRemoved ? place : null;
	const leads = here?.office === 'secretary' || here?.office === 'deputy_secretary';
	const people = leads || asker.isAdmin;
	const isStaff = asker.kind === 'staff';
	const content = here !== null;
	return { people, accounts: people && isStaff, meetings: leads, content, records: leads && isStaff };
}

/** Who may make a cell: administrators, secretaries, and officials who still have none. */
export function mayMakeCell(asker: Asker | null, place: Place | null): boolean {
	if (asker?.kind !== 'staff') return false;
	return asker.isAdmin || place === null || (place.office === 'secretary' && !place.isRemoved);
}
