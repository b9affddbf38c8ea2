/** Changing a cell's people, and copying what changed into its meetings that have not opened (CE8). */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { App } from '../app.ts';
import type { Database } from '../db/client.ts';
import { meetings, people, records } from '../db/tables.ts';
import { asMember, peopleOf, type PersonRow } from './directory.ts';

export type PersonFields = Pick<
	PersonRow,
	'name' | 'partyStatus' | 'office' | 'standing' | 'birthYear' | 'hasDevice' | 'assistedBy'
>;

export const NEW_MEMBER: Omit<PersonFields, 'name'> = {
	partyStatus: 'official',
	office: 'member',
	standing: 'active',
	birthYear: null,
	hasDevice: true,
	assistedBy: null
};

export type Kept =
	{ readonly ok: true } | { readonly ok: false; readonly code: 'last-secretary' | 'unknown' };

export interface Batch {
	readonly added: readonly PersonFields[];
	readonly changed: readonly { readonly id: string; readonly fields: Partial<PersonFields> }[];
}

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** All of it or nothing of it. @param by  who acts, for the meetings' logs */
export async function keepPeople(app: App, by: string, cell: string, batch: Batch): Promise<Kept> {
	const touched: string[] = [];
	const kept = await inCell(app.db, cell, async (tx) => {
		const before = await leaders(tx, cell);
		for (const fields of batch.added) {
			if (fields.office === 'secretary') await demoteSecretary(tx, cell, null);
			await tx.insert(people).values({ id: randomUUID(), cell, ...fields });
		}
		for (const { id, fields } of batch.changed) {
			if (fields.office === 'secretary') await demoteSecretary(tx, cell, id);
			await tx.update(people).set(fields).where(mine(cell, id));
		}
		const after = await leaders(tx, cell);
		touched.push(...officesMoved(before, after));
		return hasSecretary(before) && !hasSecretary(after)
			? { ok: false, code: 'last-secretary' }
			: { ok: true };
	});
	if (kept.ok) await spread(app, by, cell, touched);
	return kept;
}

/** Takes somebody off the list; their links and sessions end (CE5). */
export async function removePerson(
	app: App,
	by: string,
	cell: string,
	id: string,
	reason: string
): Promise<Kept> {
	const kept = await inCell(app.db, cell, async (tx): Promise<Kept> => {
		const removedAt = new Date();
		const gone = await tx
			.update(people)
			.set({ removedAt, removedReason: reason })
			.where(mine(cell, id))
			.returning({ office: people.office });
		if (gone.length === 0) return { ok: false, code: 'unknown' };
		return gone.some(({ office }) => office === 'secretary')
			? { ok: false, code: 'last-secretary' }
			: { ok: true };
	});
	if (!kept.ok) return kept;
	await app.auth.revokeLinks(id);
	for (const { session } of await app.auth.devicesOf(id)) await app.auth.revokeSession(session);
	await spread(app, by, cell, []);
	return kept;
}

class Undone extends Error {
	readonly kept: Kept;
	constructor(kept: Kept) {
		super('undone');
		this.kept = kept;
	}
}

/** One change of a cell's list at a time, so that two cannot both take the last secretary away. */
async function inCell(db: Database, cell: string, work: (tx: Tx) => Promise<Kept>): Promise<Kept> {
	try {
		return await db.transaction(async (tx) => {
			await tx.select({ id: people.id }).from(people).where(eq(people.cell, cell)).for('update');
			const kept = await work(tx);
			if (!kept.ok) throw new Undone(kept);
			return kept;
		});
	} catch (error) {
		if (error instanceof Undone) return error.kept;
		throw error;
	}
}

const mine = (cell: string, id: string) =>
	and(eq(people.cell, cell), eq(people.id, id), isNull(people.removedAt));

/** A cell has one secretary (CE4). */
async function demoteSecretary(tx: Tx, cell: string, but: string | null): Promise<void> {
	const now = await tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.cell, cell), eq(people.office, 'secretary'), isNull(people.removedAt)));
	for (const { id } of now)
		if (id !== but) await tx.update(people).set({ office: 'member' }).where(eq(people.id, id));
}

type Offices = ReadonlyMap<string, PersonRow['office']>;

async function leaders(tx: Tx, cell: string): Promise<Offices> {
	const rows = await tx
		.select({ id: people.id, office: people.office })
		.from(people)
		.where(and(eq(people.cell, cell), isNull(people.removedAt)));
	return new Map(rows.map(({ id, office }) => [id, office]));
}

function hasSecretary(offices: Offices): boolean {
	return [...offices.values()].includes('secretary');
}

function officesMoved(before: Offices, after: Offices): string[] {
	return [...after].filter(([id, office]) => before.has(id) && before.get(id) !== office).map(([id]) => id);
}

async function spread(app: App, by: string, cell: string, officesChanged: readonly string[]): Promise<void> {
	for (const id of officesChanged) await app.auth.renewTokens(id);
	const roster = (await peopleOf(app.db, cell)).map(asMember);
	const waiting = await app.db
		.select({ id: meetings.id })
		.from(meetings)
		.leftJoin(records, eq(records.meeting, meetings.id))
		.where(and(eq(meetings.cell, cell), isNull(records.meeting)));
	for (const { id } of waiting) await (await app.rooms.get(id))?.refreshRoster(by, roster);
}
