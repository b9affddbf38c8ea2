/** The sealed things as they stand in the database, read in one moment of it. */
import type { ISql } from 'postgres';
import type { Kind } from '../../src/lib/seal/chain.ts';
import type { Kept } from '../../src/lib/seal/check.ts';

export interface StoredEntry extends Kept {
	readonly cell: string;
	readonly meeting: string;
	readonly kind: Kind;
}

export interface StoredContent {
	readonly meeting: string;
	readonly canonical: string;
}

export interface RecordRow extends StoredContent {
	readonly cell: string;
	readonly endedAt: number;
	readonly sealedAt: number | null;
	readonly seq: number;
	readonly sha256: string;
}

export async function keysIn(sql: ISql): Promise<Map<string, string>> {
	const rows = await sql<{ id: string; publicKey: string }[]>`
		select id, public_key as "publicKey" from seal_keys order by id`;
	return new Map(rows.map(({ id, publicKey }) => [id, publicKey]));
}

/** Cells in which something was ever sealed. */
export async function cellsIn(sql: ISql): Promise<string[]> {
	const rows = await sql<{ cell: string }[]>`
		select cell from seals union select cell from corrections union select cell from records where sealed_at is not null
		order by cell`;
	return rows.map(({ cell }) => cell);
}

export async function chainIn(sql: ISql, cell: string): Promise<StoredEntry[]> {
	return sql<StoredEntry[]>`
		select cell, number, meeting, kind, entry, hash, signature, key from seals where cell = ${cell} order by number`;
}

export async function recordIn(sql: ISql, meeting: string): Promise<RecordRow | null> {
	const [row] = await sql<
		(Omit<RecordRow, 'endedAt' | 'sealedAt'> & { endedAt: string; sealedAt: string | null })[]
	>`
		select meeting, cell, ended_at as "endedAt", sealed_at as "sealedAt", seq, sha256, canonical
		from records where meeting = ${meeting}`;
	if (!row) return null;
	return {
		...row,
		endedAt: Number(row.endedAt),
		sealedAt: row.sealedAt === null ? null : Number(row.sealedAt)
	};
}

/** By number. */
export async function correctionsIn(sql: ISql, cell: string): Promise<Map<number, StoredContent>> {
	const rows = await sql<(StoredContent & { number: number })[]>`
		select number, meeting, canonical from corrections where cell = ${cell} order by number`;
	return new Map(rows.map(({ number, ...content }) => [number, content]));
}

/** The last entry of each chain. */
export async function headsIn(sql: ISql): Promise<Omit<StoredEntry, 'entry' | 'meeting' | 'kind'>[]> {
	return sql<Omit<StoredEntry, 'entry' | 'meeting' | 'kind'>[]>`
		select distinct on (cell) cell, number, hash, signature, key from seals order by cell, number desc`;
}
