import { access, readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ISql, Sql } from 'postgres';
import { ifAbsent } from '../kept-file.ts';
import { UnfitBackup, writeBackup, type Table } from './file.ts';
import { tablesIn } from './tables.ts';

export interface BackupOptions {
	/** Where the key lies that seals; it goes into the backup, since seals cannot be continued without it. */
	readonly sealKey: string;
	readonly now: number;
}

/**
 * Everything that one moment of the database holds, while the server goes on: nothing of a commit, or all of it.
 * @throws {UnfitBackup} where the file is there already
 */
export async function backup(
	sql: Sql,
	path: string,
	{ sealKey, now }: BackupOptions
): Promise<{ tables: number }> {
	const isThere = await access(path).then(
		() => true,
		() => false
	);
	if (isThere) throw new UnfitBackup(`${path} is there already: a backup never replaces another file.`);
	const key = await readFile(sealKey, 'utf8').catch(ifAbsent);
	const tables = await sql.begin('isolation level repeatable read read only', async (at) => {
		// The limits of ordinary work would end the reading of a large table.
		await at`set local statement_timeout = 0`;
		await at`set local idle_in_transaction_session_timeout = 0`;
		const header = {
			format: 'hoi-truong-backup/1' as const,
			at: now,
			migrations: await migrationsIn(at),
			tables: await tablesIn(at),
			sealKey: key
		};
		await writeBackup(path, header, (table) => copyOut(at, table));
		return header.tables.length;
	});
	return { tables };
}

/**
 * Where the end of a table comes while pieces of it still wait to be read, the driver has stopped listening, and
 * nobody asks it for more: the answer to whatever is asked next would never be heard.
 */
async function copyOut(sql: ISql, { name, columns }: Table): Promise<Readable> {
	const rows = await sql`copy ${sql(name)} (${sql(columns as string[])}) to stdout`.readable();
	return rows.once('end', () => rows._read(0));
}

async function migrationsIn(sql: ISql): Promise<number[]> {
	const rows = await sql<{ when: string }[]>`
		select created_at as when from drizzle.__drizzle_migrations order by created_at`;
	return rows.map(({ when }) => Number(when));
}
