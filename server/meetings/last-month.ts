import { and, desc, eq, lt } from 'drizzle-orm';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { LastMonth } from '../../src/lib/substance/last-month.ts';
import type { Database } from '../db/client.ts';
import { records } from '../db/tables.ts';

/**
 * What the minutes of the cell's meeting before this one say, by item of the template (SU3).
 * @param before  milliseconds since 1970: the meeting's own opening, or now
 * @returns null where there is no earlier record
 */
export async function lastMonth(
	{ db }: { readonly db: Database },
	cell: string,
	before: number
): Promise<LastMonth | null> {
	const [last] = await db
		.select({ canonical: records.canonical })
		.from(records)
		.where(and(eq(records.cell, cell), lt(records.endedAt, before)))
		.orderBy(desc(records.endedAt))
		.limit(1);
	if (!last) return null;
	const { meeting, items, documents } = JSON.parse(last.canonical) as MeetingRecord;
	const words = new Map(documents.minutes.blocks.map(({ id, text }) => [id, text]));
	return {
		month: meeting.month,
		sections: items.flatMap(({ id, code }) => (code === null ? [] : [{ code, text: words.get(id) ?? '' }]))
	};
}
