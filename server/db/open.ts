import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import type { Config } from '../config.ts';
import { firstAnswer, inWords } from './away.ts';
import { assertDurable, connect, migrate, type Database } from './client.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startEmbedded } from './embedded.ts';

export interface OpenDatabase {
	readonly sql: Sql;
	readonly db: Database;
	close(): Promise<void>;
}

/**
 * The database of this server: the one at DATABASE_URL, else the embedded one in DATA_DIR, which this process
 * then owns. Migrated, and refused where it could lose what it acknowledges.
 * @throws one-line errors: data folder in use, database away, newer than the program, or not durable
 */
export async function openDatabase(
	config: Config,
	log: (line: string) => void,
	migrations = migrationsFolder(),
	connectTo = connect
): Promise<OpenDatabase> {
	const lock = await lockDataDir(config.dataDir);
	const embedded = config.databaseUrl
		? null
		: await startEmbedded({ dataDir: config.dataDir, log }).catch(async (error: unknown) => {
				await lock.release();
				throw error;
			});
	const url = config.databaseUrl ?? embedded?.url ?? '';
	const { db, sql, close: disconnect } = connectTo(url);
	const close = async () => {
		await disconnect();
		await embedded?.stop();
		await lock.release();
	};
	try {
		await (embedded ? assertDurable(sql) : firstAnswer(assertDurable(sql), url));
		await migrate(url, { folder: migrations });
		return { db, sql, close };
	} catch (error) {
		// Nothing is under way; a connection that does not come about is not waited for.
		await sql.end({ timeout: 0 });
		await close();
		throw embedded ? error : inWords(error, url);
	}
}

/** `drizzle/` stands beside package.json; this code runs from `server/db` or, bundled, from below `build/`. */
export function migrationsFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error('the folder drizzle/ with the migrations is missing');
		folder = parent;
	}
	return join(folder, 'drizzle');
}
