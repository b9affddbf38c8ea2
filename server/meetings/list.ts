/** The meetings of a cell, as the home page lists them. */
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { events, meetings, records } from '../db/tables.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';

export interface Listed {
	readonly id: string;
	readonly type: Setup['type'];
	readonly model: boolean;
	readonly topic: string | null;
	readonly place: string;
	readonly plannedStart: number;
	readonly phase: 'before' | 'running' | 'ended';
	/** Who leads it now may differ; who was asked to when it was made. */
	readonly chair: string;
	readonly facilitator: string | null;
	/** Null for one without a record. */
	readonly endedAt: number | null;
	readonly rules: Setup['rules'];
}

const MOST = 60;

/** The newest first. */
export async function meetingsOf(db: Database, cell: string): Promise<Listed[]> {
	const rows = await db
		.select({ id: meetings.id, made: events.event, endedAt: records.endedAt })
		.from(meetings)
		.innerJoin(events, and(eq(events.meeting, meetings.id), eq(events.seq, 1)))
		.leftJoin(records, eq(records.meeting, meetings.id))
		.where(eq(meetings.cell, cell))
		.orderBy(desc(meetings.plannedStart))
		.limit(MOST);
	// A meeting with a record is over: only the few without are asked how far they are.
	const phases = await phasesOf(
		db,
		rows.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []))
	);
	return rows.flatMap(({ id, made, endedAt }) =>
		made.type === 'meeting.created' ? [{ ...listed(made.setup, phases.get(id) ?? 'ended'), endedAt }] : []
	);
}

function listed(
	{ id, type, model, topic, place, plannedStart, chair, facilitator, rules }: Setup,
	phase: Listed['phase']
): Omit<Listed, 'endedAt'> {
	return { id, type, model, topic, place, plannedStart, phase, chair, facilitator, rules };
}

async function phasesOf(db: Database, ids: readonly string[]): Promise<Map<string, Listed['phase']>> {
	const phases = new Map<string, Listed['phase']>(ids.map((id) => [id, 'before']));
	if (ids.length === 0) return phases;
	const found = await db
		.select({ meeting: events.meeting, type: events.type })
		.from(events)
		.where(and(inArray(events.meeting, [...ids]), inArray(events.type, ['meeting.opened', 'meeting.ended'])))
		.orderBy(events.seq);
	for (const { meeting, type } of found) phases.set(meeting, type === 'meeting.ended' ? 'ended' : 'running');
	return phases;
}

/** The meeting that names this person as an observer, the newest first; null where none does. */
export async function meetingInviting(db: Database, person: string): Promise<string | null> {
	const among = JSON.stringify([{ kind: 'observer', id: person }]);
	const [found] = await db
		.select({ meeting: events.meeting })
		.from(events)
		.where(
			or(
				and(
					eq(events.type, 'meeting.created'),
					sql`${events.event} -> 'setup' -> 'people' @> ${among}::jsonb`
				),
				and(eq(events.type, 'roster.changed'), sql`${events.event} -> 'people' @> ${among}::jsonb`)
			)
		)
		.orderBy(desc(events.at))
		.limit(1);
	return found?.meeting ?? null;
}
