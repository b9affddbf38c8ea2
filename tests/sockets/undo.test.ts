import { afterEach, expect, test } from 'vitest';
import { initial, secondsSpoken, speakingNow, waiting } from '../../src/lib/speaking/speaking.ts';
import type { Answer, Command } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';

/* Taking back over real sockets, on the server's own clock, and what it leaves in the minutes. */

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function client(server: TestServer, person: string): Promise<Client> {
	const made = new Client(server, await server.cookie(person), 'mtg');
	endings.push(() => made.close());
	return made.ready();
}

/** m01 chairs a meeting that runs, m03 waits to speak. */
async function running(): Promise<{ server: TestServer; chair: Client; member: Client }> {
	const server = await startServer();
	endings.push(() => server.close());
	const [chair, member] = [await client(server, 'm01'), await client(server, 'm03')];
	for (const each of [chair, member]) await each.send({ type: 'attendance.check-in', method: 'self' });
	await chair.send({ type: 'meeting.open' });
	await member.send({ type: 'floor.request', ref: 'r1', kind: 'free' });
	server.time.now += 60_000;
	return { server, chair, member };
}

async function undo(chair: Client, done: Answer): Promise<Answer> {
	return chair.send({ type: 'act.undo', seq: done.ok ? done.seq : 0 });
}

const fold = ({ events }: Client) =>
	events.reduce<Meeting | null>((meeting, event) => evolve(meeting, event), null);

const floorOf = (page: Client) => fold(page)?.floor ?? initial;

const ACTS: readonly (readonly [string, Command])[] = [
	['an item', { type: 'item.start', item: 'a2' }],
	['the floor', { type: 'floor.grant', request: 'r1' }],
	['attendance', { type: 'attendance.check-in', method: 'desk', for: 'm04' }],
	['the wall', { type: 'projection.show', show: 'agenda' }]
];

test.each(ACTS)(
	'%s is taken back after ten seconds to the millisecond, and not one later',
	async (_, act) => {
		const { server, chair, member } = await running();
		const before = fold(chair);
		const first = await chair.send(act);
		server.time.now += 10_000;
		expect(await undo(chair, first)).toMatchObject({ ok: true });
		await until(() => member.seq === chair.seq);
		for (const each of [chair, member]) {
			expect({ ...fold(each), recent: null }).toEqual({ ...before, recent: null });
		}
		const second = await chair.send(act);
		server.time.now += 10_001;
		expect(await undo(chair, second)).toEqual({ ok: false, code: 'too-late' });
		const again = await server.sibling();
		endings.push(() => again.close());
		const room = await again.app.rooms.get('mtg');
		expect({ ...room?.meeting, recent: null }).toEqual({ ...fold(chair), recent: null });
	}
);

test('a turn ended by mistake goes on, and stands in the minutes once', async () => {
	const { server, chair } = await running();
	await chair.send({ type: 'floor.grant', request: 'r1' });
	server.time.now += 30_000;
	await undo(chair, await chair.send({ type: 'floor.end', turn: 'r1' }));
	expect(speakingNow(floorOf(chair))).toMatchObject({ id: 'r1' });
	server.time.now += 30_000;
	await chair.send({ type: 'floor.end', turn: 'r1' });
	const [turn] = floorOf(chair).turns;
	expect(turn && secondsSpoken(turn, server.time.now)).toBe(60);
	const minutes = await server.app.documents.open('mtg', 'minutes');
	expect(JSON.stringify(minutes?.json(['a1'])).match(/"kind":"speech"/g)).toHaveLength(1);
});

test('a conclusion stands in the minutes under its item, once, however often it is corrected', async () => {
	const { server, chair } = await running();
	for (const text of ['Giao tổ 1.', 'Giao tổ 2.'])
		expect(await chair.send({ type: 'item.conclude', item: 'a1', text })).toMatchObject({ ok: true });
	const minutes = await server.app.documents.open('mtg', 'minutes');
	expect(JSON.stringify(minutes?.json(['a1'])).match(/"kind":"conclusion"/g)).toHaveLength(1);
	expect(waiting(floorOf(chair))).toHaveLength(1);
});
