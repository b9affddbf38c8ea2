import type { ISql } from 'postgres';
import type { Table } from './file.ts';

/** Every table of ours, each after those that it refers to. */
export async function tablesIn(sql: ISql): Promise<Table[]> {
	const columns = await sql<{ name: string; column: string }[]>`
		select c.relname as name, a.attname as column from pg_class c
		join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relkind = 'r' order by c.relname, a.attnum`;
	const references = await sql<{ from: string; to: string }[]>`
		select f.relname as from, t.relname as to from pg_constraint r
		join pg_class f on f.oid = r.conrelid join pg_class t on t.oid = r.confrelid
		where r.contype = 'f' and r.conrelid <> r.confrelid`;
	const tables = new Map<string, string[]>();
	for (const { name, column } of columns) tables.set(name, [...(tables.get(name) ?? []), column]);
	return inOrder([...tables.keys()], references).map((name) => ({ name, columns: tables.get(name) ?? [] }));
}

function inOrder(names: readonly string[], references: readonly { from: string; to: string }[]): string[] {
	const ordered: string[] = [];
	const visit = (name: string): void => {
		if (ordered.includes(name)) return;
		for (const { from, to } of references) if (from === name) visit(to);
		ordered.push(name);
	};
	names.forEach(visit);
	return ordered;
}

/** A table in which something is kept, by name; null where all are empty. */
export async function firstHeld(sql: ISql): Promise<string | null> {
	const tables = await sql<{ schema: string; name: string }[]>`
		select schemaname as schema, tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema', 'drizzle')`;
	for (const { schema, name } of tables) {
		const rows = await sql`select 1 from ${sql(schema)}.${sql(name)} limit 1`;
		if (rows.length > 0) return `${schema}.${name}`;
	}
	return null;
}
