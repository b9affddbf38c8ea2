import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { carriedOver, evolve, initial, type Commitments } from '../../src/lib/commitments/commitments.ts';
import type { Event } from '../../src/lib/commitments/contract.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Database } from '../db/client.ts';
import { events, meetings } from '../db/tables.ts';

/** Each meeting begins with what stood in the one before: more are read for who was not there lately. */
const MEETINGS = 12;

type Brought = Extract<Event, { type: 'commitment.brought' }>;

/**
 * The commitments that stand in a cell, read from its log (commitments, CM4).
 * @param people  who is of the cell now
 */
export async function commitmentsKept(
	{ db }: { readonly db: Database },
	cell: string,
	people: ReadonlySet<string>
): Promise<Brought[]> {
	const last = await db
		.select({ id: meetings.id })
		.from(meetings)
		.where(eq(meetings.cell, cell))
		.orderBy(desc(meetings.plannedStart))
		.limit(MEETINGS);
	if (last.length === 0) return [];
	const rows = await db
		.select({ event: events.event })
		.from(events)
		.innerJoin(meetings, eq(meetings.id, events.meeting))
		.where(
			and(
				inArray(
					events.meeting,
					last.map(({ id }) => id)
				),
				inArray(events.type, ['commitment.brought', 'commitment.reviewed'])
			)
		)
		.orderBy(asc(meetings.plannedStart), asc(events.seq));
	// In the order of the meetings, so that what was brought last stands.
	const standing = rows.reduce<Commitments>(
		(all, { event }) => (isOfCommitments(event) ? evolve(all, event) : all),
		initial
	);
	return carriedOver(standing).filter(({ member }) => people.has(member));
}

function isOfCommitments(
	event: LoggedEvent
): event is Extract<LoggedEvent, { type: 'commitment.brought' | 'commitment.reviewed' }> {
	return event.type === 'commitment.brought' || event.type === 'commitment.reviewed';
}
