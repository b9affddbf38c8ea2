import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { app } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import type { CellRights } from '../people/cell-rights.ts';
import { cellById, personById, rightsIn, type Cell, type PersonRow } from '../people/directory.ts';
import { birthYear, choice, line, picked, ticked } from './forms.ts';
import { signedIn } from './session.ts';

type Event = Parameters<typeof signedIn>[0];

export interface CellVisit {
	readonly principal: Principal;
	readonly cell: Cell;
	readonly rights: CellRights;
}

/** The cell, for who may do `need` with it; alike for the others and for a cell that does not exist. */
export async function cellFor(event: Event, id: string, need: keyof CellRights): Promise<CellVisit> {
	const principal = signedIn(event);
	const rights = await rightsIn(app().db, principal, id);
	const cell = rights[need] ? await cellById(app().db, id) : null;
	if (!cell) error(404);
	return { principal, cell, rights };
}

/** Somebody who belongs to that cell now. */
export async function personOfCell(cell: string, id: string): Promise<PersonRow> {
	const person = await personById(app().db, id);
	if (!person || person.cell !== cell || person.removedAt !== null) error(404);
	return person;
}

const fields = {
	name: line(80),
	birthYear,
	partyStatus: choice(['official', 'probationary']),
	office: choice(['secretary', 'deputy_secretary', 'cell_committee_member', 'member']),
	standing: choice(['active', 'exempt', 'special-duty', 'temporary-elsewhere', 'suspended'])
};

/** Somebody new. */
export const NewPerson = v.object(fields);
/** Somebody known, with who helps them. */
export const PersonForm = v.object({
	...fields,
	hasDevice: ticked,
	assistedBy: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			picked
		],
		'not-chosen'
	)
});
