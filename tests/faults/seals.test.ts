/** S10: the keeper of the database changes what was sealed, by chance, and each change is found. */
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Chance } from '../support/chance.ts';
import { foundAfter, manySealed } from '../support/sealed.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
	await manySealed(server);
});
afterAll(() => server.close());

/** Where a change is made, and which rows of it are sealed. */
const PLACES = [
	{ table: 'seals', key: ['cell', 'number'], where: 'true' },
	{ table: 'seal_keys', key: ['id'], where: 'true' },
	{ table: 'corrections', key: ['cell', 'number'], where: 'true' },
	{ table: 'records', key: ['meeting'], where: 'sealed_at is not null' },
	{
		table: 'events',
		key: ['meeting', 'seq'],
		where: `meeting <> 'mtg' and type <> 'record.kept'`
	},
	{ table: 'updates', key: ['document', 'seq', 'part'], where: `document not like 'mtg/%'` },
	{ table: 'clients', key: ['document', 'client'], where: `document not like 'mtg/%'` }
] as const;
type Place = (typeof PLACES)[number];

interface Column {
	readonly name: string;
	readonly type: string;
}

/** Something else of the same type, as a statement of SQL would put it. */
function other(chance: Chance, { name, type }: Column): string {
	const some = () => `floor(length(${name}) * ${chance.next()})::int`;
	switch (type) {
		case 'integer':
		case 'bigint':
			return `${name} + ${1 + chance.below(1_000)}`;
		case 'bytea': {
			const at = some();
			return `set_byte(${name}, ${at}, (get_byte(${name}, ${at}) + 1) % 256)`;
		}
		case 'jsonb':
			return chance.one([
				`${name} || '{"by":"nobody"}'`,
				`${name} || jsonb_build_object('at', (${name} ->> 'at')::bigint + 1)`,
				`${name} || '{"added":true}'`,
				`${name} - 'type'`
			]);
		default:
			return chance.one([
				`overlay(${name} placing chr(97 + ${chance.below(26)}) from 1 + ${some()})`,
				`overlay(${name} placing '' from 1 + ${some()} for 1)`,
				`${name} || 'x'`,
				`''`,
				`upper(${name})`
			]);
	}
}

function statementOf(chance: Chance, { table, key, where }: Place, columns: readonly Column[]): string {
	const keys = key.join(', ');
	const chosen = `select * from ${table} where ${where} order by ${keys}
		offset floor(${chance.next()} * (select count(*) from ${table} where ${where})) limit 1`;
	const isIt = `(${keys}) = (select ${keys} from (${chosen}) chosen)`;
	const column = chance.one(columns);
	switch (
		chance.weighted([
			[6, 'edit'],
			[2, 'remove'],
			[1, 'insert'],
			[1, 'swap']
		] as const)
	) {
		case 'edit':
			return `update ${table} set ${column.name} = ${other(chance, column)} where ${isIt}`;
		case 'remove':
			return `delete from ${table} where ${isIt}`;
		case 'insert': {
			const copied = columns.map((each) => (each.name === key.at(-1) ? other(chance, each) : each.name));
			return `insert into ${table} select ${copied.join(', ')} from ${table} where ${isIt}`;
		}
		case 'swap': {
			const two = `(select * from ${table} where ${where} order by md5(${table}::text || '${chance.next()}') limit 2)`;
			return `with two as ${two} update ${table} a set ${column.name} = b.${column.name} from two b
				where (${key.map((name) => `a.${name}`).join(', ')}) in (select ${keys} from two)
				and (${key.map((name) => `a.${name}`).join(', ')}) <> (${key.map((name) => `b.${name}`).join(', ')})`;
		}
	}
}

/** @returns whether anything is different; what the table itself refuses, such as a number that is taken, is no change */
async function change(sql: TransactionSql, { table }: Place, statement: string): Promise<boolean> {
	const picture = async () => {
		const rows = await sql.unsafe(
			`select md5(string_agg(t::text, ',' order by t::text)) as whole from ${table} t`
		);
		return rows[0]?.whole as string;
	};
	const before = await picture();
	await sql.savepoint((part) => part.unsafe(statement)).catch(() => undefined);
	return (await picture()) !== before;
}

async function columnsOf(table: string): Promise<Column[]> {
	return server.app.sql`
		select column_name as name, data_type as type from information_schema.columns
		where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
}

test(
	'[S10] of 1,000 changes by chance to what is sealed every one is found',
	{ timeout: 240_000 },
	async () => {
		const chance = new Chance(20261126);
		const columns = new Map<string, Column[]>();
		for (const { table } of PLACES) columns.set(table, await columnsOf(table));
		const unseen: string[] = [];
		let changed = 0;
		while (changed < 1_000) {
			const place = chance.one(PLACES);
			const statement = statementOf(chance, place, columns.get(place.table) ?? []);
			let isChange = false;
			const { findings } = await foundAfter(
				server.app.sql,
				async (sql) => void (isChange = await change(sql, place, statement)),
				{ keys: null, checkpoints: [] }
			);
			if (!isChange) expect(findings, statement).toEqual([]);
			else if (findings.length === 0) unseen.push(statement);
			if (isChange) changed += 1;
		}
		expect(unseen).toEqual([]);
	}
);
