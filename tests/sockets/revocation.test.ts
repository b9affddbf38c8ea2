/** What is taken back reaches who is inside within two seconds (design, P4), whatever they have open. */
import { afterEach, expect, test } from 'vitest';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const PROMISED_MS = 2_000;
const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

interface Inside {
	readonly server: TestServer;
	readonly chair: Client;
	readonly account: string;
	readonly cookie: string;
	readonly live: Client;
	readonly writer: Writer;
	/** The codes with which the text's socket was closed. */
	readonly codes: number[];
}

/** m04 has the room and the minutes open on one device. */
async function inside(): Promise<Inside> {
	const server = await startServer();
	endings.push(() => server.close());
	const chair = new Client(server, await server.cookie('m01'));
	endings.push(() => chair.close());
	await chair.ready();
	const device = await server.app.auth.newDevice();
	await server.app.auth.bind(device.account, 'm04');
	const cookie = `${device.cookie.name}=${device.cookie.value}`;
	const live = new Client(server, cookie);
	endings.push(() => live.close());
	await live.ready();
	const writer = new Writer(server.port, cookie, 'minutes', 'opening');
	endings.push(() => writer.close());
	const codes: number[] = [];
	writer.provider.on('connection-close', (event: { code?: number } | null) => codes.push(event?.code ?? 0));
	await until(() => writer.synced);
	return { server, chair, account: device.account, cookie, live, writer, codes };
}

const gone = ({ live }: Inside) => until(() => live.socket.disconnected, PROMISED_MS);
const shut = ({ codes }: Inside, code: number) => until(() => codes.includes(code), PROMISED_MS);

async function staysOut({ server, cookie }: Inside): Promise<void> {
	const again = new Client(server, cookie);
	endings.push(() => again.close());
	await expect(again.ready()).rejects.toThrow();
}

test('a right that is taken: the page is told, nothing more is taken from that hand, and the room stays', async () => {
	const made = await inside();
	const take: Command = { type: 'access.person', person: 'm04', document: 'minutes', right: 'comment' };
	expect(await made.chair.send(take)).toMatchObject({ ok: true });
	made.writer.type(' Muộn rồi.');
	await until(() => made.live.events.some(({ type }) => type === 'access.person-changed'), PROMISED_MS);
	// Who was in mid-word when the right went has a moment to hear of it before the socket is shut.
	await until(() => made.codes.includes(4403));
	expect(made.live.socket.connected).toBe(true);
	const minutes = await made.server.app.documents.open('mtg', 'minutes');
	expect(minutes?.text('opening')).not.toContain('Muộn rồi.');
});

test('a session that is revoked: room and text are shut, and it does not come back', async () => {
	const made = await inside();
	const session = (await made.server.app.auth.principal(made.cookie))?.principal.session ?? '';
	await made.server.app.auth.revokeSession(session);
	await Promise.all([gone(made), shut(made, 4401)]);
	await staysOut(made);
});

test('a name that is taken from a device: out of the room and the text', async () => {
	const made = await inside();
	expect(await made.server.app.auth.unbind(made.account)).toBe(true);
	await Promise.all([gone(made), shut(made, 4401)]);
	await staysOut(made);
});

test('a session that is closed: an observer’s text is shut, the room tells them to wait', async () => {
	const made = await inside();
	const cookie = await made.server.cookie('o1');
	const observer = new Client(made.server, cookie);
	endings.push(() => observer.close());
	await observer.ready();
	const writer = new Writer(made.server.port, cookie, 'minutes', 'opening');
	endings.push(() => writer.close());
	const codes: number[] = [];
	writer.provider.on('connection-close', (event: { code?: number } | null) => codes.push(event?.code ?? 0));
	await until(() => writer.synced);
	await made.chair.send({ type: 'attendance.check-in', method: 'self' });
	await made.chair.send({ type: 'meeting.open' });
	expect(await made.chair.send({ type: 'closed.begin' })).toMatchObject({ ok: true });
	await until(() => codes.includes(4403), PROMISED_MS);
	await until(() => observer.events.some(({ type }) => type === 'closed.begun'), PROMISED_MS);
	expect([made.codes, observer.socket.connected]).toEqual([[], true]);
});
