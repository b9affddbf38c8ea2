import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ISql, Sql } from 'postgres';
import type { Config } from '../config.ts';
import { connectPatiently } from '../db/client.ts';
import { migrationsFolder, openDatabase } from '../db/open.ts';
import { ifAbsent, keptOnce } from '../kept-file.ts';
import { keyOf } from '../seals/keys.ts';
import { openBackup, UnfitBackup, type OpenBackup, type Table } from './file.ts';
import { firstHeld } from './tables.ts';

export interface Restored {
	/** The moment of the backup. */
	readonly at: number;
	readonly tables: number;
}

/**
 * Fills an empty database, all or nothing, as the program was that made the backup; what is newer in this program
 * is then done to it as at any start.
 * @throws {UnfitBackup} where the backup or the place for it is not what it must be
 */
export async function restore(config: Config, path: string, log: (line: string) => void): Promise<Restored> {
	const backup = await openBackup(path);
	try {
		await keepKey(config.sealKey, backup.header.sealKey, path, false);
		await withMigrations(backup.header.migrations, path, async (folder) => {
			const { sql, close } = await openDatabase(config, log, folder, connectPatiently);
			await fill(sql, backup).finally(close);
		});
		await keepKey(config.sealKey, backup.header.sealKey, path, true);
		const { close } = await openDatabase(config, log);
		await close();
		return { at: backup.header.at, tables: backup.header.tables.length };
	} finally {
		backup.close();
	}
}

async function fill(sql: Sql, backup: OpenBackup): Promise<void> {
	await sql.begin(async (transaction) => {
		await transaction`set local statement_timeout = 0`;
		await transaction`set local idle_in_transaction_session_timeout = 0`;
		await assertFree(transaction);
		for (const table of backup.header.tables) await copyIn(transaction, table, backup.rows());
		await backup.end();
	});
}

async function assertFree(sql: ISql): Promise<void> {
	const held = await firstHeld(sql);
	if (held)
		throw new UnfitBackup(`The database is not empty: ${held} holds something. A backup needs an empty one.`);
	const [other] = await sql`
		select 1 from pg_stat_activity
		where datname = current_database() and application_name = 'hoi-truong' and pid <> pg_backend_pid() limit 1`;
	if (other) throw new UnfitBackup('A server is using the database: stop it, then restore.');
}

async function copyIn(sql: ISql, { name, columns }: Table, rows: AsyncGenerator<Buffer>): Promise<void> {
	const into = await sql`copy ${sql(name)} (${sql(columns as string[])}) from stdin`.writable();
	await pipeline(Readable.from(rows, { objectMode: false }), into);
}

/** @param isDone  whether the rows are in: only then is the key put down */
async function keepKey(file: string, pem: string | null, path: string, isDone: boolean): Promise<void> {
	if (pem === null) return;
	const { id } = keyOf(pem, path);
	const there = isDone ? await keptOnce(file, () => pem) : await readFile(file, 'utf8').catch(ifAbsent);
	if (there === null || keyOf(there, file).id === id) return;
	throw new UnfitBackup(
		`${file} holds another key than the backup (${id}): move it away, so that the restored records can be sealed on.`
	);
}

/** Only the migrations that the backup's database had: its rows are of that shape. */
async function withMigrations<T>(
	had: readonly number[],
	path: string,
	work: (folder: string) => Promise<T>
): Promise<T> {
	const whole = migrationsFolder();
	const journalOf = (folder: string) => join(folder, 'meta', '_journal.json');
	const journal = JSON.parse(await readFile(journalOf(whole), 'utf8')) as { entries: { when: number }[] };
	const entries = journal.entries.filter(({ when }) => had.includes(when));
	if (entries.length !== had.length)
		throw new UnfitBackup(`${path} was made by a newer program: restore with that one, or a newer one.`);
	const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-migrations-'));
	try {
		await cp(whole, folder, { recursive: true });
		await writeFile(journalOf(folder), JSON.stringify({ ...journal, entries }));
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}
