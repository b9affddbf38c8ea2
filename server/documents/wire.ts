/**
 * Frames as they go over the wire, made once and written to many sockets as they are: WebSocket header and
 * y-websocket message in one buffer. What costs with 500 readers is the write itself, so nothing else may.
 */
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';

const BINARY = 0x82;

export const SYNC = 0;
export const PRESENCE = 1;
export const ASK_PRESENCE = 3;
/** Ours: what of this connection is on disk. */
export const SAVED = 100;

export const STEP_1 = 0;
export const STEP_2 = 1;
export const UPDATE = 2;

/** Close codes. 4400-4499 are final for y-websocket's provider; the others make it come back. */
export const CLOSE = {
	/** A frame that no stock client sends, or content that the gate refuses: this copy has ended. */
	refused: 4400,
	noSession: 4401,
	rightLost: 4403,
	unknown: 4404,
	tooManySockets: 4429,
	tooFast: 1008,
	restart: 1012
} as const;

export const step1 = (stateVector: Uint8Array): Buffer => message([SYNC, STEP_1], stateVector);
export const step2 = (update: Uint8Array): Buffer => message([SYNC, STEP_2], update);
export const update = (bytes: Uint8Array): Buffer => message([SYNC, UPDATE], bytes);
export const presence = (bytes: Uint8Array): Buffer => message([PRESENCE], bytes);

/** Presence of nobody: a provider that hears nothing for 30 s reconnects, and pings do not count. */
export const KEEP_ALIVE = presence(Uint8Array.of(0));
export const PING = Buffer.from([0x89, 0x00]);

/** How many update and step-2 frames of a connection are committed; its client id and that one's next clock. */
export function saved(frames: number, client: number, clock: number): Buffer {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, SAVED);
	encoding.writeVarUint(encoder, frames);
	encoding.writeVarUint(encoder, client);
	encoding.writeVarUint(encoder, clock);
	return framed(encoding.toUint8Array(encoder));
}

function message(kind: readonly number[], body: Uint8Array): Buffer {
	const encoder = encoding.createEncoder();
	for (const number of kind) encoding.writeVarUint(encoder, number);
	encoding.writeVarUint(encoder, body.length);
	return framed(encoding.toUint8Array(encoder), body);
}

function framed(head: Uint8Array, body: Uint8Array = head.subarray(0, 0)): Buffer {
	const length = head.length + body.length;
	const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(start + length);
	frame[0] = BINARY;
	if (start === 2) frame[1] = length;
	else if (start === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeUInt32BE(0, 2);
		frame.writeUInt32BE(length, 6);
	}
	frame.set(head, start);
	frame.set(body, start + head.length);
	return frame;
}

/** `ws` takes its bound for a whole server only, but a right may change while a socket is open. */
export function boundFrames(ws: WebSocket, bytes: number): void {
	const { _receiver: receiver } = ws as unknown as { _receiver?: { _maxPayload?: number } };
	if (typeof receiver?._maxPayload !== 'number') throw new Error('ws no longer keeps its bound where it did');
	receiver._maxPayload = bytes;
}
