import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

export interface FreshDatabase {
	readonly url: string;
	drop(): Promise<void>;
}

/** A new, empty database in the cluster of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
	const url = new URL(inject('postgresUrl'));
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await maintenance(url, `create database ${name}`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return { url: own.href, drop: () => maintenance(url, `drop database if exists ${name} with (force)`) };
}

async function maintenance(url: URL, statement: string): Promise<void> {
	const sql = postgres(url.href, { max: 1, fetch_types: false, onnotice: () => {} });
	await sql.unsafe(statement);
	await sql.end();
}
