/** How long a cell keeps its records. Nothing is deleted by itself: the owner is reminded, and deletes (AV7, SE9). */
import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { keptUntil } from '../../src/lib/archive/retention.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { Database } from '../db/client.ts';
import { organisations, records, recordWords } from '../db/tables.ts';

/** Null where the cell has not said. */
export async function retentionOf(db: Database, cell: string): Promise<number | null> {
	const [row] = await db
		.select({ years: organisations.retentionYears })
		.from(organisations)
		.where(eq(organisations.id, cell));
	return row?.years ?? null;
}

export async function setRetention(db: Database, cell: string, years: number | null): Promise<void> {
	await db.update(organisations).set({ retentionYears: years }).where(eq(organisations.id, cell));
}

export interface Overdue {
	readonly meeting: string;
	readonly month: string;
	readonly type: Setup['type'];
	readonly until: number;
}

/** Somebody who has put it off for years sees the oldest first. */
const MOST = 24;

/** Sealed records whose years are over, the oldest first. */
export async function overdueIn(
	{ db, clock }: { readonly db: Database; readonly clock: () => number },
	cell: string
): Promise<Overdue[]> {
	const years = await retentionOf(db, cell);
	if (years === null) return [];
	const now = clock();
	const rows = await db
		.select({
			meeting: recordWords.meeting,
			month: recordWords.month,
			type: recordWords.type,
			endedAt: recordWords.endedAt
		})
		.from(recordWords)
		.innerJoin(records, eq(records.meeting, recordWords.meeting))
		.where(
			and(
				eq(recordWords.cell, cell),
				eq(recordWords.clearance, 'whole'),
				isNotNull(records.sealedAt),
				// No year is longer than this: the calendar says the rest.
				lte(recordWords.endedAt, now - years * 365 * 86_400_000)
			)
		)
		.orderBy(asc(recordWords.endedAt))
		.limit(MOST);
	return rows
		.map(({ endedAt, ...row }) => ({ ...row, until: keptUntil(endedAt, years) }))
		.filter(({ until }) => until <= now);
}
