import { eq, like, sql } from 'drizzle-orm';
import {
	clients,
	corrections,
	events,
	paperFiles,
	publications,
	records,
	recordWords,
	snapshots,
	streams,
	updates,
	uploads
} from '../db/tables.ts';
import { appendSeal, sealedRecord, type StoredLink, type Transaction } from './append.ts';
import type { SealDeps } from './correct.ts';
import { holdKept } from './unless-deleted.ts';

export interface Deletion {
	readonly meeting: string;
	readonly by: string;
	readonly reason: string;
}

/**
 * Removes a sealed record and all that its meeting left, and writes so into the chain, in which its entries stay (SE9).
 * @returns null where no record of the meeting is sealed, or not any more
 */
export async function deleteRecord(
	{ db, sealKey, clock }: SealDeps,
	{ meeting, by, reason }: Deletion
): Promise<StoredLink | null> {
	const of = await sealedRecord(db, meeting);
	if (!of) return null;
	const entry = {
		cell: of.cell,
		kind: 'deletion',
		meeting,
		at: clock(),
		by,
		log: null,
		of: of.number,
		reason: reason.normalize('NFC'),
		canonical: null
	} as const;
	return appendSeal(db, await sealKey.current(), entry, (transaction) => empty(transaction, meeting));
}

/** The streams first: who appends to one just then comes to its end before, or does not find it any more. */
async function empty(transaction: Transaction, meeting: string): Promise<void> {
	await holdKept(transaction, meeting);
	const document = `${meeting.replace(/[\\%_]/g, '\\$&')}/%`;
	await transaction.delete(streams).where(sql`${streams.id} = ${meeting} or ${streams.id} like ${document}`);
	await transaction.delete(records).where(eq(records.meeting, meeting));
	await transaction.delete(recordWords).where(eq(recordWords.meeting, meeting));
	await transaction.delete(publications).where(eq(publications.meeting, meeting));
	await transaction.delete(uploads).where(eq(uploads.meeting, meeting));
	await transaction.delete(corrections).where(eq(corrections.meeting, meeting));
	await transaction.delete(paperFiles).where(eq(paperFiles.meeting, meeting));
	await transaction.delete(events).where(eq(events.meeting, meeting));
	for (const table of [updates, clients, snapshots])
		await transaction.delete(table).where(like(table.document, document));
}
