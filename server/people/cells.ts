/** Making a cell with its secretary. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { organisations, people } from '../db/tables.ts';
import { NEW_MEMBER } from './keep.ts';

export interface NewCell {
	/** An organisation that exists, or the name of a new one. */
	readonly upper: { readonly id: string } | { readonly name: string };
	readonly name: string;
	readonly place: string | null;
	readonly meetingPlace: string | null;
	readonly ruleProfile: string;
	readonly secretary: string;
}

export class UnknownOrganisation extends Error {
	readonly id = 'unknown-organisation';
}

/** @throws {UnknownOrganisation} */
export async function makeCell(db: Database, made: NewCell): Promise<{ cell: string; secretary: string }> {
	return db.transaction(async (tx) => {
		const parent = 'id' in made.upper ? made.upper.id : randomUUID();
		if ('name' in made.upper)
			await tx.insert(organisations).values({ id: parent, kind: 'grassroots', name: made.upper.name });
		else if ((await tx.select().from(organisations).where(eq(organisations.id, parent))).length === 0)
			throw new UnknownOrganisation();
		const cell = randomUUID();
		const { name, place, meetingPlace, ruleProfile } = made;
		await tx
			.insert(organisations)
			.values({ id: cell, parent, kind: 'cell', name, place, meetingPlace, ruleProfile });
		const secretary = randomUUID();
		await tx
			.insert(people)
			.values({ id: secretary, cell, ...NEW_MEMBER, name: made.secretary, office: 'secretary' });
		return { cell, secretary };
	});
}
