/**
 * What reaches somebody who waits outside a closed session: every byte of every socket they have open is kept,
 * and searched for a word that was said and written inside.
 */
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const SECRET = 'mật-Kim-Ngân-7391';

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function start(): Promise<TestServer> {
	const server = await startServer();
	endings.push(() => server.close());
	return server;
}

async function client(server: TestServer, cookie: string, since = 0): Promise<Client> {
	const made = new Client(server, cookie, 'mtg', { withTexts: true, since });
	endings.push(() => made.close());
	return made.ready();
}

function writer(server: TestServer, cookie: string, document: string, block: string): Writer {
	const made = new Writer(server.port, cookie, document, block);
	endings.push(() => made.close());
	return made;
}

/** Everything that a Socket.IO connection receives. */
function heardBy({ socket }: Client): string[] {
	const heard: string[] = [];
	socket.io.engine.on('data', (data: unknown) => heard.push(String(data)));
	return heard;
}

/** A reader of a document who asks for all of it: what came, and with which code it was closed. */
function reader({ port, origin }: TestServer, cookie: string, document: string) {
	const ws = new WebSocket(`ws://127.0.0.1:${port}/yjs/mtg/${document}`, { headers: { cookie, origin } });
	endings.push(() => ws.terminate());
	const frames: Buffer[] = [];
	ws.on('message', (data) => frames.push(data as Buffer));
	ws.on('open', () => ws.send(Uint8Array.of(0, 0, 1, 0)));
	const closed = once(ws, 'close').then(([code]) => code as number);
	return { frames, closed, heard: () => Buffer.concat(frames).toString('utf8') };
}

const say = (ref: string, text: string): Command => ({
	type: 'comment.post',
	ref,
	on: { kind: 'item', ref: 'a2' },
	text
});

async function opened(server: TestServer) {
	const cookies = Object.fromEntries(
		await Promise.all(
			['m01', 'm02', 'm03', 'o1', 'o2'].map(async (id) => [id, await server.cookie(id)] as const)
		)
	);
	const cookie = (id: string) => cookies[id] ?? '';
	const live = Object.fromEntries(
		await Promise.all(Object.keys(cookies).map(async (id) => [id, await client(server, cookie(id))] as const))
	);
	const of = (id: string) => live[id] as Client;
	const must = async (id: string, command: Command) =>
		expect(await of(id).send(command), `${id} ${command.type}`).toMatchObject({ ok: true });
	for (const id of ['m01', 'm02', 'm03']) await must(id, { type: 'attendance.check-in', method: 'self' });
	for (const id of ['o1', 'o2']) await must(id, { type: 'observer.join' });
	await must('m01', { type: 'meeting.open' });
	return { cookie, of, must };
}

test('who waits outside receives no byte of what is said and written inside, during or after', async () => {
	const server = await start();
	const { cookie, of, must } = await opened(server);
	const heard = heardBy(of('o1'));
	const minutes = reader(server, cookie('o1'), 'minutes');
	await until(() => minutes.frames.length > 0);

	await must('m01', { type: 'closed.begin', keepOut: ['o1'] });
	expect(await minutes.closed).toBe(4403);
	const inside = writer(server, cookie('m02'), 'closed-1', 'a1');
	await until(() => inside.synced);
	inside.type(`Ghi trong phần ${SECRET}`);
	await until(() => inside.isSaved);
	await must('m03', say('k1', SECRET));
	await must('m03', { type: 'floor.request', ref: 'r1', kind: 'self-criticism' });
	await must('m01', { type: 'floor.grant', request: 'r1' });
	await must('m01', { type: 'floor.end', turn: 'r1' });
	await must('m02', { type: 'minutes.write', ref: 'n1', text: SECRET });
	// Who is inside has all of it, so the search below could find it.
	await until(() =>
		of('o2').texts.some(({ document, text }) => document === 'closed-1' && text.includes(SECRET))
	);
	await until(() => of('m03').events.some((event) => event.type === 'comment.posted'));
	expect(await of('o1').send(say('k2', 'xin phép'))).toEqual({ ok: false, code: 'closed-session' });
	const during = [
		reader(server, cookie('o1'), 'minutes'),
		reader(server, cookie('o1'), 'resolution'),
		reader(server, cookie('o1'), 'closed-1')
	];
	expect(await Promise.all(during.map(({ closed }) => closed))).toEqual([4404, 4404, 4404]);
	const late = await client(server, cookie('o1'));
	const lateHeard = JSON.stringify([late.events, late.texts]);

	await must('m01', { type: 'closed.end' });
	await until(() => of('o1').events.at(-1)?.type === 'closed.ended');
	const after = reader(server, cookie('o1'), 'minutes');
	await until(() => after.frames.length > 0);
	const never = reader(server, cookie('o1'), 'closed-1');
	expect(await never.closed).toBe(4404);
	const again = await client(server, cookie('o1'));
	await must('m03', say('k3', 'công khai'));
	await until(() => again.events.some((event) => event.type === 'comment.posted'));

	const everything = [
		heard.join('\n'),
		lateHeard,
		JSON.stringify([again.events, again.texts]),
		...[minutes, ...during, after, never].map((each) => each.heard())
	].join('\n');
	expect(everything).not.toContain(SECRET);
	expect(everything).toContain('công khai');
	expect(again.events.map(({ seq }) => seq)).toEqual(again.events.map((_, index) => index + 1));
	expect(again.events.filter(({ type }) => type === 'hidden').length).toBeGreaterThan(4);
	expect(after.heard()).toContain('closed-1'); // the place in the minutes, without its words
});

test('a screen of the hall is never inside', async () => {
	const server = await start();
	const { cookie, must } = await opened(server);
	const { account, cookie: screen } = await server.app.auth.newWall();
	await server.app.auth.pair(await server.app.auth.newPairing(account), 'mtg');
	const wall = await client(server, `${screen.name}=${screen.value}`);
	const heard = heardBy(wall);
	const text = reader(server, `${screen.name}=${screen.value}`, 'minutes');
	await until(() => text.frames.length > 0);
	await must('m01', { type: 'closed.begin', keepOut: [] });
	expect(await text.closed).toBe(4403);
	const inside = writer(server, cookie('m02'), 'closed-1', 'a1');
	await until(() => inside.synced);
	inside.type(SECRET);
	await until(() => inside.isSaved);
	await must('m03', say('k1', SECRET));
	await must('m01', { type: 'item.start', item: 'a2' });
	await must('m01', { type: 'closed.end' });
	await until(() => wall.events.at(-1)?.type === 'closed.ended');
	const again = await client(server, `${screen.name}=${screen.value}`);
	expect(again.events.some((event) => event.type === 'item.started' && event.item === 'a2')).toBe(true);
	expect([...heard, JSON.stringify(again.events), text.heard()].join()).not.toContain(SECRET);
});

test('the open minutes take no word while the session is closed, and all of them afterwards', async () => {
	const server = await start();
	const { cookie, must } = await opened(server);
	const open = writer(server, cookie('m03'), 'minutes', 'a1');
	await until(() => open.synced);
	await must('m01', { type: 'closed.begin' });
	const late = writer(server, cookie('m02'), 'minutes', 'a1');
	await until(() => late.synced);
	for (let strike = 0; strike < 5; strike += 1) late.type('không được nhận ');
	let ended = 0;
	late.provider.on('connection-close', (event) => (ended = event?.code ?? 0));
	await until(() => ended !== 0, 20_000);
	expect(ended).toBe(4403);
	late.close();
	await must('m01', { type: 'closed.end' });
	const document = await server.app.documents.open('mtg', 'minutes');
	expect(document?.text('a1')).not.toContain('không được nhận');
	open.type('được nhận');
	await until(() => document?.text('a1').includes('được nhận') ?? false);
});

test('what began and was written in one batch with the beginning is kept, also by another process', async () => {
	const server = await start();
	const { of } = await opened(server);
	const answers = await Promise.all([
		of('m03').send({ type: 'floor.request', ref: 'r1', kind: 'free' }),
		of('m01').send({ type: 'floor.grant', request: 'r1' }),
		of('m01').send({ type: 'closed.begin' }),
		of('m01').send({ type: 'floor.end', turn: 'r1' }),
		of('m01').send({ type: 'closed.end' })
	]);
	expect(answers.slice(1).every(({ ok }) => ok)).toBe(true);
	const sibling = await server.sibling();
	endings.push(() => sibling.close());
	const document = await sibling.app.documents.open('mtg', 'closed-1');
	expect(JSON.stringify(document?.json(['a1']))).toContain('"kind":"speech"');
	const room = await sibling.app.rooms.get('mtg');
	expect(room?.meeting.closed).toMatchObject([{ number: 1, sections: ['a1'], inside: [] }]);
});
