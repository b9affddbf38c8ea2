/** Reading the organisation tree and its people. */
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { compareNames } from '../../src/lib/kernel/text.ts';
import type { Member } from '../../src/lib/people/roster.ts';
import type { Principal } from '../auth/auth.ts';
import type { Database } from '../db/client.ts';
import { accounts, organisations, people } from '../db/tables.ts';
import { cellRights, type CellRights, type Place } from './cell-rights.ts';

export type PersonRow = typeof people.$inferSelect;

export interface Cell {
	readonly id: string;
	readonly name: string;
	readonly upper: string;
	readonly place: string | null;
	readonly meetingPlace: string | null;
	readonly ruleProfile: string;
	/** Of its committee; null where nobody said. */
	readonly term: string | null;
}

/** Null alike for what does not exist and for what is no cell. */
export async function cellById(db: Database, id: string): Promise<Cell | null> {
	const [cell] = await db
		.select()
		.from(organisations)
		.where(and(eq(organisations.id, id), eq(organisations.kind, 'cell')));
	if (!cell) return null;
	const [upper] = cell.parent
		? await db.select().from(organisations).where(eq(organisations.id, cell.parent))
		: [];
	const { name, place, meetingPlace, ruleProfile, term } = cell;
	return { id, name, upper: upper?.name ?? name, place, meetingPlace, ruleProfile, term };
}

export async function allCells(db: Database): Promise<{ id: string; name: string }[]> {
	const cells = await db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(eq(organisations.kind, 'cell'));
	return cells.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
}

/** The organisations that a cell may stand under. */
export async function committees(db: Database): Promise<{ id: string; name: string }[]> {
	return db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(ne(organisations.kind, 'cell'))
		.orderBy(asc(organisations.name));
}

/** Who belongs to the cell now, in Vietnamese order of given names. */
export async function peopleOf(db: Database, cell: string): Promise<PersonRow[]> {
	const rows = await db
		.select()
		.from(people)
		.where(and(eq(people.cell, cell), isNull(people.removedAt)));
	return rows.sort((a, b) => compareNames(a.name, b.name));
}

export async function personById(db: Database, id: string): Promise<PersonRow | null> {
	const [person] = await db.select().from(people).where(eq(people.id, id));
	return person ?? null;
}

/** Logins by person, of those who have one. */
export async function loginsOf(db: Database, persons: readonly string[]): Promise<Map<string, string>> {
	if (persons.length === 0) return new Map();
	const rows = await db
		.select({ person: accounts.person, login: accounts.login })
		.from(accounts)
		.where(and(eq(accounts.kind, 'staff'), inArray(accounts.person, [...persons])));
	return new Map(rows.flatMap(({ person, login }) => (person && login ? [[person, login] as const] : [])));
}

export async function placeOf(db: Database, principal: Principal | null): Promise<Place | null> {
	const person = principal?.person ? await personById(db, principal.person) : null;
	return person && { cell: person.cell, office: person.office, isRemoved: person.removedAt !== null };
}

export async function rightsIn(db: Database, principal: Principal | null, cell: string): Promise<CellRights> {
	return cellRights(principal, await placeOf(db, principal), cell);
}

/** Whom the page greets; null for who is not signed in, or waits for a name. */
export async function whoIs(
	db: Database,
	principal: Principal | null
): Promise<{ name: string; isStaff: boolean } | null> {
	if (!principal) return null;
	const isStaff = principal.kind === 'staff';
	const person = principal.person ? await personById(db, principal.person) : null;
	if (person) return { name: person.name, isStaff };
	const [account] = isStaff
		? await db.select({ login: accounts.login }).from(accounts).where(eq(accounts.id, principal.account))
		: [];
	return account?.login ? { name: account.login, isStaff } : null;
}

/** A person as a meeting copies them. */
export function asMember({
	id,
	name,
	partyStatus,
	office,
	standing,
	hasDevice,
	assistedBy
}: PersonRow): Member {
	return {
		kind: 'member',
		id,
		name,
		partyStatus,
		office,
		standing,
		hasDevice,
		...(assistedBy && { assistedBy })
	};
}
