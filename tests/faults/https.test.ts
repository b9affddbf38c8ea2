/** The same server with a certificate of its own: pages, Socket.IO and the documents' WebSocket, all encrypted. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Answer } from '../../src/lib/meeting/contract.ts';
import { selfSigned } from '../support/certificate.ts';
import { startProduct, type Product } from '../support/product.ts';
import { ask } from '../support/request.ts';
import { until } from '../support/server.ts';

const { cert: ca, key } = selfSigned();
let product: Product;
let { server, demo, origin } = {} as Product;
const endings: (() => void)[] = [];

beforeAll(async () => {
	product = await startProduct(async (folder) => {
		const files = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') };
		await writeFile(files.TLS_CERT, ca);
		await writeFile(files.TLS_KEY, key);
		return files;
	});
	({ server, demo, origin } = product);
}, 120_000);

afterAll(async () => {
	for (const end of endings) end();
	await product.close();
});

test('the certificate is the one given, and the address printed is https', async () => {
	expect((await ask(server, '/readyz', { ca })).status).toBe(200);
	await expect(ask(server, '/readyz', { ca: selfSigned().cert })).rejects.toThrow(
		/self.signed|certificate|signature/i
	);
	expect(server.said).toContain(`https://localhost:${server.port}`);
});

test('plain http is not answered', async () => {
	await expect(ask({ port: server.port }, '/signin')).rejects.toThrow();
});

test('the session’s cookie is bound to this host and to https', async () => {
	const { login: account, password } = demo.signIn;
	const { status, headers } = await ask(server, '/signin', {
		ca,
		method: 'POST',
		headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ account, password }).toString()
	});
	expect(status).toBe(303);
	const [cookie = '', ...others] = headers['set-cookie'] ?? [];
	expect(others).toEqual([]);
	const [pair = '', ...attributes] = cookie.split('; ');
	expect(pair).toMatch(/^__Host-/);
	expect(attributes).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']));
	expect(attributes.filter((each) => each.startsWith('Domain'))).toEqual([]);
	expect((await ask(server, '/', { ca, headers: { cookie: pair } })).status).toBe(200);
});

test('the command line gives sessions of the same kind', () => {
	expect(demo.sessions.secretary).toMatch(/^__Host-/);
});

test('a form from plain http at the same address is foreign', async () => {
	const { status } = await ask(server, '/signout', {
		ca,
		method: 'POST',
		headers: { origin: origin.replace('https', 'http'), cookie: demo.sessions.secretary }
	});
	expect(status).toBe(403);
});

test('Socket.IO carries commands and events, by both of its roads', async () => {
	for (const transport of ['websocket', 'polling']) {
		const socket = io(origin, {
			transports: [transport],
			forceNew: true,
			reconnection: false,
			ca,
			extraHeaders: { cookie: demo.sessions.members[0] ?? '', origin },
			auth: { meeting: demo.meeting, since: 0, protocol: 1 }
		});
		endings.push(() => socket.disconnect());
		let told = '';
		socket.on('events', ({ events }: { events: unknown[] }) => (told += JSON.stringify(events)));
		await new Promise((resolve, reject) =>
			socket.once('connect', () => resolve(null)).once('connect_error', reject)
		);
		const ref = `by-${transport}`;
		const comment = {
			type: 'comment.post',
			ref,
			on: { kind: 'item', ref: demo.items[0] },
			text: 'qua https'
		};
		const answer = (await socket.timeout(10_000).emitWithAck('command', { id: ref, ...comment })) as Answer;
		expect(answer).toMatchObject({ ok: true });
		await until(() => told.includes(ref));
	}
});

test('what one person types over wss reaches another', async () => {
	const [first, second] = [demo.sessions.secretary, demo.sessions.members[0] ?? ''].map(writer);
	await until(() => Boolean(first?.provider.synced && second?.provider.synced));
	const block = demo.items[0] ?? '';
	const words = new Y.XmlText('gõ qua wss');
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [words]);
	first?.doc.getXmlFragment(block).insert(0, [paragraph]);
	await until(() => second?.doc.getXmlFragment(block).toString().includes('gõ qua wss') ?? false);
});

function writer(cookie: string): { doc: Y.Doc; provider: WebsocketProvider } {
	class Trusting extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { ca, headers: { cookie, origin } });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(
		`wss://127.0.0.1:${server.port}/yjs/${demo.meeting}`,
		'minutes',
		doc,
		{
			WebSocketPolyfill: Trusting as unknown as typeof globalThis.WebSocket,
			disableBc: true
		}
	);
	// What is committed: of no interest here.
	provider.messageHandlers[100] = () => {};
	endings.push(() => provider.destroy());
	return { doc, provider };
}
