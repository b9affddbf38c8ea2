/** Observers on real sockets: what they remark reaches nobody else, and hundreds of them follow one meeting. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { observer, setup } from '../support/meeting.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const servers: TestServer[] = [];
const clients: Client[] = [];

afterEach(async () => {
	for (const client of clients.splice(0)) client.close();
	for (const server of servers.splice(0)) await server.close();
});

async function start(change: Parameters<typeof startServer>[0]): Promise<TestServer> {
	const server = await startServer(change);
	servers.push(server);
	return server;
}

/** A connection that keeps every byte it was sent. */
class Heard {
	readonly client: Client;
	bytes = '';

	constructor(client: Client) {
		this.client = client;
		client.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
			this.bytes += typeof data === 'string' ? data : '';
		});
	}
}

async function connected(server: TestServer, person: string): Promise<Heard> {
	const client = new Client(server, await server.cookie(person));
	clients.push(client);
	const heard = new Heard(client);
	await client.ready();
	return heard;
}

const WARD = 'Đoàn công tác phường';
const delegates = [
	...setup().people.filter(({ kind }) => kind === 'member'),
	observer('o1', { delegation: WARD, rank: 'delegation_head' }),
	observer('o2', { delegation: WARD }),
	observer('o3', { delegation: 'Đoàn thành phố' })
];

async function must(of: Heard, ...commands: Command[]): Promise<void> {
	for (const command of commands) expect(await of.client.send(command)).toMatchObject({ ok: true });
}

const remark = (ref: string, text: string): Command => ({
	type: 'remark.post',
	ref,
	item: 'a2',
	category: 'điều hành',
	pole: 'limit',
	text
});

describe('what observers write', () => {
	test('no byte of a remark, a note or a tick reaches members, desk, other levels or the screen', async () => {
		const server = await start({ people: delegates });
		const people = ['m01', 'm02', 'm03', 'o1', 'o2', 'o3'];
		const [chair, facilitator, member, author, colleague, otherLevel] = (await Promise.all(
			people.map((person) => connected(server, person))
		)) as [Heard, Heard, Heard, Heard, Heard, Heard];
		await must(chair, { type: 'attendance.check-in', method: 'self' }, { type: 'meeting.open' });
		for (const of of [author, colleague, otherLevel]) await must(of, { type: 'observer.join' });
		await must(
			author,
			remark('r1', 'NHẬN-XÉT-RIÊNG'),
			{ type: 'remark.change', remark: 'r1', text: 'NHẬN-XÉT-ĐÃ-SỬA' },
			{ type: 'notebook.write', ref: 'n1', text: 'SỔ-TAY-RIÊNG' },
			{ type: 'checklist.tick', step: 'buoc-rieng', done: true },
			remark('r2', 'NHẬN-XÉT-RÚT-LẠI'),
			{ type: 'remark.withdraw', remark: 'r2' }
		);
		await must(chair, { type: 'meeting.end' });
		const last = () => Math.max(...clients.map(({ seq }) => seq));
		// Who comes late, or again, is told the whole log.
		const late = await Promise.all(['m02', 'm04', 'o3'].map((person) => connected(server, person)));
		const everybody = [chair, facilitator, member, author, colleague, otherLevel, ...late];
		await until(() => everybody.every(({ client }) => client.seq === last()));

		expect(author.bytes).toMatch(/NHẬN-XÉT-RIÊNG[^]*NHẬN-XÉT-ĐÃ-SỬA[^]*SỔ-TAY-RIÊNG[^]*buoc-rieng/);
		expect(colleague.bytes).toMatch(/NHẬN-XÉT-RIÊNG[^]*NHẬN-XÉT-ĐÃ-SỬA/);
		expect(colleague.bytes).not.toMatch(/SỔ-TAY-RIÊNG|buoc-rieng/);
		for (const { bytes } of [chair, facilitator, member, otherLevel, ...late])
			expect(bytes).not.toMatch(/NHẬN-XÉT|SỔ-TAY|buoc-rieng|điều hành|remark\.|notebook\.|checklist\./);
		for (const { client } of everybody)
			expect(client.events.map(({ seq }) => seq)).toEqual(client.events.map((_, n) => n + 1));
	});

	test('nor does the record hold any of it, but for the numbers', async () => {
		const server = await start({ people: delegates });
		const chair = await connected(server, 'm01');
		const author = await connected(server, 'o1');
		await must(chair, { type: 'attendance.check-in', method: 'self' }, { type: 'meeting.open' });
		await must(author, { type: 'observer.join' }, remark('r1', 'NHẬN-XÉT-RIÊNG'), {
			type: 'notebook.write',
			ref: 'n1',
			text: 'SỔ-TAY-RIÊNG'
		});
		await must(chair, { type: 'meeting.end' });
		const stored = await server.app.records.of('mtg');
		expect(stored?.canonical).not.toMatch(/NHẬN-XÉT|SỔ-TAY/);
		expect(stored?.canonical).toContain('"remarks":{"limit":1,"strength":0,"suggestion":0,"total":1}');
	});
});

test(
	'300 remote observers follow one meeting and see the same item, words and result',
	{ timeout: 120_000 },
	async () => {
		const guests = Array.from({ length: 300 }, (_, n) => observer(`g${n}`, { mode: 'remote' }));
		const people = [...setup().people.filter(({ kind }) => kind === 'member'), ...guests];
		const server = await start({ people });
		const chair = await connected(server, 'm01');
		const others = await Promise.all(['m02', 'm03', 'm04'].map((person) => connected(server, person)));
		const watching: Heard[] = [];
		for (let from = 0; from < guests.length; from += 30)
			watching.push(
				...(await Promise.all(guests.slice(from, from + 30).map(({ id }) => connected(server, id))))
			);
		const isEverywhere = (seq: number) => watching.every(({ client }) => client.seq >= seq);

		await must(chair, { type: 'attendance.check-in', method: 'self' });
		for (const member of others) await must(member, { type: 'attendance.check-in', method: 'self' });
		await must(chair, { type: 'meeting.open' }, { type: 'item.start', item: 'a2' });
		await Promise.all(watching.map((guest) => must(guest, { type: 'observer.join' })));
		// All of them remark; none of it may reach another.
		await Promise.all(watching.map((guest, n) => must(guest, remark(`r${n}`, `LỜI-CỦA-${n}-`))));

		const writer = new Writer(server.port, await server.cookie('m01'), 'minutes', 'a2');
		await until(() => writer.synced);
		writer.type('Chủ tọa nêu vấn đề. ');
		await until(() =>
			watching.every(({ client }) =>
				client.texts.some(({ block, text }) => block === 'a2' && text.includes('nêu vấn đề'))
			)
		);
		writer.close();

		await must(
			chair,
			{
				type: 'vote.put',
				ref: 'v1',
				title: 'Thông qua',
				ballot: 'hands',
				subject: { kind: 'other' },
				threshold: 'majority'
			},
			{ type: 'vote.open', vote: 'v1' },
			{ type: 'hands.count', vote: 'v1', counts: { for: 4, against: 0, abstain: 0 } },
			{ type: 'vote.close', vote: 'v1' },
			{ type: 'item.start', item: 'a3' }
		);
		await until(() => isEverywhere(chair.client.seq));
		const [first] = watching;
		const seenByFirst = JSON.stringify(
			first?.client.events.filter(({ type }) => /^(item|vote|meeting)\./.test(type))
		);
		for (const { client } of watching)
			expect(JSON.stringify(client.events.filter(({ type }) => /^(item|vote|meeting)\./.test(type)))).toBe(
				seenByFirst
			);
		expect(seenByFirst).toMatch(/"vote\.closed","vote":"v1","passed":true[^]*"item\.started","item":"a3"/);
		for (const [n, { bytes }] of watching.entries())
			expect([...new Set(bytes.match(/LỜI-CỦA-\d+-/g))]).toEqual([`LỜI-CỦA-${n}-`]);
		for (const { bytes } of [chair, ...others]) expect(bytes).not.toContain('LỜI-CỦA-');
	}
);
