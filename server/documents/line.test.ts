import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { Line } from './line.ts';

const PATIENCE = { timeout: 20_000 };

/** A line to somebody who reads nothing until told to, and the bytes that came. */
async function pair() {
	const server = createServer();
	const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const reader = connect({ port: typeof address === 'object' ? (address?.port ?? 0) : 0 });
	reader.pause();
	const stream = await accepted;
	stream.on('error', () => {});
	reader.on('error', () => {});
	onTestFinished(() => {
		for (const socket of [stream, reader]) socket.destroy();
		server.close();
	});
	const ws = { OPEN: 1, readyState: 1 };
	const pieces: Buffer[] = [];
	reader.on('data', (piece) => pieces.push(Buffer.from(piece)));
	reader.pause();
	return { line: new Line(ws as unknown as WebSocket, stream), ws, stream, reader, pieces };
}

const length = (pieces: readonly Buffer[]) => pieces.reduce((sum, piece) => sum + piece.length, 0);

test('frames come whole and in order, through a full connection and after it has drained', async () => {
	const { line, stream, reader, pieces } = await pair();
	const frames = Array.from({ length: 400 }, (_, index) => Buffer.alloc(1 + index * 100, index % 251));
	for (const [index, frame] of frames.entries()) {
		line.write(frame);
		// What `ws` writes itself, such as a pong, goes through the stream.
		if (index % 50 === 49) stream.write(Buffer.alloc(3, 252));
	}
	expect(line.waiting, 'more than a connection takes at once').toBeGreaterThan(0);
	reader.resume();
	await vi.waitUntil(() => line.waiting === 0, PATIENCE);
	line.write(Buffer.from('behind'));
	const wanted = length(frames) + 8 * 3 + 6;
	await vi.waitUntil(() => length(pieces) === wanted, PATIENCE);
	const words = Buffer.concat(pieces);
	expect(words.subarray(-6).toString()).toBe('behind');
	const own = words.subarray(0, -6).filter((byte) => byte !== 252);
	expect(Buffer.from(own).equals(Buffer.concat(frames))).toBe(true);
});

test('nothing follows a closing frame, and a connection that is gone is no error', async () => {
	const { line, ws, stream, reader, pieces } = await pair();
	reader.resume();
	line.write(Buffer.from('one'));
	ws.readyState = 2;
	line.write(Buffer.from('two'));
	ws.readyState = 1;
	line.write(Buffer.from('three'));
	await vi.waitUntil(() => length(pieces) === 8, PATIENCE);
	expect(Buffer.concat(pieces).toString()).toBe('onethree');
	stream.destroy();
	line.write(Buffer.from('four'));
	await vi.waitUntil(() => stream.closed, PATIENCE);
	line.write(Buffer.from('five'));
});
