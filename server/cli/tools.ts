import { readConfig, type Config } from '../config.ts';
import { assertDurable, connect, migrate } from '../db/client.ts';
import { postgresLog } from '../log/postgres.ts';
import { createAuth } from '../auth/auth.ts';
import { createDocuments } from '../documents/documents.ts';
import { termOf } from '../meetings/register.ts';
import { createRooms } from '../rooms/rooms.ts';
import { runningUrl } from '../db/running.ts';
import { migrationsFolder, openDatabase, type OpenDatabase } from '../db/open.ts';
import type { DemoDeps } from '../demo/demo.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';

/**
 * What a command works with: the database of the running server where there is one, else one opened for the
 * command alone. It holds no web server, so only meetings that no server has open yet may be touched.
 */
export async function withTools<T>(
	env: NodeJS.ProcessEnv,
	work: (tools: DemoDeps) => Promise<T>
): Promise<T> {
	return withDatabase(env, (database, config) => onTop(database, config, work));
}

/** The same for what needs the database alone. */
export async function withDatabase<T>(
	env: NodeJS.ProcessEnv,
	work: (database: OpenDatabase, config: Config) => Promise<T>
): Promise<T> {
	const config = readConfig(env);
	const opened = await database(config);
	try {
		return await work(opened, config);
	} finally {
		await opened.close();
	}
}

async function onTop<T>(
	{ db, sql }: OpenDatabase,
	config: Config,
	work: (tools: DemoDeps) => Promise<T>
): Promise<T> {
	const log = postgresLog(sql);
	const clock = Date.now;
	const rooms = createRooms({
		log,
		clock,
		roomCode: () => false,
		termOf: (cell) => termOf(db, cell),
		lookAgain: () => undefined,
		async document(meeting, name) {
			const document = await documents.open(meeting, name);
			if (!document) throw new Error(`meeting ${meeting} has no ${name}`);
			return document;
		}
	});
	const documents = createDocuments({
		log,
		clock,
		originAllowed: () => false,
		identify: async () => null,
		house: {
			async meeting(id) {
				const room = await rooms.get(id);
				return (
					room && {
						right: () => null,
						person: () => undefined,
						blocks: (name) => blocksOf(room.meeting, name)
					}
				);
			}
		}
	});
	try {
		return await work({ db, log, clock, auth: createAuth({ db, secure: config.secure }), rooms });
	} finally {
		await documents.close();
	}
}

async function database(config: Config): Promise<OpenDatabase> {
	if (config.databaseUrl) return connected(config.databaseUrl);
	const running = await runningUrl(config.dataDir);
	// What was written down of a database that a power cut ended leads nowhere: then it is started anew.
	const found = running && (await connected(running).catch(() => null));
	return found || openDatabase(config, console.error);
}

async function connected(url: string): Promise<OpenDatabase> {
	const connection = connect(url);
	try {
		await assertDurable(connection.sql);
		await migrate(url, { folder: migrationsFolder() });
		return connection;
	} catch (error) {
		await connection.close();
		throw error;
	}
}
