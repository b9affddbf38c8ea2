/** A tablet that is passed round, over real sockets: the server decides whose hands it is in (lobby LO6 … LO9). */
import { afterEach, expect, test } from 'vitest';
import type { LiveRoom } from '../../server/rooms/live-room.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

const checkIn: Command = { type: 'attendance.check-in', method: 'self' };
const use = (member: string): Command => ({ type: 'join.use', member });
const share = (...members: string[]): Command => ({ type: 'join.share', entry: 'e1', members });
const put = (ref: string, ballot: 'open' | 'secret-app'): Command => ({
	type: 'vote.put',
	ref,
	title: 'Thông qua',
	ballot,
	threshold: 'majority',
	subject: { kind: 'other' }
});
const cast = (vote: string): Command => ({ type: 'ballot.cast', vote, choice: 'for' });

interface Hall {
	readonly server: TestServer;
	readonly room: LiveRoom;
	readonly chair: Client;
	readonly tablet: Client;
	readonly cookie: string;
}

function connected(server: TestServer, cookie: string): Promise<Client> {
	const client = new Client(server, cookie);
	endings.push(() => client.close());
	return client.ready();
}

/** A meeting that runs; m03 came in with the tablet. */
async function hall(): Promise<Hall> {
	const server = await startServer();
	endings.push(() => server.close());
	const room = await server.app.rooms.get('mtg');
	if (!room) throw new Error('no meeting');
	const chair = await connected(server, await server.cookie('m01'));
	await chair.send(checkIn);
	await chair.send({ type: 'meeting.open' });
	const device = await server.app.auth.newDevice();
	const sender = { account: device.account, person: null, wallOf: null };
	await room.submit(sender, 'claim', { type: 'join.claim', ref: 'e1', member: 'm03' });
	await chair.send({ type: 'join.confirm', entries: ['e1'] });
	const cookie = `${device.cookie.name}=${device.cookie.value}`;
	await until(async () => (await server.app.auth.principal(cookie))?.principal.person === 'm03');
	return { server, room, chair, cookie, tablet: await connected(server, cookie) };
}

test('[LO6][LO7] one device, three people: each act is whose name was chosen', async () => {
	const { server, room, chair, tablet } = await hall();
	const member = await connected(server, await server.cookie('p1'));
	expect(await tablet.send(use('m04'))).toEqual({ ok: false, code: 'not-shared' });
	expect(await tablet.send(share('m04'))).toEqual({ ok: false, code: 'not-allowed' });
	expect(await chair.send(share('m04', 'm05'))).toMatchObject({ ok: true });
	for (const name of ['m03', 'm04', 'm05']) {
		expect(await tablet.send(use(name))).toMatchObject({ ok: true });
		expect(await tablet.send(checkIn)).toMatchObject({ ok: true });
	}
	expect(Object.keys(room.meeting.rollcall.stays).sort()).toEqual(['m01', 'm03', 'm04', 'm05']);
	expect(room.meeting.rollcall.stays.m05?.[0]).toMatchObject({ enteredBy: 'm05' });
	expect(await tablet.send(use('p1'))).toEqual({ ok: false, code: 'unknown' });
	// The desk is told whose hands it is in; no other page.
	await until(() => [chair, tablet, member].every(({ seq }) => seq === room.seq));
	const told = (client: Client) => client.events.filter(({ type }) => type === 'join.used').length;
	expect([chair, tablet, member].map(told)).toEqual([3, 3, 0]);
});

test('[LO7] what one of them wrote for the chair alone is not told to the next', async () => {
	const { server, room, chair, tablet, cookie } = await hall();
	await chair.send(share('m04'));
	await tablet.send(use('m04'));
	const leave: Command = {
		type: 'leave.request',
		kind: 'early',
		reason: { code: 'sick', text: 'chuyện riêng của Tư' }
	};
	expect(await tablet.send(leave)).toMatchObject({ ok: true });
	await until(() => tablet.seq === room.seq);
	expect(JSON.stringify(tablet.events)).toContain('chuyện riêng của Tư');
	await tablet.send(use('m03'));
	const next = await connected(server, cookie);
	await until(() => next.seq === room.seq);
	expect(JSON.stringify(next.events)).not.toContain('chuyện riêng của Tư');
});

test('[LO8][VO16] a secret ballot from it counts after its voter chose their name, once for each', async () => {
	const { server, room, chair, tablet } = await hall();
	await chair.send(share('m04', 'm05'));
	for (const member of ['m03', 'm04', 'm05']) {
		await tablet.send(use(member));
		await tablet.send(checkIn);
	}
	await chair.send(put('v1', 'secret-app'));
	await chair.send({ type: 'vote.open', vote: 'v1' });
	server.time.now += 1_000;
	expect(await tablet.send(cast('v1'))).toEqual({ ok: false, code: 'choose-name' });
	for (const member of ['m05', 'm03']) {
		await tablet.send(use(member));
		expect(await tablet.send(cast('v1'))).toMatchObject({ ok: true });
		expect(await tablet.send(cast('v1'))).toEqual({ ok: false, code: 'already-voted' });
	}
	await tablet.send(use('m04'));
	server.time.now += 121_000;
	expect(await tablet.send(cast('v1'))).toEqual({ ok: false, code: 'choose-name' });
	await tablet.send(use('m04'));
	expect(await tablet.send(cast('v1'))).toMatchObject({ ok: true });
	expect(await chair.send({ type: 'vote.close', vote: 'v1' })).toMatchObject({ ok: true });
	expect(room.meeting.votes[0]).toMatchObject({ counts: { for: 3, against: 0, abstain: 0 } });
});

test('[LO9] no text is written from it: what was open is closed, and none is opened', async () => {
	const { server, chair, cookie } = await hall();
	const before = new Writer(server.port, cookie, 'resolution', 'c1');
	endings.push(() => before.close());
	await until(() => before.synced);
	before.type(' Trước.');
	await until(() => before.isSaved);
	const codes: number[] = [];
	before.provider.on('connection-close', (event: { code?: number } | null) => codes.push(event?.code ?? 0));
	await chair.send(share('m04'));
	await until(() => codes.length > 0);
	before.type(' Sau.');
	const after = new Writer(server.port, cookie, 'resolution', 'c1');
	endings.push(() => after.close());
	after.provider.on('connection-close', (event: { code?: number } | null) => codes.push(event?.code ?? 0));
	await until(() => codes.includes(4404));
	const document = await server.app.documents.open('mtg', 'resolution');
	expect(document?.text('c1')).toContain('Trước.');
	expect(document?.text('c1')).not.toContain('Sau.');
});

test('[LO6] shared it has no name for other meetings, alone again it has; revoked it is out at once', async () => {
	const { server, chair, tablet, cookie } = await hall();
	const name = async () => (await server.app.auth.principal(cookie))?.principal.person;
	await chair.send(share('m04'));
	await until(async () => (await name()) === null);
	expect(await tablet.send(checkIn)).toMatchObject({ ok: true });
	await chair.send(share());
	await until(async () => (await name()) === 'm03');
	await chair.send(share('m04'));
	const cut = new Promise((resolve) => tablet.socket.once('disconnect', resolve));
	await chair.send({ type: 'join.revoke', entry: 'e1' });
	await cut;
});
