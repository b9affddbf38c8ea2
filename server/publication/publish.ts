/** Publishing a sealed record as a model, and taking it back (RULES.md of `src/lib/publication`). */
import { randomUUID } from 'node:crypto';
import { and, count, desc, eq, isNull, ne } from 'drizzle-orm';
import type { LeftOut } from '../../src/lib/publication/contract.ts';
import type { Extract } from '../../src/lib/publication/extract.ts';
import { dropModel, fillModel } from '../archive/models.ts';
import type { Database } from '../db/client.ts';
import { organisations, publications } from '../db/tables.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';
import { sealedForm } from './extract.ts';

export interface PublishDeps {
	readonly db: Database;
	readonly clock: () => number;
}

export interface Who {
	readonly id: string;
	readonly name: string;
}

/** As its readers have it. */
export interface Published {
	readonly extract: Extract;
	readonly at: number;
	readonly byName: string;
	readonly sha256: string;
}

/** @returns false where one of this record can be read already (PB7), and where the record was deleted (PB8) */
export async function publish(
	{ db, clock }: PublishDeps,
	by: Who,
	extract: Extract,
	leftOut: LeftOut
): Promise<boolean> {
	const { meeting, cell } = extract;
	const published = await unlessDeleted(db, meeting, async (transaction) => {
		const made = await transaction
			.insert(publications)
			.values({
				id: randomUUID(),
				meeting,
				cell: cell.id,
				at: clock(),
				by: by.id,
				byName: by.name,
				leftOut,
				...sealedForm(extract)
			})
			.onConflictDoNothing()
			.returning({ id: publications.id });
		if (made.length === 0) return false;
		await fillModel(transaction, extract);
		return true;
	});
	return published ?? false;
}

/** @returns false where there was nothing to take back */
export async function takeBack({ db, clock }: PublishDeps, by: Who, meeting: string): Promise<boolean> {
	return db.transaction(async (transaction) => {
		const taken = await transaction
			.update(publications)
			.set({ withdrawnAt: clock(), withdrawnBy: by.id, withdrawnByName: by.name })
			.where(and(eq(publications.meeting, meeting), isNull(publications.withdrawnAt)))
			.returning({ id: publications.id });
		await dropModel(transaction, meeting);
		return taken.length > 0;
	});
}

/** The organisation whose cells read one another's models; null for a cell that stands under none. */
export async function committeeOf(db: Database, cell: string): Promise<string | null> {
	const [row] = await db
		.select({ parent: organisations.parent })
		.from(organisations)
		.where(eq(organisations.id, cell));
	return row?.parent ?? null;
}

/** How many cells would read what this one publishes. */
export async function sistersOf(db: Database, cell: string): Promise<number> {
	const committee = await committeeOf(db, cell);
	if (committee === null) return 0;
	const [row] = await db
		.select({ cells: count() })
		.from(organisations)
		.where(
			and(eq(organisations.parent, committee), eq(organisations.kind, 'cell'), ne(organisations.id, cell))
		);
	return row?.cells ?? 0;
}

/** Null alike for what was never published, was taken back, and is another committee's (PB1). */
export async function publishedFor(
	db: Database,
	committee: string | null,
	meeting: string
): Promise<Published | null> {
	if (committee === null) return null;
	const [row] = await db
		.select()
		.from(publications)
		.innerJoin(organisations, eq(organisations.id, publications.cell))
		.where(
			and(
				eq(publications.meeting, meeting),
				isNull(publications.withdrawnAt),
				eq(organisations.parent, committee)
			)
		);
	if (!row) return null;
	const { canonical, at, byName, sha256 } = row.publications;
	return { extract: JSON.parse(canonical) as Extract, at, byName, sha256 };
}

export interface Publication {
	readonly id: string;
	readonly at: number;
	readonly byName: string;
	readonly leftOut: LeftOut;
	readonly withdrawnAt: number | null;
	readonly withdrawnByName: string | null;
}

/** The newest first. */
export async function publicationsOf(db: Database, meeting: string): Promise<Publication[]> {
	return db
		.select({
			id: publications.id,
			at: publications.at,
			byName: publications.byName,
			leftOut: publications.leftOut,
			withdrawnAt: publications.withdrawnAt,
			withdrawnByName: publications.withdrawnByName
		})
		.from(publications)
		.where(eq(publications.meeting, meeting))
		.orderBy(desc(publications.at));
}
