import { and, eq } from 'drizzle-orm';
import { canonical, type Correction } from '../../src/lib/seal/chain.ts';
import type { Database } from '../db/client.ts';
import { corrections, seals } from '../db/tables.ts';
import { appendSeal, sealedRecord, type StoredLink } from './append.ts';
import type { SealKeys } from './keys.ts';

export interface SealDeps {
	readonly db: Database;
	readonly sealKey: SealKeys;
	readonly clock: () => number;
}

export type Asked = Pick<Correction, 'meeting' | 'by' | 'reason' | 'text'>;

/** Puts a mistake right beside the sealed record (SE8). @returns null where no record of the meeting is sealed, or not any more */
export async function correct({ db, sealKey, clock }: SealDeps, asked: Asked): Promise<StoredLink | null> {
	const { meeting, by } = asked;
	const of = await sealedRecord(db, meeting);
	if (!of) return null;
	const at = clock();
	const said: Correction = {
		format: 'correction/1',
		...asked,
		at,
		of: { number: of.number, hash: of.hash },
		reason: asked.reason.normalize('NFC'),
		text: asked.text.normalize('NFC')
	};
	const text = canonical(said);
	const entry = {
		cell: of.cell,
		kind: 'correction',
		meeting,
		at,
		by: by.id,
		log: null,
		of: of.number
	} as const;
	return appendSeal(
		db,
		await sealKey.current(),
		{ ...entry, reason: null, canonical: text },
		(transaction, number) =>
			transaction.insert(corrections).values({ cell: of.cell, number, meeting, canonical: text })
	);
}

/** Oldest first. */
export async function correctionsOf(
	db: Database,
	meeting: string
): Promise<(Correction & { number: number })[]> {
	const rows = await db
		.select({ number: corrections.number, canonical: corrections.canonical })
		.from(corrections)
		.innerJoin(seals, and(eq(seals.cell, corrections.cell), eq(seals.number, corrections.number)))
		.where(eq(corrections.meeting, meeting))
		.orderBy(corrections.number);
	return rows.map(({ number, canonical: text }) => ({ ...(JSON.parse(text) as Correction), number }));
}
