import { afterEach, expect, test } from 'vitest';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const servers: TestServer[] = [];
const clients: Client[] = [];

afterEach(async () => {
	for (const client of clients.splice(0)) client.close();
	for (const server of servers.splice(0).reverse()) await server.close();
});

async function start(...args: Parameters<typeof startServer>): Promise<TestServer> {
	const server = await startServer(...args);
	servers.push(server);
	return server;
}

async function client(
	server: TestServer,
	person: string,
	options: ConstructorParameters<typeof Client>[3] = {}
): Promise<Client> {
	const made = new Client(server, await server.cookie(person), 'mtg', options);
	clients.push(made);
	return made.ready();
}

const checkIn: Command = { type: 'attendance.check-in', method: 'self' };
const comment = (ref: string, text = 'ý kiến'): Command => ({
	type: 'comment.post',
	ref,
	on: { kind: 'item', ref: 'a2' },
	text
});
const seqs = (of: Client) => of.events.map(({ seq }) => seq);

test('everybody sees the same events, numbered from 1 without gaps', async () => {
	const server = await start();
	const [chair, member] = [await client(server, 'm01'), await client(server, 'm03')];
	expect(await chair.send(checkIn)).toEqual({ ok: true, seq: 2 });
	expect(await member.send(checkIn)).toEqual({ ok: true, seq: 3 });
	expect(await chair.send({ type: 'meeting.open' })).toEqual({ ok: true, seq: 5 });
	await until(() => member.seq === 5 && chair.seq === 5);
	expect(seqs(member)).toEqual([1, 2, 3, 4, 5]);
	expect(member.events).toEqual(chair.events);
});

test('a command sent five times happens once and is answered alike, also after a restart', async () => {
	const server = await start();
	const member = await client(server, 'm03');
	const answers = await Promise.all(Array.from({ length: 5 }, () => member.send(comment('k1'), 'same-id')));
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	const refusals = await Promise.all([1, 2].map(() => member.send({ type: 'meeting.open' }, 'refused-id')));
	expect(refusals).toEqual([
		{ ok: false, code: 'not-chair' },
		{ ok: false, code: 'not-chair' }
	]);
	const again = await server.sibling();
	servers.push(again);
	const later = await client(again, 'm03');
	expect(await later.send(comment('k1'), 'same-id')).toEqual(answers[0]);
	expect(await later.send({ type: 'meeting.open' }, 'refused-id')).toEqual({ ok: false, code: 'not-chair' });
	expect(later.seq).toBe(3);
});

test('the same id of two people is two commands', async () => {
	const server = await start();
	const [one, two] = [await client(server, 'm03'), await client(server, 'm04')];
	expect(await one.send(comment('k1'), 'id')).toEqual({ ok: true, seq: 2 });
	expect(await two.send(comment('k2'), 'id')).toEqual({ ok: true, seq: 3 });
});

test('a returning browser gets what it missed, and only that', async () => {
	const server = await start();
	const [chair, member] = [await client(server, 'm01'), await client(server, 'm03')];
	member.socket.io.engine.close();
	for (const ref of ['k1', 'k2', 'k3']) await chair.send(comment(ref));
	await until(() => member.seq === 4);
	expect(seqs(member)).toEqual([1, 2, 3, 4]);
});

test('what the schema does not know is malformed and leaves no trace', async () => {
	const server = await start();
	const member = await client(server, 'm03');
	const wrong: unknown[] = [
		null,
		'text',
		{},
		{ id: 'x' },
		{ id: 'x', type: 'nothing.such' },
		{ id: 'with space', type: 'meeting.open' },
		{ id: 'x'.repeat(37), type: 'meeting.open' },
		{ id: 'x', type: 'comment.post', ref: 'k', on: { kind: 'item', ref: 'a2' }, text: '' },
		{ id: 'x', type: 'comment.post', ref: 'k', on: { kind: 'item', ref: 'a2' }, text: 'a', more: 1 },
		{ id: 'x', type: 'comment.post', ref: 'k', on: { kind: 'item', ref: 'a2' }, text: 'a'.repeat(4001) },
		{ id: 'x', type: 'comment.post', ref: 'k', on: { kind: 'item', ref: 'a2' }, text: 'a\u0000b' },
		JSON.parse(
			'{"id":"x","type":"comment.post","__proto__":{"a":1},"ref":"k","on":{"kind":"item","ref":"a2"},"text":"a"}'
		)
	];
	for (const payload of wrong)
		expect(await member.raw(payload), JSON.stringify(payload)).toEqual({ ok: false, code: 'malformed' });
	expect(await member.send(comment('k', 'a'.repeat(4000)))).toEqual({ ok: true, seq: 2 });
});

test('text is kept as it was written, in NFC', async () => {
	const server = await start();
	const member = await client(server, 'm03');
	const text = '<b>Nghị quyết</b> & "kết luận" 👨‍👩‍👧 \u202Eđảo'.normalize('NFD');
	await member.send(comment('k1', text));
	await until(() => member.seq === 2);
	expect(member.events[1]).toMatchObject({ text: text.normalize('NFC') });
});

test('too many commands are too fast, on the meeting’s clock', async () => {
	const server = await start();
	const member = await client(server, 'm03');
	const flood = await Promise.all(Array.from({ length: 45 }, (_, i) => member.send(comment(`k${i}`))));
	expect(flood.filter((answer) => !answer.ok && answer.code === 'too-fast')).toHaveLength(5);
	expect(await member.send(comment('later'))).toEqual({ ok: false, code: 'too-fast' });
	server.time.now += 1_000;
	expect(await member.send(comment('later'))).toEqual({ ok: true, seq: 42 });
});

test('strangers, foreign origins and unknown meetings are turned away alike', async () => {
	const server = await start();
	const stranger = await server.app.auth.newDevice();
	const refused = async (cookie: string, meeting: string, origin?: string) => {
		const made = new Client(server, cookie, meeting, origin === undefined ? {} : { origin });
		clients.push(made);
		return made.ready().then(
			() => 'let in',
			(error: Error) => error.message
		);
	};
	const cookie = `${stranger.cookie.name}=${stranger.cookie.value}`;
	expect(await refused(cookie, 'mtg')).toBe(await refused(cookie, 'no-such'));
	expect(await refused('', 'mtg')).toBe('refused');
	expect(await refused(await server.cookie('m03'), 'no-such')).toBe('refused');
	for (const origin of ['http://evil.example', 'null', `${server.origin}.evil.example`]) {
		expect(await refused(await server.cookie('m03'), 'mtg', origin), origin).not.toBe('let in');
	}
});

test('two processes that append at once: both happen, in one order, decided again', async () => {
	const server = await start();
	const other = await server.sibling();
	servers.push(other);
	const [one, two] = [await client(server, 'm03'), await client(other, 'm04')];
	const answers = await Promise.all([
		...Array.from({ length: 10 }, (_, i) => one.send(comment(`a${i}`))),
		...Array.from({ length: 10 }, (_, i) => two.send(comment(`b${i}`)))
	]);
	expect(new Set(answers.map((answer) => (answer.ok ? answer.seq : answer.code))).size).toBe(20);
	const log = await server.app.log.events('mtg', 0, 100);
	expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
});

test('a revoked device is cut off at once, and its name free again', async () => {
	const server = await start();
	const chair = await client(server, 'm01');
	const { cookie, account } = await server.app.auth.newDevice();
	const room = await server.app.rooms.get('mtg');
	const sender = { account, person: null, wallOf: null };
	expect(await room?.submit(sender, 'c1', { type: 'join.claim', ref: 'e1', member: 'm04' })).toMatchObject({
		ok: true
	});
	await chair.send({ type: 'join.confirm', entries: ['e1'] });
	const header = `${cookie.name}=${cookie.value}`;
	const phone = new Client(server, header);
	clients.push(phone);
	await phone.ready();
	expect(await phone.send(checkIn)).toMatchObject({ ok: true });
	const cut = new Promise((resolve) => phone.socket.once('disconnect', resolve));
	await chair.send({ type: 'join.revoke', entry: 'e1' });
	await cut;
	const back = new Client(server, header);
	clients.push(back);
	await expect(back.ready()).rejects.toThrow();
});

test('a comment written while the link was lost carries the moment of writing, held to the loss', async () => {
	const server = await start();
	const member = await client(server, 'm03');
	const begin = server.time.now;
	server.time.now = begin + 100_000;
	member.socket.disconnect();
	const room = await server.app.rooms.get('mtg');
	await until(() => room?.lostAt('m03') === begin + 100_000);
	server.time.now = begin + 200_000;
	const returned = member.socket.connect();
	await new Promise((resolve) => returned.once('events', resolve));
	const answer = await member.raw({ id: 'late', ...comment('k1'), writtenAt: begin });
	expect(answer).toMatchObject({ ok: true });
	expect(room?.meeting.comments[0]).toMatchObject({ at: begin + 200_000, writtenAt: begin + 100_000 });
});

test('a vote names the text as it stands with everything typed before it, and freezes it', async () => {
	const server = await start();
	const chair = await client(server, 'm01');
	const member = await client(server, 'm03');
	await chair.send(checkIn);
	await member.send(checkIn);
	await chair.send({ type: 'meeting.open' });
	const writer = new Writer(server.port, await server.cookie('m03'), 'resolution', 'c1');
	await until(() => writer.synced);
	writer.type(' Thêm một câu.');
	await until(() => writer.isSaved);
	await chair.send({
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua nghị quyết',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'resolution' }
	});
	const document = await server.app.documents.open('mtg', 'resolution');
	const room = await server.app.rooms.get('mtg');
	expect(document?.text('c1')).toContain('Thêm một câu.');
	expect(room?.meeting.votes[0]?.version).toEqual({
		document: 'resolution',
		seq: document?.seq,
		sha256: document?.sha256(['title', 'c1', 'c2'])
	});
	writer.type(' Muộn rồi.');
	await chair.send({ type: 'vote.open', vote: 'v1' });
	await chair.send({ type: 'hands.count', vote: 'v1', counts: { for: 2, against: 0, abstain: 0 } });
	await chair.send({ type: 'vote.close', vote: 'v1' });
	expect(document?.text('c1')).not.toContain('Muộn rồi.');
	const minutes = JSON.stringify(
		(await server.app.documents.open('mtg', 'minutes'))?.json(['opening', 'a1'])
	);
	expect(minutes).toContain('"kind":"attendance"');
	expect(minutes).toContain('"kind":"vote"');
	writer.close();
});

test('an event and what it writes into the text are one: a new item has its title', async () => {
	const server = await start();
	const chair = await client(server, 'm01');
	await chair.send({
		type: 'item.add',
		ref: 'x1',
		title: 'Việc khác',
		phase: 'content',
		minutes: 5,
		after: 'a2'
	});
	expect((await server.app.documents.open('mtg', 'agenda'))?.text('x1')).toBe('Việc khác');
	const again = await server.sibling();
	servers.push(again);
	expect((await again.app.documents.open('mtg', 'agenda'))?.text('x1')).toBe('Việc khác');
});

test('after the end nothing more is written, by command or by hand', async () => {
	const server = await start();
	const chair = await client(server, 'm01');
	await chair.send(checkIn);
	await chair.send({ type: 'meeting.open' });
	const writers = await Promise.all(
		['m01', 'm03'].map(
			async (person) => new Writer(server.port, await server.cookie(person), 'minutes', 'a1')
		)
	);
	await until(() => writers.every(({ synced }) => synced));
	writers[0]?.type('trước');
	await until(() => writers.every((writer) => writer.text().includes('trước')));
	expect(await chair.send({ type: 'meeting.end' })).toMatchObject({ ok: true });
	for (const writer of writers) writer.type('sau');
	expect(await chair.send(comment('k1'))).toEqual({ ok: false, code: 'wrong-phase' });
	const fresh = new Writer(server.port, await server.cookie('m04'), 'minutes', 'a1');
	await until(() => fresh.synced);
	expect(fresh.text()).toContain('trước');
	expect(fresh.text()).not.toContain('sau');
	for (const writer of [...writers, fresh]) writer.close();
});
