/** Writes the next entry of a cell's chain. Who is second loses on its number, reads again and comes after (SE4). */
import { desc, eq } from 'drizzle-orm';
import { BEGINNING, canonical, hashAfter, signed, type Entry } from '../../src/lib/seal/chain.ts';
import type { Database } from '../db/client.ts';
import { sealKeys, seals } from '../db/tables.ts';
import type { SealKey } from './keys.ts';
import { tools } from './tools.ts';

export type StoredLink = typeof seals.$inferSelect;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface NewEntry extends Omit<Entry, 'format' | 'number' | 'content'> {
	/** The RFC 8785 text that is sealed; null for a deletion. */
	readonly canonical: string | null;
}

/**
 * @param alongside  what becomes true together with the entry, under its number, or not at all
 * @returns the entry of a record that was sealed before, if it was; null for what was deleted, and for a correction
 *   or a deletion of what is not sealed
 */
export async function appendSeal(
	db: Database,
	key: SealKey,
	what: NewEntry,
	alongside: (transaction: Transaction, number: number) => Promise<unknown>
): Promise<StoredLink | null> {
	for (;;) {
		try {
			return await db.transaction((transaction) => append(transaction, key, what, alongside));
		} catch (error) {
			if (!cameSecond(error)) throw error;
		}
	}
}

async function append(
	transaction: Transaction,
	key: SealKey,
	{ canonical: content, ...what }: NewEntry,
	alongside: (transaction: Transaction, number: number) => Promise<unknown>
): Promise<StoredLink | null> {
	const { cell, meeting, kind } = what;
	const before = await entriesOf(transaction, meeting);
	const record = recordIn(before);
	// Who read it before it was deleted must not bring it back.
	if (kind === 'record' ? before.length > 0 : !record) return record;
	const [last] = await transaction
		.select({ number: seals.number, hash: seals.hash })
		.from(seals)
		.where(eq(seals.cell, cell))
		.orderBy(desc(seals.number))
		.limit(1);
	const number = (last?.number ?? 0) + 1;
	const sha256 = content === null ? null : tools.sha256(Buffer.from(content));
	const entry = canonical({ format: 'seal/1', number, content: sha256, ...what } satisfies Entry);
	const hash = hashAfter(last?.hash ?? BEGINNING, entry, tools);
	const signature = key.sign(signed(cell, number, hash));
	const row: StoredLink = { cell, number, meeting, kind, entry, hash, signature, key: key.id };
	await transaction.insert(sealKeys).values({ id: key.id, publicKey: key.publicKey }).onConflictDoNothing();
	await transaction.insert(seals).values(row);
	await alongside(transaction, number);
	return row;
}

/** The entry of a meeting's record whose content is still there. */
export async function sealedRecord(
	db: Pick<Database, 'select'>,
	meeting: string
): Promise<StoredLink | null> {
	return recordIn(await entriesOf(db, meeting));
}

function entriesOf(db: Pick<Database, 'select'>, meeting: string): Promise<StoredLink[]> {
	return db.select().from(seals).where(eq(seals.meeting, meeting));
}

function recordIn(entries: readonly StoredLink[]): StoredLink | null {
	if (entries.some(({ kind }) => kind === 'deletion')) return null;
	return entries.find(({ kind }) => kind === 'record') ?? null;
}

/** Somebody else took the number first. */
function cameSecond(error: unknown): boolean {
	const cause = error instanceof Error ? error.cause : null;
	return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505';
}
