/**
 * The documents' endpoint in small, for the editor's own tests: one document in memory, no rights, no database.
 * It speaks the frames of docs/protocol.md and can be told to misbehave.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { WebSocketServer, type WebSocket } from 'ws';
import * as Y from 'yjs';

const SYNC = 0;
const PRESENCE = 1;
const SAVED = 100;
const CSP =
	"default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'";
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

interface Client {
	readonly socket: WebSocket;
	frames: number;
}

export class TextServer {
	readonly doc = new Y.Doc();
	/** While false nothing is confirmed or passed on, as when the database is away. */
	commits = true;
	/** While false connections are refused, as when the server is away. */
	answers = true;
	#clients = new Set<Client>();
	#http: Server;

	constructor(files: string) {
		this.#http = createServer((request, response) => {
			const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
			const file = path === '/' ? '/index.html' : path;
			readFile(join(files, file)).then(
				(content) => {
					response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
					response.setHeader('content-security-policy', CSP);
					response.end(content);
				},
				() => response.writeHead(404).end()
			);
		});
		const sockets = new WebSocketServer({ noServer: true });
		this.#http.on('upgrade', (request, stream, head) => {
			if (!this.answers) stream.destroy();
			else sockets.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
		});
		this.doc.on('update', (update, origin) => this.#pass(update, origin));
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.hangUp(1001);
		await new Promise((resolve) => this.#http.close(resolve));
	}

	hangUp(code: number): void {
		for (const { socket } of this.#clients) socket.close(code);
	}

	/** Another person's copy, joined without a network: what it writes is seen at once, as 60 others would do. */
	peer(): Y.Doc {
		const peer = new Y.Doc();
		Y.applyUpdate(peer, Y.encodeStateAsUpdate(this.doc), 'server');
		peer.on('update', (update, origin) => origin !== 'server' && Y.applyUpdate(this.doc, update, 'peer'));
		this.doc.on('update', (update, origin) => origin !== 'peer' && Y.applyUpdate(peer, update, 'server'));
		return peer;
	}

	/** Makes a caret of somebody's appear at a place. */
	showCaret(client: number, name: string, color: string, place: Y.RelativePosition): void {
		const state = { user: { name, color }, cursor: { anchor: place, head: place } };
		const presence = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, Date.now() % 1_000_000_000);
			encoding.writeVarString(encoder, JSON.stringify(state));
		});
		for (const { socket } of this.#clients) socket.send(message(PRESENCE, presence));
	}

	#welcome(socket: WebSocket): void {
		const client: Client = { socket, frames: 0 };
		this.#clients.add(client);
		socket.on('close', () => this.#clients.delete(client));
		socket.on('message', (data: Buffer) => this.#hear(client, new Uint8Array(data)));
		const step1 = encoding.createEncoder();
		encoding.writeVarUint(step1, SYNC);
		writeSyncStep1(step1, this.doc);
		socket.send(encoding.toUint8Array(step1));
	}

	#hear(client: Client, bytes: Uint8Array): void {
		const decoder = decoding.createDecoder(bytes);
		const type = decoding.readVarUint(decoder);
		if (type === PRESENCE) {
			for (const { socket } of this.#clients) if (socket !== client.socket) socket.send(bytes);
		}
		if (type !== SYNC) return;
		const isText = bytes[1] !== 0;
		if (isText && !this.commits) return;
		const answer = encoding.createEncoder();
		encoding.writeVarUint(answer, SYNC);
		readSyncMessage(decoder, answer, this.doc, client);
		if (encoding.length(answer) > 1) client.socket.send(encoding.toUint8Array(answer));
		if (isText) this.#confirm(client, bytes);
	}

	#confirm(client: Client, frame: Uint8Array): void {
		client.frames += 1;
		const [id = 0, clock = 0] = [...Y.parseUpdateMeta(updateIn(frame)).to][0] ?? [];
		const saved = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, SAVED);
			encoding.writeVarUint(encoder, client.frames);
			encoding.writeVarUint(encoder, id);
			encoding.writeVarUint(encoder, clock);
		});
		client.socket.send(saved);
	}

	#pass(update: Uint8Array, origin: unknown): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, SYNC);
		writeUpdate(encoder, update);
		const frame = encoding.toUint8Array(encoder);
		for (const client of this.#clients) if (client !== origin) client.socket.send(frame);
	}
}

/** The update that a step 2 or an update frame carries. */
function updateIn(frame: Uint8Array): Uint8Array {
	const decoder = decoding.createDecoder(frame);
	decoding.readVarUint(decoder);
	decoding.readVarUint(decoder);
	return decoding.readVarUint8Array(decoder);
}

function message(type: number, body: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		encoding.writeVarUint8Array(encoder, body);
	});
}

/** A paragraph with words, as the server lays it out. */
export function addParagraph(doc: Y.Doc, block: string, words: string): Y.XmlText {
	const text = new Y.XmlText(words);
	doc.transact(() => {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [text]);
		const fragment = doc.getXmlFragment(block);
		fragment.insert(fragment.length, [paragraph]);
	});
	return text;
}
