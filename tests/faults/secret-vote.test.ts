/**
 * A secret vote on the product's own process: what can be read afterwards from its database, from the database's
 * own journal and from what it printed tells nothing of who chose what; and a kill voids the question.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import type { Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Choice } from '../../src/lib/vote/contract.ts';
import { freshDatabase } from '../database.ts';
import { Chance } from '../support/chance.ts';
import { member, setup } from '../support/meeting.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { Client, startOn, until } from '../support/server.ts';

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

const VOTERS = Array.from({ length: 40 }, (_, n) => `v${String(n).padStart(2, '0')}`);
/** Found nowhere else in the database server, which other tests use as well. */
const OWN = ['own-secret-q1', 'own-secret-q2', 'own-secret-q3', 'own-secret-q4', 'own-secret-q5'];
const CHOICES: readonly Choice[] = ['for', 'against', 'abstain'];
const checkIn: Command = { type: 'attendance.check-in', method: 'self' };

interface Hall {
	readonly server: ServerProcess;
	readonly url: string;
	readonly chair: Client;
	readonly voters: readonly Client[];
}

async function hall(): Promise<Hall> {
	const database = await freshDatabase();
	endings.push(() => database.drop());
	const first = await startOn(database.url, {
		people: [...setup().people, ...VOTERS.map((id) => member(id))]
	});
	const cookies = await Promise.all(['m01', ...VOTERS].map((id) => first.cookie(id)));
	await first.close();
	const dataDir = await mkdtemp(join(tmpdir(), 'hoi-truong-secret-'));
	await chmod(dataDir, 0o755);
	endings.push(() => rm(dataDir, { recursive: true, force: true }));
	const server = new ServerProcess(await freePort(), { DATABASE_URL: database.url, DATA_DIR: dataDir });
	endings.push(() => server.kill('SIGTERM'));
	await server.start();
	const all = cookies.map((cookie) => new Client(server, cookie));
	endings.push(() => all.forEach((client) => client.close()));
	await Promise.all(all.map((client) => client.ready()));
	const [chair, ...voters] = all;
	if (!chair) throw new Error('nobody chairs');
	for (const client of all) await client.send(checkIn);
	await chair.send({ type: 'meeting.open' });
	return { server, url: database.url, chair, voters };
}

async function ask({ chair }: Hall, vote: string): Promise<void> {
	const question = { title: 'Bỏ phiếu kín', ballot: 'secret-app', threshold: 'majority' } as const;
	await chair.send({ type: 'vote.put', ref: vote, subject: { kind: 'other' }, ...question });
	expect(await chair.send({ type: 'vote.open', vote })).toMatchObject({ ok: true });
}

/** Everybody votes, in an order of their own; returns who chose what, which only this test knows. */
async function secretVote(made: Hall, vote: string, chance: Chance): Promise<Map<string, Choice>> {
	await ask(made, vote);
	const chosen = new Map(VOTERS.map((id) => [id, chance.one(CHOICES)]));
	const order = VOTERS.map((id, n) => ({ id, client: made.voters[n], at: chance.next() })).sort(
		(a, b) => a.at - b.at
	);
	const answers = order.map(({ id, client }) =>
		client?.send({ type: 'ballot.cast', vote, choice: chosen.get(id) ?? 'for' })
	);
	for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: true });
	await made.chair.send({ type: 'vote.close', vote });
	return chosen;
}

/** All tables as text, with the transaction that wrote each row and its place on the disk. */
async function dump(url: string): Promise<string[]> {
	const sql = postgres(url, { max: 1 });
	try {
		const tables = await sql<
			{ name: string }[]
		>`select tablename as name from pg_tables where schemaname = 'public'`;
		const rows: string[] = [];
		for (const { name } of tables) {
			const found = await sql<{ row: string }[]>`
				select ${name} || ' ' || xmin::text || ' ' || ctid::text || ' ' || t::text as row from ${sql(name)} t`;
			rows.push(...found.map(({ row }) => row));
		}
		return rows;
	} finally {
		await sql.end();
	}
}

/** What the database's journal holds in clear, of the newest segments. */
async function journal(url: string): Promise<string> {
	const sql = postgres(url, { max: 1 });
	try {
		const files = await sql<
			{ name: string }[]
		>`select name from pg_ls_waldir() order by modification desc limit 2`;
		const parts = await Promise.all(
			files.map(
				({ name }) => sql<{ part: Buffer }[]>`select pg_read_binary_file(${`pg_wal/${name}`}) as part`
			)
		);
		return parts.map(([row]) => row?.part.toString('latin1') ?? '').join('');
	} finally {
		await sql.end();
	}
}

/** All that the dump says of one voter in one vote, as numbers that a guess could go by. */
function traces(rows: readonly string[], vote: string, voter: string, rank: number): number[] {
	const row = rows.find(
		(each) => each.includes('ballot.recorded') && each.includes(`"${vote}"`) && each.includes(`"${voter}"`)
	);
	if (!row) throw new Error(`${voter} left no trace of having voted`);
	const event = JSON.parse((/\{.*\}/.exec(row.replaceAll('""', '"')) ?? ['{}'])[0]) as LoggedEvent;
	const hash = [...(event.command ?? '')].reduce(
		(sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973,
		7
	);
	const [, transaction = '0', place = '0'] = /^events (\d+) \(\d+,(\d+)\)/.exec(row) ?? [];
	return [
		rank,
		event.seq,
		event.at % 1000,
		row.length,
		hash % 3,
		hash % 2,
		Number(transaction),
		Number(place)
	];
}

/** Learns on half of the voters and guesses the others by whom they resemble in one respect. */
function rightGuesses(known: readonly (readonly [number[], Choice])[], respect: number): number {
	const [learnt, asked] = [known.filter((_, n) => n % 2 === 0), known.filter((_, n) => n % 2 === 1)];
	return asked.filter(([trace, choice]) => {
		const distance = ([other]: readonly [number[], Choice]) =>
			Math.abs((other[respect] ?? 0) - (trace[respect] ?? 0));
		const nearest = [...learnt].sort((a, b) => distance(a) - distance(b))[0];
		return nearest?.[1] === choice;
	}).length;
}

test(
	'[VO13] a dump, the journal and the log join no voter and vote better than chance',
	{ timeout: 180_000 },
	async () => {
		const made = await hall();
		const chance = new Chance(20261103);
		const votes = new Map<string, Map<string, Choice>>();
		for (const vote of OWN) votes.set(vote, await secretVote(made, vote, chance));
		const rows = await dump(made.url);
		const told = made.chair.events.filter(({ type }) => type === 'ballot.recorded');
		expect(told).toHaveLength(200);

		const known = [...votes].flatMap(([vote, chosen]) =>
			VOTERS.map((id, n): [number[], Choice] => [traces(rows, vote, id, n), chosen.get(id) ?? 'for'])
		);
		// 100 guesses at one in three: 4 standard deviations above 33 is 52.
		for (let respect = 0; respect < 8; respect++)
			expect(rightGuesses(known, respect), `respect ${respect}`).toBeLessThan(53);
		// The method itself finds what is there: with the choice as a trace every guess is right.
		const leaky = known.map(([trace, choice]): [number[], Choice] => [
			[...trace, CHOICES.indexOf(choice)],
			choice
		]);
		expect(rightGuesses(leaky, 8)).toBe(100);

		const ballots = [...rows, made.server.said].filter((row) => /ballot/.test(row));
		expect(ballots.length).toBeGreaterThan(199);
		for (const ballot of ballots) expect(ballot).not.toMatch(/"(for|against|abstain)"/);
		const wal = await journal(made.url);
		// Other meetings write into the same journal. Of a ballot the question's id follows its type, and a choice would follow that.
		const entries = [...wal.matchAll(/ballot\.recorded(own-secret-q\d)([^]{40})/g)];
		expect(entries.length).toBeGreaterThan(39);
		for (const [, vote, next] of entries) expect(next, vote).not.toMatch(/for|against|abstain/);
		expect(made.server.said).not.toMatch(/against|abstain/);
	}
);

test(
	'[VO14] a killed process voids an open secret vote: it is put again, and everybody votes again',
	{ timeout: 120_000 },
	async () => {
		const made = await hall();
		await ask(made, 'q');
		const before = made.voters
			.slice(0, 20)
			.map((voter) => voter.send({ type: 'ballot.cast', vote: 'q', choice: 'for' }));
		for (const answer of await Promise.all(before)) expect(answer).toMatchObject({ ok: true });
		await made.server.kill('SIGKILL');
		await made.server.start();
		const voided = (client: Client) => client.events.some(({ type }) => type === 'vote.voided');
		await until(() => [made.chair, ...made.voters].every(voided), 30_000);
		expect(await made.voters[0]?.send({ type: 'ballot.cast', vote: 'q', choice: 'for' })).toMatchObject({
			code: 'vote-not-open'
		});
		await made.chair.send({ type: 'vote.open', vote: 'q' });
		const after = made.voters.map((voter) =>
			voter.send({ type: 'ballot.cast', vote: 'q', choice: 'against' })
		);
		for (const answer of await Promise.all(after)) expect(answer).toMatchObject({ ok: true });
		await made.chair.send({ type: 'vote.close', vote: 'q' });
		await until(() => made.chair.events.some(({ type }) => type === 'vote.closed'));
		expect(made.chair.events.find(({ type }) => type === 'vote.closed')).toMatchObject({
			passed: false,
			counts: { for: 0, against: 40, abstain: 0 }
		});
	}
);
