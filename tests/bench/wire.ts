import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Called for each whole frame; the bytes are only good until it returns. */
export type OnFrame = (bytes: Buffer, start: number, end: number) => void;

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** One read buffer for all sockets of the process: what is read is parsed before the next read. */
const READ = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * A WebSocket client of the barest kind. 500 readers of a usual client library would keep the
 * load process busier than the server it measures, and the latency would be the client's own.
 * Knows no compression and no fragments: no measured server sends either unless asked to.
 */
export class WireSocket {
	#socket: Socket;
	#onFrame: OnFrame;
	#rest: Buffer | null = null;
	#upgraded = false;
	#failed: ((error: Error) => void) | null = null;
	#closedBy: string | null = null;
	readonly opened: Promise<void>;

	constructor(port: number, path: string, headers: Record<string, string>, onFrame: OnFrame) {
		this.#onFrame = onFrame;
		let ready = (): void => {};
		this.opened = new Promise((resolve, reject) => {
			ready = resolve;
			this.#failed = reject;
		});
		this.opened.catch(() => {}); // whoever awaits it still sees the error
		this.#socket = connect({
			port,
			host: '127.0.0.1',
			noDelay: true,
			onread: {
				buffer: READ,
				callback: (length: number) => {
					this.#read(READ.subarray(0, length), ready);
					return true;
				}
			}
		});
		this.#socket.on('connect', () => this.#socket.write(handshake(port, path, headers)));
		this.#socket.on('error', (error) => this.#end(error.message));
		this.#socket.on('close', () => this.#end('closed by the other side'));
	}

	/** Why the socket is closed, or `null` while it is open. */
	get closedBy(): string | null {
		return this.#closedBy;
	}

	sendBinary(payload: Uint8Array): void {
		this.#socket.write(frame(BINARY, payload));
	}

	sendText(payload: string): void {
		this.#socket.write(frame(TEXT, Buffer.from(payload)));
	}

	close(): void {
		this.#end('closed by us');
		this.#socket.destroy();
	}

	#end(reason: string): void {
		this.#closedBy ??= reason;
		this.#failed?.(new Error(reason));
	}

	#read(chunk: Buffer, ready: () => void): void {
		let bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
		this.#rest = null;
		if (!this.#upgraded) {
			const end = bytes.indexOf('\r\n\r\n');
			if (end === -1) {
				this.#rest = Buffer.from(bytes);
				return;
			}
			const status = bytes.toString('latin1', 9, 12);
			if (status !== '101') {
				this.#end(`the upgrade was answered with ${status}`);
				this.#socket.destroy();
				return;
			}
			this.#upgraded = true;
			ready();
			bytes = bytes.subarray(end + 4);
		}
		const used = this.#frames(bytes);
		if (used < bytes.length) this.#rest = Buffer.from(bytes.subarray(used));
	}

	#frames(bytes: Buffer): number {
		let at = 0;
		while (bytes.length - at >= 2) {
			const opcode = (bytes[at] ?? 0) & 15;
			let length = (bytes[at + 1] ?? 0) & 127;
			let start = at + 2;
			if (length === 126) {
				if (bytes.length < at + 4) break;
				length = bytes.readUInt16BE(start);
				start += 2;
			} else if (length === 127) {
				if (bytes.length < at + 10) break;
				length = bytes.readUInt32BE(start) * 4294967296 + bytes.readUInt32BE(start + 4);
				start += 8;
			}
			if (bytes.length < start + length) break;
			at = start + length;
			if (opcode === BINARY || opcode === TEXT) this.#onFrame(bytes, start, at);
			else if (opcode === PING) this.#socket.write(frame(PONG, bytes.subarray(start, at)));
			else if (opcode === CLOSE) {
				const code = length >= 2 ? bytes.readUInt16BE(start) : 0;
				this.#end(`closed with ${code} ${bytes.toString('utf8', start + 2, at)}`);
			}
		}
		return at;
	}
}

function handshake(port: number, path: string, headers: Record<string, string>): string {
	const extra = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	return (
		`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
		`Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
		`${extra.join('')}\r\n`
	);
}

/** Masked with zeros, so that the payload stands as it is: allowed, and cheap for both sides. */
function frame(opcode: number, payload: Uint8Array): Buffer {
	const extended = payload.length < 126 ? 0 : payload.length < 65536 ? 2 : 8;
	const bytes = Buffer.alloc(6 + extended + payload.length);
	bytes[0] = 0x80 | opcode;
	if (extended === 0) bytes[1] = 0x80 | payload.length;
	else if (extended === 2) {
		bytes[1] = 0x80 | 126;
		bytes.writeUInt16BE(payload.length, 2);
	} else {
		bytes[1] = 0x80 | 127;
		bytes.writeUInt32BE(payload.length, 6);
	}
	bytes.set(payload, 6 + extended);
	return bytes;
}
