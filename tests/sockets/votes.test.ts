/** Votes over real sockets and a real database: many at once, and nothing to be learnt of a secret one. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { ClosedVote } from '../../src/lib/vote/vote.ts';
import type { Choice } from '../../src/lib/vote/contract.ts';
import { member, setup } from '../support/meeting.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';

const servers: TestServer[] = [];
const clients: Client[] = [];

afterEach(async () => {
	vi.restoreAllMocks();
	for (const client of clients.splice(0)) client.close();
	for (const server of servers.splice(0).reverse()) await server.close();
});

const CHOICES: readonly Choice[] = ['for', 'against', 'abstain'];
const VOTERS = Array.from({ length: 40 }, (_, n) => `v${String(n).padStart(2, '0')}`);
const checkIn: Command = { type: 'attendance.check-in', method: 'self' };
const open: Command = { type: 'vote.open', vote: 'q' };
const close: Command = { type: 'vote.close', vote: 'q' };
const put = (ballot: 'open' | 'secret-app'): Command => ({
	type: 'vote.put',
	ref: 'q',
	title: 'Thông qua',
	ballot,
	threshold: 'majority',
	subject: { kind: 'other' }
});
const cast = (choice: Choice): Command => ({ type: 'ballot.cast', vote: 'q', choice });

async function client(server: TestServer, person: string): Promise<Client> {
	const made = new Client(server, await server.cookie(person), 'mtg');
	clients.push(made);
	return made.ready();
}

interface Hall {
	readonly server: TestServer;
	readonly chair: Client;
	readonly voters: readonly Client[];
}

/** m01 chairs; forty members with a connection each are in the room, and the question is open. */
async function hall(ballot: 'open' | 'secret-app'): Promise<Hall> {
	const people = [...setup().people, ...VOTERS.map((id) => member(id))];
	const server = await startServer({ people });
	servers.push(server);
	const chair = await client(server, 'm01');
	const voters = await Promise.all(VOTERS.map((id) => client(server, id)));
	await chair.send(checkIn, 'here');
	for (const [n, voter] of voters.entries()) await voter.send(checkIn, `here-${n}`);
	await chair.send({ type: 'meeting.open' }, 'begin');
	await chair.send(put(ballot), 'put');
	await chair.send(open, 'open');
	return { server, chair, voters };
}

async function result({ server }: Hall): Promise<ClosedVote> {
	const room = await server.app.rooms.get('mtg');
	const vote = room?.meeting.votes.at(-1);
	if (vote?.state !== 'closed') throw new Error('the vote is not closed');
	return vote;
}

test('forty vote at once and every ballot is counted once', async () => {
	const made = await hall('open');
	const answers = await Promise.all(made.voters.map((voter, n) => voter.send(cast(CHOICES[n % 3] ?? 'for'))));
	expect(answers.every(({ ok }) => ok)).toBe(true);
	await made.chair.send(close);
	expect((await result(made)).counts).toEqual({ for: 14, against: 13, abstain: 13 });
});

test.each(['open', 'secret-app'] as const)(
	'of a hundred casts by one member one counts (%s)',
	async (ballot) => {
		const made = await hall(ballot);
		const devices = await Promise.all(Array.from({ length: 4 }, () => client(made.server, 'v00')));
		const answers = await Promise.all(
			Array.from({ length: 100 }, (_, n) => {
				const device = devices[n % 4];
				if (!device) throw new Error('no device');
				return device.send(cast(CHOICES[n % 3] ?? 'for'));
			})
		);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.code === 'already-voted')).toHaveLength(99);
		await made.chair.send(close);
		const { counts, ballots } = await result(made);
		expect(counts.for + counts.against + counts.abstain).toBe(1);
		expect(Object.keys(ballots)).toEqual(['v00']);
	}
);

test('the absent, the left, observers, the probationary, and who comes after the closing are refused', async () => {
	const made = await hall('secret-app');
	const [left, late, replaying] = made.voters;
	if (!left || !late || !replaying) throw new Error('nobody is there');
	const observer = await client(made.server, 'o1');
	await observer.send({ type: 'observer.join' });
	const probationary = await client(made.server, 'p1');
	await probationary.send(checkIn);
	const arrived = await client(made.server, 'm03');
	expect(await arrived.send(cast('for'))).toMatchObject({ code: 'not-present' });
	await arrived.send(checkIn);
	await left.send({ type: 'attendance.leave' });
	const refused = async (who: Client) => await who.send(cast('for'));
	expect(await refused(arrived)).toMatchObject({ code: 'not-on-roll' });
	expect(await refused(left)).toMatchObject({ code: 'not-present' });
	expect(await refused(observer)).toMatchObject({ code: 'observer' });
	expect(await refused(probationary)).toMatchObject({ code: 'probationary' });
	const first = await replaying.send(cast('against'), 'the-same');
	await made.chair.send(close);
	expect(await replaying.send(cast('against'), 'the-same')).toEqual(first);
	expect(await late.send(cast('for'))).toMatchObject({ code: 'vote-not-open' });
	expect((await result(made)).counts).toEqual({ for: 0, against: 1, abstain: 0 });
});

/** Everything that is kept, every table row by row, and all that the process said. */
async function everythingKept({ server }: Hall, said: readonly string[]): Promise<string> {
	const { sql } = server.app;
	const tables = await sql<{ name: string }[]>`
		select tablename as name from pg_tables where schemaname = 'public' order by 1`;
	const rows: string[] = [];
	for (const { name } of tables) {
		const found = await sql<{ row: string }[]>`select t::text as row from ${sql(name)} t`;
		rows.push(...found.map(({ row }) => `${name} ${row}`));
	}
	return [...rows.sort(), ...said].join('\n');
}

/** What differs between any two runs: made-up ids, and the bytes of texts in which nobody wrote a choice. */
function comparable(kept: string): string {
	return kept
		.split('\n')
		.filter(
			(line) => !/^(sessions|accounts|updates|clients|snapshots|meetings|organisations|streams) /.test(line)
		)
		.join('\n')
		.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/g, '<made up>')
		.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.+\d]*/g, '<machine time>');
}

function capture(): string[] {
	const said: string[] = [];
	for (const way of ['log', 'error', 'warn', 'info'] as const)
		vi.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')));
	return said;
}

/** One secret vote whose choices are given; every command has the same id in every run. */
async function secretVote(choiceOf: (n: number) => Choice): Promise<{ kept: string; told: string }> {
	const said = capture();
	const made = await hall('secret-app');
	for (const [n, voter] of made.voters.entries()) {
		expect(await voter.send(cast(choiceOf(n)), `ballot-${n}`)).toMatchObject({ ok: true });
		expect(await voter.send(cast(choiceOf(n + 1)), `again-${n}`)).toMatchObject({ code: 'already-voted' });
	}
	await made.chair.send(close, 'close');
	await until(() => made.chair.events.some(({ type }) => type === 'vote.closed'));
	const told = (events: readonly LoggedEvent[]) => comparable(JSON.stringify(events));
	return { kept: await everythingKept(made, said), told: told(made.chair.events) };
}

test('[VO13] whoever chose what, the whole database, the log and what is told read the same', async () => {
	const ayes = 14;
	const one = await secretVote((n) => (n % 40 < ayes ? 'for' : n % 2 === 0 ? 'against' : 'abstain'));
	const other = await secretVote((n) => (n % 40 >= 40 - ayes ? 'for' : n % 2 === 0 ? 'against' : 'abstain'));
	expect(comparable(one.kept)).toBe(comparable(other.kept));
	expect(one.told).toBe(other.told);
	expect(one.kept).toContain('""for"": 14, ""abstain"": 13, ""against"": 13');
	for (const line of one.kept.split('\n'))
		if (/v\d\d/.test(line) && line.includes('ballot')) expect(line).not.toMatch(/"(for|against|abstain)"/);
});

test('[VO13] the comparison finds a choice where one is kept', async () => {
	const openVote = async (choice: Choice) => {
		const made = await hall('open');
		await made.voters[0]?.send(cast(choice), 'ballot-0');
		return comparable(await everythingKept(made, []));
	};
	expect(await openVote('for')).not.toBe(await openVote('against'));
});

test('[VO14] a process that takes the meeting up without the choices puts the question again', async () => {
	const made = await hall('secret-app');
	await made.voters[0]?.send(cast('for'));
	const heir = await made.server.sibling();
	servers.push(heir);
	const chair = await client(heir, 'm01');
	await until(() => chair.events.some(({ type }) => type === 'vote.voided'));
	const room = await heir.app.rooms.get('mtg');
	expect(room?.meeting.votes[0]).toMatchObject({ state: 'put', voidedAt: made.server.time.now });
	// The first process learns of it, and its box is empty.
	expect(await made.voters[1]?.send(cast('for'))).toMatchObject({ code: 'vote-not-open' });
	await chair.send(open);
	const voter = await client(heir, 'v00');
	expect(await voter.send(cast('against'))).toMatchObject({ ok: true });
	await chair.send(close);
	expect(room?.meeting.votes[0]).toMatchObject({ counts: { for: 0, against: 1, abstain: 0 } });
});
