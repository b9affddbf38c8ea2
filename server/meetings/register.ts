/** The numbers that a cell's papers were given, and what the next ones will be (numbers/RULES.md). */
import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Numbered } from '../../src/lib/numbers/contract.ts';
import type { Database } from '../db/client.ts';
import { organisations } from '../db/tables.ts';
import { Conflict, Unavailable, type Log } from '../log/port.ts';
import { countOf, numberWords } from './numbering.ts';

/** Those that have a count of their own; the minutes of a debrief are counted with all minutes (NU2). */
export const COUNTED = ['resolution', 'minutes', 'conclusion', 'agenda'] as const;
export type Counted = (typeof COUNTED)[number];

export interface Kind {
	readonly paper: Counted;
	/** 0 where none was given in this term. */
	readonly last: number;
	/** What the next one will be called. */
	readonly next: string;
}

type Series = { readonly id: string; readonly term: string | null };

function countIn(paper: Counted, { id, term }: Series) {
	return countOf(paper, id, term);
}

/** The term that a cell is in; null where nobody said. @throws {Unavailable} */
export async function termOf(db: Database, cell: string): Promise<string | null> {
	try {
		const [row] = await db
			.select({ term: organisations.term })
			.from(organisations)
			.where(eq(organisations.id, cell));
		return row?.term ?? null;
	} catch (cause) {
		throw new Unavailable(undefined, { cause });
	}
}

export function kindsOf(log: Pick<Log, 'last'>, cell: Series): Promise<Kind[]> {
	return Promise.all(
		COUNTED.map(async (paper) => {
			const last = await log.last(countIn(paper, cell));
			return { paper, last, next: numberWords(paper, last + 1) };
		})
	);
}

export interface Given {
	readonly words: string;
	readonly paper: Numbered;
	readonly at: number;
	readonly meeting: string;
	/** `2026-11` */
	readonly month: string;
	/** Whether there is a record to read it in. */
	readonly isKept: boolean;
}

const MOST = 300;

/** The newest first, of all terms. */
export async function givenIn(sql: Sql, cell: string): Promise<Given[]> {
	const rows = await sql<(Omit<Given, 'at'> & { at: string })[]>`
		select e.event ->> 'words' as words, e.event ->> 'paper' as paper, e.at, e.meeting,
			first.event -> 'setup' ->> 'month' as month, r.meeting is not null as "isKept"
		from events e
		join meetings m on m.id = e.meeting
		join events first on first.meeting = e.meeting and first.seq = 1
		left join records r on r.meeting = e.meeting
		where m.cell = ${cell} and e.type = 'number.given'
		order by e.at desc, e.seq desc limit ${MOST}`;
	return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

/** A new term begins at 01 (NU2). */
export async function setTerm(db: Database, cell: string, term: string): Promise<void> {
	await db.update(organisations).set({ term }).where(eq(organisations.id, cell));
}

/**
 * The last number that the cell used before it counted here (NU5).
 * @returns false where a number was given meanwhile, from which it goes on
 */
export async function beginAfter(log: Log, cell: Series, paper: Counted, last: number): Promise<boolean> {
	try {
		await log.append([{ stream: 'count', count: countIn(paper, cell), expected: 0, to: last }]);
		return true;
	} catch (error) {
		if (error instanceof Conflict) return false;
		throw error;
	}
}
