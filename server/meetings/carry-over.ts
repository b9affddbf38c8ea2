import { desc, eq } from 'drizzle-orm';
import type { PreviousTask } from '../../src/lib/tasks/contract.ts';
import { carriedOver } from '../../src/lib/tasks/tasks.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Database } from '../db/client.ts';
import { records } from '../db/tables.ts';

/**
 * What the last meeting of a cell left to do (TA8), with what its debrief found must be put right (DB5).
 * @param people  who is of the cell now: a task of somebody who left has no owner any more
 */
export async function tasksLeft(
	{ db }: { readonly db: Database },
	cell: string,
	people: ReadonlySet<string>
): Promise<PreviousTask[]> {
	const [last] = await db
		.select({ canonical: records.canonical })
		.from(records)
		.where(eq(records.cell, cell))
		.orderBy(desc(records.endedAt))
		.limit(1);
	if (!last) return [];
	// A record of an older release knows of no tasks.
	const { tasks, debrief } = JSON.parse(last.canonical) as Partial<Pick<MeetingRecord, 'tasks' | 'debrief'>>;
	return (tasks ? carriedOver(tasks, debrief?.remedies) : []).map((task) => ({
		...task,
		owner: task.owner !== null && people.has(task.owner) ? task.owner : null
	}));
}
