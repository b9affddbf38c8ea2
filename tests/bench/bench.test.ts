import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { judge } from './bars.ts';
import { readVarUint } from './document-client.ts';
import { until } from './load-tools.ts';
import { Samples } from './stats.ts';
import type { Row, TargetName } from './types.ts';
import { WireSocket } from './wire.ts';
import { authored, findMarks, mark, Typist } from './writing.ts';

let server: Server | null = null;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = null;
});

/** A server that sends every message back twice. */
async function echo(): Promise<number> {
	const http = createServer();
	server = http;
	new WebSocketServer({ server: http }).on('connection', (ws) =>
		ws.on('message', (data: Buffer, binary) => {
			ws.send(data, { binary });
			ws.send(data, { binary });
		})
	);
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const address = http.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}

function marksOf(bytes: Uint8Array): string[] {
	const found: string[] = [];
	const buffer = Buffer.from(bytes);
	findMarks(buffer, 0, buffer.length, (writer, edit) => found.push(mark(writer, edit)));
	return found;
}

test('a typist writes what Yjs reads, and every mark is found in single and merged updates', () => {
	const typist = new Typist('item', 'Đồng chí ');
	const updates = [typist.first, ...[0, 1, 46655, 70000].map((edit) => typist.type(mark(7, edit)))];
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	const words = [0, 1, 46655, 70000].map((edit) => mark(7, edit));
	expect(doc.getXmlFragment('item').toString()).toBe(`<paragraph>Đồng chí ${words.join('')}</paragraph>`);
	expect(Y.getState(doc.store, typist.client)).toBe(typist.clock);
	expect(updates.flatMap(marksOf)).toEqual(words);
	expect(marksOf(Y.mergeUpdates(updates))).toEqual(words);
	expect(marksOf(Y.encodeStateAsUpdate(doc))).toEqual(words);
});

test('an author who jumps about leaves every mark whole', () => {
	const doc = new Y.Doc();
	const updates = [0, 1, 2].flatMap((writer) => authored('item', writer, 100, 1));
	for (const update of updates) Y.applyUpdate(doc, update);
	expect(updates).toHaveLength(300);
	expect(new Set(marksOf(Y.encodeStateAsUpdate(doc))).size).toBe(300);
});

test('the wire client carries frames of every length, several in one read and one in several reads', async () => {
	const port = await echo();
	const heard: Buffer[] = [];
	const socket = new WireSocket(port, '/', {}, (bytes, start, end) =>
		heard.push(Buffer.from(bytes.subarray(start, end)))
	);
	await socket.opened;
	const sizes = [0, 1, 125, 126, 65535, 65536, 900_000];
	for (const size of sizes) socket.sendBinary(Buffer.alloc(size, size % 251));
	expect(await until(5000, () => heard.length === sizes.length * 2)).toBe(true);
	expect(heard.map((bytes) => bytes.length)).toEqual(sizes.flatMap((size) => [size, size]));
	for (const bytes of heard) expect(bytes.every((byte) => byte === bytes.length % 251)).toBe(true);
	socket.close();
});

test('a refused upgrade is an error, not a silent socket', async () => {
	const http = createServer();
	server = http;
	http.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const address = http.address();
	const port = address !== null && typeof address === 'object' ? address.port : 0;
	await expect(new WireSocket(port, '/', {}, () => {}).opened).rejects.toThrow('403');
});

test('numbers of the protocols are read as lib0 writes them', () => {
	expect(readVarUint(Buffer.from([0x7f]), 0, 1)).toEqual({ value: 127, next: 1 });
	expect(readVarUint(Buffer.from([0, 0x80, 0x80, 0x80, 0x80, 0x08]), 1, 6)).toEqual({
		value: 2 ** 31,
		next: 6
	});
});

test('quantiles are nearest ranks', () => {
	const samples = new Samples();
	expect(samples.at(0.5)).toBeNull();
	for (let value = 10_000; value > 0; value -= 1) samples.add(value);
	expect([samples.at(0.5), samples.at(0.99), samples.at(1)]).toEqual([5000, 9900, 10_000]);
});

test('bars: a ratio to the best peer, a figure of its own, a missing figure', () => {
	const row = (target: TargetName, values: Row['values']): Row => ({
		scenario: 'join',
		case: '500 in 1 s',
		target,
		values,
		notes: []
	});
	const verdicts = judge([
		row('ours', { last: 150, p99: 30, cpu: null }),
		row('y-websocket', { last: 900, p99: 1000, cpu: 3 }),
		row('hocuspocus+sqlite', { last: 800, p99: 500, cpu: 2 })
	]);
	expect(verdicts.map(({ column, measured, met }) => [column, measured, met])).toEqual([
		['last', 150, 'must'],
		['p99', 0.06, 'missed'],
		['cpu', null, 'not measured']
	]);
});
