import type { ISql } from 'postgres';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { committer, streamOf } from './committer.ts';
import {
	Conflict,
	Unavailable,
	type Append,
	type Batch,
	type DocumentAppend,
	type EventAppend,
	type Log,
	type Part,
	type StoredDocument
} from './port.ts';

/** The log in PostgreSQL: one statement, so one round trip, for everything that is committed together. */
export function postgresLog(sql: ISql): Log {
	const append = committer((appends) => translated(() => insert(sql, appends)));

	async function batches(document: string, after: number): Promise<Batch[]> {
		const rows = await sql<{ seq: number; author: string; at: string; update: Buffer }[]>`
			select seq, author, at, update from updates where document = ${document} and seq > ${after} order by seq, part`;
		const grouped: { seq: number; parts: { author: string; at: number; update: Uint8Array }[] }[] = [];
		for (const { seq, author, at, update } of rows) {
			if (grouped.at(-1)?.seq !== seq) grouped.push({ seq, parts: [] });
			grouped.at(-1)?.parts.push({ author, at: Number(at), update });
		}
		return grouped;
	}

	async function head(document: string): Promise<Pick<StoredDocument, 'seq' | 'epoch' | 'clients'> | null> {
		const [stream] = await sql<
			{ head: number; epoch: number }[]
		>`select head, epoch from streams where id = ${document}`;
		if (!stream) return null;
		const clients = await sql<
			{ client: string; person: string }[]
		>`select client, person from clients where document = ${document}`;
		return {
			seq: stream.head,
			epoch: stream.epoch,
			clients: clients.map(({ client, person }) => ({ client: Number(client), person }))
		};
	}

	return {
		append,
		events: (meeting, after, limit) =>
			translated(async () => {
				const rows = await sql<{ event: LoggedEvent }[]>`
					select event from events where meeting = ${meeting} and seq > ${after} order by seq limit ${limit}`;
				return rows.map(({ event }) => event);
			}),
		document: (document) =>
			translated(async () => {
				const found = await head(document);
				if (!found) return null;
				const [snapshot] = await sql<
					{ seq: number; state: Buffer }[]
				>`select seq, state from snapshots where document = ${document}`;
				return upTo(found, {
					snapshot: snapshot ?? null,
					batches: await batches(document, snapshot?.seq ?? 0)
				});
			}),
		since: (document, after) =>
			translated(async () => {
				const found = await head(document);
				return found && upTo(found, { batches: await batches(document, after) });
			}),
		last: (count) =>
			translated(async () => {
				const [stream] = await sql<{ head: number }[]>`select head from streams where id = ${count}`;
				return stream?.head ?? 0;
			}),
		saveSnapshot: (document, seq, state) =>
			translated(async () => {
				await sql`
					insert into snapshots (document, seq, state)
					select id, ${seq}::int, ${bytes(state)}::bytea from streams where id = ${document} for key share
					on conflict (document) do update set seq = excluded.seq, state = excluded.state where snapshots.seq < excluded.seq`;
			})
	};
}

/** Batches committed between the two reads belong to a later head: left out, so that seq, epoch and rows agree. */
function upTo<T extends { batches: readonly Batch[] }>(
	found: Pick<StoredDocument, 'seq' | 'epoch' | 'clients'>,
	rest: T
) {
	return { ...found, ...rest, batches: rest.batches.filter((batch) => batch.seq <= found.seq) };
}

/**
 * Raises the heads of all streams and inserts their rows, or nothing. A stream that is not where its append
 * expects it makes `append_conflict()` raise, which rolls the statement back. Only what there is stands in the
 * statement, since the database pays for every part: nearly all commits are words of known writers alone.
 */
async function insert(sql: ISql, appends: readonly Append[]): Promise<void> {
	const [only] = appends;
	if (only && appends.length === 1 && isPlainWords(only)) return insertWords(sql, only);
	const documents = appends.filter((append): append is DocumentAppend => append.stream === 'document');
	const events = appends.flatMap((append) => (append.stream === 'meeting' ? rowsOf(append) : []));
	const updates = documents.flatMap((append) => append.parts.map((part, index) => ({ append, part, index })));
	const clients = documents.flatMap((append) => append.clients.map((client) => ({ append, client })));
	const hasNew = appends.some((append) => append.expected === 0);
	await sql`
		with wanted as (
			select * from unnest(
				${appends.map(streamOf)}::text[], ${appends.map((append) => append.expected)}::int[], ${appends.map(headAfter)}::int[],
				${appends.map((append) => (append.stream === 'document' ? append.epoch : 0))}::int[],
				${appends.map((append) => (append.stream === 'document' && append.raiseEpoch ? 1 : 0))}::int[]
			) as w (id, expected, head, epoch, raise)
		), moved as (
			update streams s set head = w.head, epoch = s.epoch + w.raise from wanted w
			where s.id = w.id and w.expected > 0 and s.head = w.expected and s.epoch = w.epoch returning s.id
		)
		${hasNew ? newStreams(sql) : sql``}
		${events.length > 0 ? newEvents(sql, events) : sql``}
		${updates.length > 0 ? newUpdates(sql, updates) : sql``}
		${clients.length > 0 ? newClients(sql, clients) : sql``}
		select case when (select count(*) from moved) ${hasNew ? sql`+ (select count(*) from made)` : sql``} = ${appends.length}
			then null else append_conflict() end`;
}

/** Somebody typing: one batch by one author whose client id is known. */
function isPlainWords(append: Append): append is DocumentAppend {
	return (
		append.stream === 'document' &&
		append.expected > 0 &&
		append.parts.length === 1 &&
		append.clients.length === 0 &&
		!append.raiseEpoch
	);
}

/** What nearly every commit of a meeting that writes is; takes a quarter less processor time than the statement for all cases. */
const WORDS = `
	with moved as (
		update streams set head = head + 1 where id = $1 and head = $2 and epoch = $3 returning id, head
	)
	insert into updates (document, seq, part, author, at, update) select id, head, 0, $4, $5, $6 from moved`;

async function insertWords(sql: ISql, { document, expected, epoch, parts }: DocumentAppend): Promise<void> {
	for (const { author, at, update } of parts) {
		const parameters = [document, expected, epoch, author, at, bytes(update)];
		const { count } = await sql.unsafe(WORDS, parameters, { prepare: true });
		if (count === 0) throw new Conflict();
	}
}

function newStreams(sql: ISql) {
	return sql`, made as (
			insert into streams (id, head, epoch) select id, head, raise from wanted where expected = 0 and epoch = 0
			on conflict do nothing returning id
		)`;
}

function newEvents(sql: ISql, events: ReturnType<typeof rowsOf>) {
	return sql`, new_events as (
			insert into events (meeting, seq, at, by, type, event)
			select * from unnest(
				${events.map((row) => row.meeting)}::text[], ${events.map((row) => row.event.seq)}::int[],
				${events.map((row) => row.event.at)}::bigint[], ${events.map((row) => row.event.by)}::text[],
				${events.map((row) => row.event.type)}::text[], ${events.map((row) => JSON.stringify(row.event))}::text[]::jsonb[]
			)
		)`;
}

function newUpdates(sql: ISql, updates: readonly { append: DocumentAppend; part: Part; index: number }[]) {
	// One parameter cut up by the database: the driver cannot send an array of bytea.
	const blob = Buffer.concat(updates.map(({ part }) => part.update));
	return sql`, new_updates as (
			insert into updates (document, seq, part, author, at, update)
			select document, seq, part, author, at, substring(${blob}::bytea from start for size) from unnest(
				${updates.map(({ append }) => append.document)}::text[], ${updates.map(({ append }) => append.expected + 1)}::int[],
				${updates.map(({ index }) => index)}::int[], ${updates.map(({ part }) => part.author)}::text[],
				${updates.map(({ part }) => part.at)}::bigint[], ${starts(updates.map(({ part }) => part.update))}::int[],
				${updates.map(({ part }) => part.update.byteLength)}::int[]
			) as u (document, seq, part, author, at, start, size)
		)`;
}

function newClients(
	sql: ISql,
	clients: readonly { append: DocumentAppend; client: DocumentAppend['clients'][number] }[]
) {
	return sql`, new_clients as (
			insert into clients (document, client, person)
			select * from unnest(
				${clients.map(({ append }) => append.document)}::text[], ${clients.map(({ client }) => client.client)}::bigint[],
				${clients.map(({ client }) => client.person)}::text[]
			)
		)`;
}

function rowsOf(append: EventAppend) {
	return append.events.map((event) => ({ meeting: append.meeting, event }));
}

function headAfter(append: Append): number {
	switch (append.stream) {
		case 'meeting':
			return append.expected + append.events.length;
		case 'document':
			return append.expected + (append.parts.length > 0 ? 1 : 0);
		case 'count':
			return append.to;
	}
}

/** Where each piece begins in their concatenation, counted from 1 as SQL does. */
function starts(pieces: readonly Uint8Array[]): number[] {
	let next = 1;
	return pieces.map(({ byteLength }) => (next += byteLength) - byteLength);
}

function bytes(data: Uint8Array): Buffer {
	return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** SQLSTATE 40001 is raised by `append_conflict()`; 23505 by rows that are there already; both mean: second. */
const CONFLICTS = new Set(['40001', '23505', '40P01']);
/** Classes of what comes and goes: connection, resources, intervention, and the statement's own time limit. */
const PASSING = /^(08|53|57|58|25006|55P03)/;
const PASSING_CODES = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|CONNECTION)/;

async function translated<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const code = codeOf(error);
		if (CONFLICTS.has(code)) throw new Conflict(undefined, { cause: error });
		if (PASSING.test(code) || PASSING_CODES.test(code)) throw new Unavailable(undefined, { cause: error });
		throw error;
	}
}

function codeOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
