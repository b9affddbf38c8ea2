/** The blocks of text that a cell keeps: versions are added, never changed (standing, ST3). */
import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { inForce, type Content, type Version } from '../../src/lib/standing/standing.ts';
import type { Database } from '../db/client.ts';
import { standingBlocks } from '../db/tables.ts';

interface Kept {
	readonly db: Database;
}

/** All there ever were; those of one block in the order of entering. */
export async function versionsOf({ db }: Kept, cell: string): Promise<Version[]> {
	const rows = await db
		.select()
		.from(standingBlocks)
		.where(eq(standingBlocks.cell, cell))
		.orderBy(asc(standingBlocks.block), asc(standingBlocks.version));
	return rows.map(({ block, kind, title, text, number, issuedOn, issuer, minutes, from, isEnd }) => ({
		block,
		kind,
		title,
		text,
		number,
		issuedOn,
		issuer,
		minutes,
		from,
		isEnd
	}));
}

/** @param day  `2026-11-03` */
export async function standingOn(app: Kept, cell: string, day: string): Promise<Version[]> {
	return inForce(await versionsOf(app, cell), day);
}

/** A new block. @returns its id */
export async function addBlock(
	{ db }: Kept,
	by: string,
	cell: string,
	content: Content,
	from: string
): Promise<string> {
	const block = randomUUID();
	await db.insert(standingBlocks).values({ ...content, block, version: 1, cell, from, enteredBy: by });
	return block;
}

/** A new version of a block, or its end. @returns false where the cell has no such block */
export async function changeBlock(
	app: Kept,
	by: string,
	cell: string,
	block: string,
	{ from, isEnd, ...changed }: Partial<Omit<Content, 'kind'>> & Pick<Version, 'from' | 'isEnd'>
): Promise<boolean> {
	const before = (await versionsOf(app, cell)).filter((version) => version.block === block);
	const last = before.at(-1);
	if (!last) return false;
	// Of two who change it in one moment the second is refused by the number, which only one can have.
	const version = before.length + 1;
	await app.db
		.insert(standingBlocks)
		.values({ ...last, ...changed, version, cell, from, isEnd, enteredBy: by });
	return true;
}
