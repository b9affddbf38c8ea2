/** Finds records for who may read them (RULES.md of `src/lib/archive`). */
import { and, arrayOverlaps, desc, eq, inArray, not, or, sql, type SQL } from 'drizzle-orm';
import { snippetOf, soughtIn, type Snippet } from '../../src/lib/archive/words.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { Database } from '../db/client.ts';
import { union, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { organisations, recordWords as row } from '../db/tables.ts';

export interface Reader {
	/** The cell whose records they may read as one of its people; null for everybody else. */
	readonly cell: string | null;
	/** What meetings know them by: their person, and their device. */
	readonly ids: readonly string[];
	/** Whose cells' models they may read as one of the people of such a cell; null for everybody else. */
	readonly committee: string | null;
}

export interface Wanted {
	/** As typed; empty for all. */
	readonly words: string;
	/** What cells of the committee have published, in place of records. */
	readonly models: boolean;
	/** Only where the words stand in the title or topic. */
	readonly inTitle: boolean;
	readonly cell: string | null;
	/** `2026-11` */
	readonly month: string | null;
	readonly type: Setup['type'] | null;
	readonly model: boolean;
	/** Counted from 0. */
	readonly page: number;
}

export interface Found {
	readonly meeting: string;
	readonly cell: string;
	readonly cellName: string;
	readonly month: string;
	readonly type: Setup['type'];
	readonly model: boolean;
	readonly topic: string | null;
	readonly endedAt: number;
	readonly snippet: Snippet | null;
}

export interface Results {
	readonly found: readonly Found[];
	readonly hasMore: boolean;
}

/** The months of a year. */
export const PAGE = 12;
/** So many are weighed against one another; in what is found more often the newest count. */
const WEIGHED = 120;
/** Each more place counts less: many in the minutes must not outweigh the one in the resolution. */
const DAMPED = 32;

export async function search(db: Database, reader: Reader, wanted: Wanted): Promise<Results> {
	const sought = soughtIn(wanted.words);
	// What was typed holds no word that anything could be found by.
	if (sought.length === 0 && wanted.words.trim() !== '') return { found: [], hasMore: false };
	const conditions = and(readable(reader, wanted.models), ...filters(wanted));
	const keys =
		sought.length === 0
			? await newest(db, conditions, wanted.page)
			: await best(db, conditions, sought, wanted);
	const found = await told(db, keys.slice(0, PAGE), sought);
	return { found, hasMore: keys.length > PAGE };
}

function readable(reader: Reader, models: boolean): SQL | undefined {
	return models ? modelsFor(reader) : mayRead(reader);
}

/** Of the cells under the committee as the tree stands now (publication, PB1). */
function modelsFor({ committee }: Reader): SQL | undefined {
	if (committee === null) return sql`false`;
	const cells = sql`(select ${organisations.id} from ${organisations} where ${organisations.parent} = ${committee})`;
	return and(eq(row.clearance, 'model'), sql`${row.cell} in ${cells}`);
}

/** AV1, AV4 */
function mayRead({ cell, ids }: Reader): SQL | undefined {
	const wasThere = ids.length === 0 ? sql`false` : arrayOverlaps(row.readers, [...ids]);
	if (cell === null) return wasThere;
	const ofCell = and(eq(row.cell, cell), eq(row.clearance, 'whole'));
	return or(wasThere, ids.length === 0 ? ofCell : and(ofCell, not(arrayOverlaps(row.others, [...ids]))));
}

function filters({ cell, month, type, model }: Wanted): SQL[] {
	return [
		...(cell === null ? [] : [eq(row.cell, cell)]),
		...(month === null ? [] : [eq(row.month, month)]),
		...(type === null ? [] : [eq(row.type, type)]),
		...(model ? [eq(row.model, true)] : [])
	];
}

interface Key {
	readonly meeting: string;
	readonly clearance: 'whole' | 'public' | 'model';
}

const KEY = { meeting: row.meeting, clearance: row.clearance };

function newest(db: Database, conditions: SQL | undefined, page: number): Promise<Key[]> {
	return db
		.select(KEY)
		.from(row)
		.where(conditions)
		.orderBy(desc(row.endedAt), row.meeting)
		.limit(PAGE + 1)
		.offset(page * PAGE);
}

function best(
	db: Database,
	conditions: SQL | undefined,
	sought: readonly string[],
	{ inTitle, page }: Wanted
): Promise<Key[]> {
	const query = sql`plainto_tsquery('simple', ${sought.join(' ')})`;
	const isInTitle = sql`${row.title} @@ ${query}`;
	// Newest first, so that of words which every record holds only so many need be looked into.
	const likely = (holds: SQL) =>
		db.select(KEY).from(row).where(and(conditions, holds)).orderBy(desc(row.endedAt)).limit(WEIGHED);
	const named = likely(isInTitle);
	const weighed = (inTitle ? named : union(named, likely(sql`${row.words} @@ ${query}`))).as('weighed');
	const within = (part: AnyPgColumn) => sql`ts_rank_cd(${part}, ${query}, ${sql.raw(String(DAMPED))})`;
	const rank = sql`8 * ${within(row.title)} + 4 * ${within(row.resolution)} + ${within(row.words)}`;
	return db
		.select(KEY)
		.from(weighed)
		.innerJoin(row, and(eq(row.meeting, weighed.meeting), eq(row.clearance, weighed.clearance)))
		.orderBy(desc(isInTitle), desc(rank), desc(row.endedAt), row.meeting)
		.limit(PAGE + 1)
		.offset(page * PAGE);
}

async function told(db: Database, keys: readonly Key[], sought: readonly string[]): Promise<Found[]> {
	if (keys.length === 0) return [];
	const rows = await db
		.select({
			...KEY,
			cell: row.cell,
			cellName: organisations.name,
			month: row.month,
			type: row.type,
			model: row.model,
			topic: row.topic,
			endedAt: row.endedAt,
			// Read for the words that are marked in them, and for nothing else.
			passages: sought.length === 0 ? sql<[]>`'[]'::jsonb` : row.passages
		})
		.from(row)
		.leftJoin(organisations, eq(organisations.id, row.cell))
		.where(
			inArray(
				row.meeting,
				keys.map(({ meeting }) => meeting)
			)
		);
	return keys.flatMap(({ meeting, clearance }) => {
		const found = rows.find((each) => each.meeting === meeting && each.clearance === clearance);
		if (!found) return [];
		const { clearance: _, passages, cellName, ...told } = found;
		return [{ ...told, cellName: cellName ?? '', snippet: snippetOf(passages, sought) }];
	});
}

export interface Choices {
	readonly cells: readonly { readonly id: string; readonly name: string }[];
	/** The last first. */
	readonly months: readonly string[];
}

const MOST_MONTHS = 120;

/** What a reader can choose between, among records or among models. */
export async function choices(db: Database, reader: Reader, models = false): Promise<Choices> {
	const conditions = readable(reader, models);
	const [cells, months] = await Promise.all([
		db
			.selectDistinct({ id: row.cell, name: organisations.name })
			.from(row)
			.innerJoin(organisations, eq(organisations.id, row.cell))
			.where(conditions),
		db
			.selectDistinct({ month: row.month })
			.from(row)
			.where(conditions)
			.orderBy(desc(row.month))
			.limit(MOST_MONTHS)
	]);
	return {
		cells: cells.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
		months: months.map(({ month }) => month)
	};
}
