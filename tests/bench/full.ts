/**
 * Backup, restore and verify at full size: a database in which each of 176 cells has sealed the record of the sample
 * meeting in each of twelve months. Prints one JSON with sizes in bytes and times in seconds.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { connect } from '../../server/db/client.ts';
import { startEmbedded } from '../../server/db/embedded.ts';
import { records } from '../../server/db/tables.ts';
import { postgresLog } from '../../server/log/postgres.ts';
import { appendSeal } from '../../server/seals/append.ts';
import { keysIn } from '../../server/seals/keys.ts';
import { logDigest } from '../../server/seals/log-digest.ts';

const CELLS = Number(process.env.FULL_CELLS ?? 176);
const MONTHS = Number(process.env.FULL_MONTHS ?? 12);
const MONTH = 2_629_800_000;

const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-full-'));
await chmod(folder, 0o755);
const server = await startEmbedded({ dataDir: join(folder, 'databases'), log: console.error });
try {
	const [from, to] = [await database('full_source'), await database('full_target')];
	const source = { DATABASE_URL: from, DATA_DIR: join(folder, 'source') };
	const target = { DATABASE_URL: to, DATA_DIR: join(folder, 'target') };
	const file = join(folder, 'backup');
	await cli(['play', 'tests/scripts/sample-meeting.json'], source);
	const filled = await timed(() => fill(from, join(source.DATA_DIR, 'seal-key.pem')));
	const backup = await timed(() => cli(['backup', file], source));
	const restore = await timed(() => cli(['restore', file], target));
	const verify = await timed(() => cli(['verify'], target));
	const sizes = { database: await sizeOf(from), restored: await sizeOf(to), file: (await stat(file)).size };
	console.log(
		JSON.stringify({ records: CELLS * MONTHS, sizes, filled, backup, restore, verify }, null, '\t')
	);
} finally {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}

async function database(name: string): Promise<string> {
	const sql = postgres(server.url, { max: 1, onnotice: () => {} });
	await sql.unsafe(`create database ${name}`);
	await sql.end();
	const url = new URL(server.url);
	url.pathname = `/${name}`;
	return url.href;
}

async function cli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
	const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
	const { stdout } = await promisify(execFile)(process.execPath, ['server/cli.mjs', ...args], options);
	return args[0] === 'play' ? '' : stdout;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; said: T }> {
	const before = performance.now();
	const said = await work();
	return { seconds: Math.round((performance.now() - before) / 100) / 10, said };
}

async function sizeOf(url: string): Promise<number> {
	const { sql, close } = connect(url);
	const [row] = await sql<{ size: string }[]>`select pg_database_size(current_database()) as size`;
	await close();
	return Number(row?.size ?? 0);
}

/** The one meeting that was played, again for each cell and month: its log, its texts and its record, sealed anew. */
async function fill(url: string, keyFile: string): Promise<void> {
	const { db, sql, close } = connect(url);
	const log = postgresLog(sql);
	const key = await keysIn(keyFile).current();
	const [kept] = await db.select().from(records);
	if (!kept) throw new Error('nothing was played');
	for (let nth = 0; nth < CELLS * MONTHS; nth += 1) {
		const [cell, month] = [Math.floor(nth / MONTHS), nth % MONTHS];
		const names = {
			meeting: `full-${cell}-${month}`,
			cell: `full-${cell}`,
			at: kept.endedAt - month * MONTH,
			seq: kept.seq
		};
		await copyLog(sql, kept.meeting, kept.cell, names);
		const record = JSON.parse(renamed(kept.canonical, kept, names)) as MeetingRecord;
		const canonical = renamed(kept.canonical, kept, names);
		const closed = record.closed.map(({ number }) => `closed-${number}` as const);
		const digest = await logDigest(log, names.meeting, kept.seq, [...DOCUMENTS, ...closed]);
		const row = {
			...kept,
			...{ meeting: names.meeting, cell: names.cell, canonical },
			sha256: createHash('sha256').update(canonical).digest('hex')
		};
		await appendSeal(
			db,
			key,
			{
				...{ cell: names.cell, kind: 'record', meeting: names.meeting, at: kept.sealedAt ?? 0, by: 'm01' },
				...{ log: digest, of: null, reason: null, canonical }
			},
			(transaction) => transaction.insert(records).values(row)
		);
	}
	await sql`analyze`;
	await close();
}

interface Names {
	readonly meeting: string;
	readonly cell: string;
	readonly at: number;
	/** The last event that the record tells of: where its seal stands is told by each chain anew. */
	readonly seq: number;
}

function renamed(text: string, from: { readonly meeting: string; readonly cell: string }, to: Names): string {
	return text.replaceAll(`"${from.meeting}"`, `"${to.meeting}"`).replaceAll(`"${from.cell}"`, `"${to.cell}"`);
}

async function copyLog(sql: postgres.Sql, meeting: string, cell: string, to: Names): Promise<void> {
	const quoted = {
		meeting: `"${meeting}"`,
		cell: `"${cell}"`,
		toMeeting: `"${to.meeting}"`,
		toCell: `"${to.cell}"`
	};
	const like = `${meeting}/%`;
	const after = meeting.length + 1;
	await sql`
		insert into organisations (id, kind, name) select ${to.cell}, kind, name from organisations where id = ${cell}
		on conflict do nothing`;
	await sql`
		insert into meetings (id, cell, type, planned_start, join_code)
		select ${to.meeting}, ${to.cell}, type, planned_start, ${to.meeting} from meetings where id = ${meeting}`;
	await sql`
		insert into streams (id, head, epoch) select ${to.meeting} || substring(id from ${after}::int), case when id = ${meeting} then ${to.seq} else head end, epoch
		from streams where id = ${meeting} or id like ${like}`;
	await sql`
		insert into events (meeting, seq, at, by, type, event)
		select ${to.meeting}, seq, at, by, type,
			replace(replace(event::text, ${quoted.meeting}, ${quoted.toMeeting}), ${quoted.cell}, ${quoted.toCell})::jsonb
		from events where meeting = ${meeting} and seq <= ${to.seq}`;
	await sql`
		insert into updates (document, seq, part, author, at, update)
		select ${to.meeting} || substring(document from ${after}::int), seq, part, author, at, update
		from updates where document like ${like}`;
	await sql`
		insert into clients (document, client, person)
		select ${to.meeting} || substring(document from ${after}::int), client, person from clients where document like ${like}`;
	await sql`
		insert into snapshots (document, seq, state)
		select ${to.meeting} || substring(document from ${after}::int), seq, state from snapshots where document like ${like}`;
	await sql`
		insert into record_words select (r).* from (
			select jsonb_populate_record(w, jsonb_build_object('meeting', ${to.meeting}::text, 'cell', ${to.cell}::text, 'ended_at', ${to.at}::bigint)) r
			from record_words w where meeting = ${meeting}) as copied`;
}
