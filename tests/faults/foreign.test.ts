/** What belongs to another cell is answered like what does not exist, to everybody and on every way in. */
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startProduct, type Product } from '../support/product.ts';
import { ask, type Reply } from '../support/request.ts';

const LONG = { timeout: 120_000 };

let product: Product;
let { server, demo, origin } = {} as Product;

beforeAll(async () => {
	product = await startProduct();
	({ server, demo, origin } = product);
}, 120_000);

afterAll(() => product.close());

const SURFACES = ['', '/desk', '/phone', '/observe', '/wall', '/prepare', '/write/minutes'];
const readings = (meeting: string) => [
	...SURFACES.map((page) => `/meetings/${meeting}${page}`),
	...SURFACES.map((page) => `/meetings/${meeting}${page}/__data.json`),
	`/meetings/${meeting}/wall/code`,
	...['state', 'events', 'documents/minutes'].map((part) => `/api/v1/meetings/${meeting}/${part}`),
	`/records/${meeting}`,
	`/records/${meeting}/__data.json`,
	...['publish', 'published', 'committee'].map((page) => `/records/${meeting}/${page}`),
	...['handbook', 'committee'].map((page) => `/meetings/${meeting}/${page}`),
	...['replay', 'replay/__data.json', 'replay/data'].map((page) => `/records/${meeting}/${page}`),
	`/api/v1/records/${meeting}`,
	`/join/${meeting}`,
	`/join/${meeting}/__data.json`,
	`/join/${meeting}/status`
];
const writings = (meeting: string) => [
	`/meetings/${meeting}/wall/pair`,
	`/meetings/${meeting}/prepare`,
	`/join/${meeting}?/claim`,
	`/join/${meeting}?/knock`,
	`/records/${meeting}/publish?/withdraw`,
	`/meetings/${meeting}/handbook?/done`
];
const ofCell = (cell: string, person: string) => [
	`/cells/${cell}`,
	`/cells/${cell}/__data.json`,
	`/cells/${cell}/paste`,
	`/cells/${cell}/meetings/new`,
	`/cells/${cell}/people/${person}`
];

/** Everybody of the first cell, and nobody. */
function everybody(): string[] {
	const { secretary, members, observer, wall } = demo.sessions;
	return [secretary, members[0] ?? '', observer, wall, ''];
}

/** As long as a real one. */
function invented(id: string): string {
	return [...id].reverse().join('');
}

/** All that a browser gets, but for the id that it sent itself and what is made anew for each answer. */
function seen({ status, headers, body }: Reply, id: string): string {
	const { date: _, etag: __, ...rest } = headers;
	const whole = JSON.stringify([status, rest, body]);
	return whole.replaceAll(id, '<id>').replaceAll(/nonce(-|=\\")[\w+/=]+/g, 'nonce');
}

/** Both are asked alike; answers with what was seen of the foreign one. */
async function expectAlike(
	foreign: string,
	path: (id: string) => string,
	asked: Parameters<typeof ask>[2]
): Promise<Reply> {
	const [answer, none] = await Promise.all(
		[foreign, invented(foreign)].map((id) => ask(server, path(id), asked))
	);
	if (!answer || !none) throw new Error('not answered');
	expect(seen(answer, foreign), path(foreign)).toBe(seen(none, invented(foreign)));
	expect(answer.status, path(foreign)).toBeLessThan(500);
	return answer;
}

test('reading a meeting', LONG, async () => {
	const own = new Set<string>();
	for (const cookie of everybody()) {
		for (const at of readings('').keys()) {
			const path = (id: string) => readings(id)[at] ?? '';
			await expectAlike(demo.otherMeeting, path, { headers: { cookie } });
			const { status } = await ask(server, path(demo.meeting), { headers: { cookie } });
			if (status === 200) own.add(path('X'));
		}
	}
	// The same addresses open to those who belong there: these would not notice a wrong path.
	for (const path of [
		'/meetings/X/desk',
		'/meetings/X/phone',
		'/api/v1/meetings/X/state',
		'/meetings/X/wall/code'
	])
		expect(own).toContain(path);
});

test('writing to a meeting', LONG, async () => {
	for (const cookie of everybody()) {
		for (const at of writings('').keys()) {
			const headers = {
				cookie,
				origin,
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded'
			};
			const body = 'code=123456&member=m&name=N&title=T&organisation=O&mode=room';
			await expectAlike(demo.otherMeeting, (id) => writings(id)[at] ?? '', { method: 'POST', headers, body });
		}
	}
});

test('the cell itself and its people', LONG, async () => {
	const home = await ask(server, '/', { headers: { cookie: demo.sessions.otherSecretary } });
	const cell = /\/cells\/([\w-]+)/.exec(home.body)?.[1] ?? '';
	const list = await ask(server, `/cells/${cell}`, { headers: { cookie: demo.sessions.otherSecretary } });
	const person = new RegExp(`/cells/${cell}/people/([\\w-]+)`).exec(list.body)?.[1] ?? '';
	expect([list.status, person]).toEqual([200, expect.stringMatching(/./)]);
	for (const cookie of everybody()) {
		for (const at of ofCell('', '').keys())
			await expectAlike(cell, (id) => ofCell(id, person)[at] ?? '', { headers: { cookie } });
	}
	// Of one's own cell, a person of another one is nobody either.
	const own = await ask(server, '/', { headers: { cookie: demo.sessions.secretary } });
	const ownCell = /\/cells\/([\w-]+)/.exec(own.body)?.[1] ?? '';
	expect(
		(await ask(server, `/cells/${ownCell}`, { headers: { cookie: demo.sessions.secretary } })).status
	).toBe(200);
	const { status } = await expectAlike(person, (id) => `/cells/${ownCell}/people/${id}`, {
		headers: { cookie: demo.sessions.secretary }
	});
	expect(status).toBe(404);
});

test('both sockets', LONG, async () => {
	const cookie = demo.sessions.members[0] ?? '';
	expect(await handshake(demo.otherMeeting, cookie)).toBe(
		await handshake(invented(demo.otherMeeting), cookie)
	);
	expect(await handshake(demo.meeting, cookie)).toBe('connected');
	expect(await closed(demo.otherMeeting, cookie)).toEqual([4404, '']);
	expect(await closed(invented(demo.otherMeeting), cookie)).toEqual([4404, '']);
	expect((await closed(demo.otherMeeting, ''))[0]).toBe(4401);
	expect((await closed(invented(demo.otherMeeting), ''))[0]).toBe(4401);
});

function handshake(meeting: string, cookie: string): Promise<string> {
	const socket = io(origin, {
		transports: ['websocket'],
		forceNew: true,
		reconnection: false,
		extraHeaders: { cookie, origin },
		auth: { meeting, since: 0, protocol: 1 }
	});
	return new Promise<string>((resolve) => {
		socket.once('connect_error', ({ message }) => resolve(message));
		socket.once('connect', () => resolve('connected'));
	}).finally(() => socket.disconnect());
}

function closed(meeting: string, cookie: string): Promise<[number, string]> {
	const url = `ws://127.0.0.1:${server.port}/yjs/${meeting}/minutes`;
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(url, { headers: { cookie, origin } });
		socket.once('close', (code, reason) => resolve([code, reason.toString()]));
		socket.once('error', reject);
	});
}
