import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { meetings, seals } from '../db/tables.ts';
import type { Transaction } from './append.ts';

/** Taken by who adds to what is kept of a meeting, and by who deletes it: the one waits for the other (SE9). */
export async function holdKept(transaction: Transaction, meeting: string): Promise<void> {
	await transaction.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meeting)).for('update');
}

/**
 * Adds to what is kept of a meeting, in one transaction: what is added just then to a record that goes would stay
 * behind, and nobody would delete it any more.
 * @returns null, and nothing is done, where its record was deleted
 */
export function unlessDeleted<T>(
	db: Pick<Database, 'transaction'>,
	meeting: string,
	add: (transaction: Transaction) => Promise<T>
): Promise<T | null> {
	return db.transaction(async (transaction) => {
		await holdKept(transaction, meeting);
		return (await isDeleted(transaction, meeting)) ? null : add(transaction);
	});
}

async function isDeleted(transaction: Transaction, meeting: string): Promise<boolean> {
	const entries = await transaction
		.select({ number: seals.number })
		.from(seals)
		.where(and(eq(seals.meeting, meeting), eq(seals.kind, 'deletion')));
	return entries.length > 0;
}
