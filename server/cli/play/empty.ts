import type { Sql } from 'postgres';
import { connect } from '../../db/client.ts';

export class NotEmpty extends Error {
	readonly id = 'not-empty';
}

/**
 * A play leaves a whole meeting behind, so it refuses a database in which anything is kept.
 * @throws {NotEmpty}
 */
export async function assertEmpty(url: string): Promise<void> {
	const { sql, close } = connect(url);
	try {
		const held = await firstHeld(sql);
		if (held)
			throw new NotEmpty(`The database is not empty: ${held} holds something. A play needs an empty one.`);
	} catch (error) {
		if (error instanceof NotEmpty) throw error;
		const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw new Error(`The database at DATABASE_URL does not answer: ${why}`, { cause: error });
	} finally {
		await close();
	}
}

/** Any table with a row, but the journal of migrations. */
async function firstHeld(sql: Sql): Promise<string | null> {
	const tables = await sql<{ schema: string; name: string }[]>`
		select schemaname as schema, tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema', 'drizzle')`;
	for (const { schema, name } of tables) {
		const rows = await sql`select 1 from ${sql(schema)}.${sql(name)} limit 1`;
		if (rows.length > 0) return `${schema}.${name}`;
	}
	return null;
}
