/**
 * Checks everything that was ever sealed in a database (SE10), at one moment of it, so that a running server does
 * not disturb: each chain, what each entry sealed, the log it was made from, and what other tables say of it.
 */
import type { ISql, Sql } from 'postgres';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import { documentOf } from '../../src/lib/closed/closed.ts';
import {
	checkChain,
	checkContent,
	checkKeys,
	isDeleted,
	type Checked,
	type Finding as ChainFinding
} from '../../src/lib/seal/check.ts';
import type { Head } from '../../src/lib/seal/line.ts';
import type { Entry } from '../../src/lib/seal/chain.ts';
import { postgresLog } from '../log/postgres.ts';
import { logDigest } from './log-digest.ts';
import {
	cellsIn,
	chainIn,
	correctionsIn,
	keysIn,
	recordIn,
	type RecordRow,
	type StoredContent,
	type StoredEntry
} from './stored.ts';
import { tools } from './tools.ts';

export type Fault =
	| ChainFinding['fault']
	/** A column beside the sealed text says something else than the text. */
	| 'column-changed'
	/** The meeting's own log is not the one that the record was made from. */
	| 'log-changed'
	/** The meeting knows that its record was sealed, but the chain does not. */
	| 'not-in-chain'
	/** A key with which nothing was signed. */
	| 'key-extra';

export interface Finding extends Omit<ChainFinding, 'fault'> {
	readonly fault: Fault;
	readonly cell: string | null;
}

export interface Verified {
	readonly cells: number;
	readonly entries: number;
	/** Sealed records whose content is still there. */
	readonly records: number;
	readonly deleted: number;
	/** The ids of the keys that signed. */
	readonly keys: readonly string[];
	readonly findings: readonly Finding[];
}

export interface Against {
	/** Public keys by id, from elsewhere than the database; null to take those that stand in it. */
	readonly keys: ReadonlyMap<string, string> | null;
	readonly checkpoints: readonly Head[];
}

export async function verifyDatabase(sql: Sql, against: Against): Promise<Verified> {
	return (await sql.begin('isolation level repeatable read read only', (at) =>
		verifyAt(at, against)
	)) as Verified;
}

/** Within a transaction of the caller's. */
export async function verifyAt(sql: ISql, { keys: given, checkpoints }: Against): Promise<Verified> {
	const stored = await keysIn(sql);
	const keys = new Map([...stored, ...(given ?? [])]);
	const trusted = given && new Set(given.keys());
	const cells = await cellsIn(sql);
	const findings: Finding[] = [];
	const sums = { entries: 0, records: 0, deleted: 0 };
	const used = new Set<string>();
	for (const cell of new Set([...cells, ...checkpoints.map((head) => head.cell)])) {
		const links = await chainIn(sql, cell);
		const known = { keys, trusted, checkpoints: checkpoints.filter((head) => head.cell === cell) };
		const checked = checkChain({ cell, links }, known, tools);
		const found = [
			...checked.findings,
			...links.flatMap((link) => columnFaults(link, checked)),
			...(await contentFaults(sql, cell, checked))
		];
		findings.push(...found.map((finding) => ({ ...finding, cell })));
		sums.entries += links.length;
		for (const entry of checked.entries.values())
			if (entry.kind === 'record') sums[isDeleted(checked, entry) ? 'deleted' : 'records'] += 1;
		for (const { key } of links) used.add(key);
	}
	const about = [...checkKeys(stored, tools), ...extraKeys(stored, used)];
	findings.push(...about.map((finding) => ({ ...finding, cell: null })), ...(await outsideFaults(sql)));
	return { cells: cells.length, ...sums, keys: [...used].sort(), findings };
}

type Found = Omit<Finding, 'cell'>;

function columnFaults({ number, meeting, kind }: StoredEntry, { entries }: Checked): Found[] {
	const entry = entries.get(number);
	if (!entry || (entry.meeting === meeting && entry.kind === kind)) return [];
	return [{ fault: 'column-changed', number, meeting }];
}

async function contentFaults(sql: ISql, cell: string, checked: Checked): Promise<Found[]> {
	const corrections = await correctionsIn(sql, cell);
	const found: Found[] = [];
	for (const [number, entry] of checked.entries) {
		if (entry.kind === 'record') found.push(...(await recordFaults(sql, entry, checked)));
		else found.push(...checkContent(checked, number, corrections.get(number)?.canonical ?? null, tools));
		found.push(...correctionFaults(entry, corrections.get(number)));
	}
	for (const [number, { meeting }] of corrections)
		if (checked.entries.get(number)?.kind !== 'correction')
			found.push({ fault: 'content-extra', number, meeting });
	return found;
}

function correctionFaults(entry: Entry, stored: StoredContent | undefined): Found[] {
	if (entry.kind !== 'correction' || !stored || stored.meeting === entry.meeting) return [];
	return [{ fault: 'column-changed', number: entry.number, meeting: entry.meeting }];
}

async function recordFaults(sql: ISql, entry: Entry, checked: Checked): Promise<Found[]> {
	const { number, meeting } = entry;
	const row = await recordIn(sql, meeting);
	const found: Found[] = checkContent(checked, number, row?.canonical ?? null, tools);
	if (!row || found.length > 0) return found;
	const record = JSON.parse(row.canonical) as MeetingRecord;
	if (!isColumnsOf(row, record)) found.push({ fault: 'column-changed', number, meeting });
	if (!(await isLogOf(sql, entry, record))) found.push({ fault: 'log-changed', number, meeting });
	return found;
}

function isColumnsOf(
	{ cell, endedAt, sealedAt, seq, sha256, canonical }: RecordRow,
	record: MeetingRecord
): boolean {
	return (
		cell === record.meeting.cell.id &&
		endedAt === record.meeting.endedAt &&
		sealedAt === record.sealed?.at &&
		seq === record.seq &&
		sha256 === tools.sha256(Buffer.from(canonical))
	);
}

async function isLogOf(sql: ISql, { meeting, log }: Entry, { seq, closed }: MeetingRecord): Promise<boolean> {
	const names = [...DOCUMENTS, ...closed.map(documentOf)];
	// The driver's errors are no finding: they go to whoever asked.
	if ((await logDigest(postgresLog(sql), meeting, seq, names)) !== log) return false;
	const [unlike] = await sql`
		select 1 from events where meeting = ${meeting} and (
			type is distinct from event ->> 'type' or by is distinct from event ->> 'by'
			or at is distinct from (event ->> 'at')::bigint or seq is distinct from (event ->> 'seq')::int) limit 1`;
	const [gap] = await sql`
		select 1 from (
			select part, row_number() over (partition by document, seq order by part) - 1 as place from updates
			where document = any(${names.map((name) => `${meeting}/${name}`)}::text[])
		) parts where part <> place limit 1`;
	return unlike === undefined && gap === undefined;
}

function extraKeys(stored: ReadonlyMap<string, string>, used: ReadonlySet<string>): Found[] {
	return [...stored.keys()]
		.filter((id) => !used.has(id))
		.map(() => ({ fault: 'key-extra', number: null, meeting: null }));
}

/** What the records and the meetings' logs tell of seals, and the chains do not. */
async function outsideFaults(sql: ISql): Promise<Finding[]> {
	const rows = await sql<{ meeting: string; cell: string | null; number: number | null }[]>`
		select r.meeting, r.cell, null::int as number from records r
		where r.sealed_at is not null and not exists (
			select 1 from seals s where s.meeting = r.meeting and s.kind = 'record' and s.cell = r.cell)
		union
		select e.meeting, m.cell, (e.event ->> 'number')::int from events e left join meetings m on m.id = e.meeting
		where e.type = 'record.kept' and not exists (
			select 1 from seals s where s.meeting = e.meeting and s.kind = 'record'
			and s.number = (e.event ->> 'number')::int and s.hash = e.event ->> 'hash')`;
	return rows.map(({ meeting, cell, number }) => ({ fault: 'not-in-chain', cell, number, meeting }));
}
