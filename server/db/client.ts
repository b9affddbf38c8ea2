import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import postgres, { type Sql } from 'postgres';
import * as tables from './tables.ts';
import { Dialler } from './watched-socket.ts';

export type Database = PostgresJsDatabase<typeof tables>;

export interface Connection {
	/** Drizzle turns the driver's date parsers off: raw queries through `sql` give dates as text. */
	readonly db: Database;
	readonly sql: Sql;
	/** Lets running queries end, for at most five seconds. */
	close(): Promise<void>;
}

/** A database that this program must not work on; the message is one line for whoever starts it. */
export class UnfitDatabase extends Error {
	readonly id = 'unfit-database';
}

/** Limits of the server's side, in milliseconds: no query of ours may hold another up for longer. */
const LIMITS = { statement_timeout: 5_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 10_000 };
/** How PostgreSQL writes an array of numbers or texts. Drizzle hands its own over as written, and reads them back. */
function literal(values: string | readonly (string | number)[]): string {
	if (typeof values === 'string') return values;
	return `{${values.map((value) => `"${String(value).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

/** By the number that PostgreSQL gives each type. */
const ARRAYS = {
	texts: { to: 1009, from: [], serialize: literal, parse: String },
	integers: { to: 1007, from: [], serialize: literal, parse: String },
	bigints: { to: 1016, from: [], serialize: literal, parse: String }
};
/** Any fixed number: whoever migrates this database holds it. */
const MIGRATION_LOCK = 7_315_042_026;

/** Connects when first asked something, and again by itself after the database was away. */
export function connect(url: string): Connection {
	return connection(open(url, 10, LIMITS, { socket: new Dialler().call }));
}

/** For who fills whole tables: the database says nothing until the last row of one is in, which may take minutes. */
export function connectPatiently(url: string): Connection {
	return connection(open(url, 10, LIMITS));
}

function connection(sql: Sql): Connection {
	return { sql, db: drizzle({ client: sql, schema: tables }), close: () => sql.end({ timeout: 5 }) };
}

/** @throws {UnfitDatabase} where a commit could be lost in a power cut */
export async function assertDurable(sql: Sql): Promise<void> {
	const settings = await sql<{ name: string; setting: string }[]>`
		select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`;
	for (const { name, setting } of settings) {
		if (setting === 'off') {
			throw new UnfitDatabase(
				`The database has ${name} = off and could lose what it has confirmed: set ${name} = on.`
			);
		}
	}
}

/**
 * Applies what is new in `folder`. Processes that start together take turns.
 * @throws {UnfitDatabase} where a program that knows other migrations has worked on the database
 */
export async function migrate(url: string, { folder }: { folder: string }): Promise<void> {
	// One connection, since the lock belongs to it; it goes with the connection however this ends.
	const sql = open(url, 1, { lock_timeout: 60_000 });
	try {
		await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
		assertKnown(
			await appliedTo(sql),
			readMigrationFiles({ migrationsFolder: folder }).map((file) => file.folderMillis)
		);
		await applyMigrations(drizzle({ client: sql }), { migrationsFolder: folder });
	} finally {
		await sql.end({ timeout: 5 });
	}
}

function open(
	url: string,
	max: number,
	limits: Partial<typeof LIMITS>,
	more: { socket?: Dialler['call'] } = {}
): Sql {
	const connection = { application_name: 'hoi-truong', ...limits };
	// Notices (`schema already exists, skipping`) would go to the console.
	// The driver would ask for the array types on each connect and leave the answer unawaited: a database that
	// dies at that moment would end the process. Ours are given here instead.
	const options = {
		max,
		connect_timeout: 5,
		// The driver's own pauses grow to twenty seconds: too long for people who wait for it to be back.
		backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 0.3),
		connection,
		onnotice: () => {},
		fetch_types: false,
		types: ARRAYS,
		...more
	};
	return postgres(url, options);
}

/** The journal's `when` of each migration applied, oldest first: drizzle's own name for it. */
async function appliedTo(sql: Sql): Promise<number[]> {
	const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
	if (!found?.name) return [];
	const rows = await sql<
		{ when: string }[]
	>`select created_at as when from drizzle.__drizzle_migrations order by created_at`;
	return rows.map((row) => Number(row.when));
}

/** Drizzle compares the last migration alone: it would pass over a newer database, and over one of another branch. */
function assertKnown(applied: readonly number[], known: readonly number[]): void {
	const foreign = applied.findIndex((when, index) => when !== known[index]);
	if (foreign === -1) return;
	const reason =
		foreign >= known.length
			? 'The database is newer than this program: start the program that last used it, or a newer one'
			: 'The database was migrated by another version of this program: start that version';
	throw new UnfitDatabase(`${reason} (unknown migration ${applied[foreign]}).`);
}
