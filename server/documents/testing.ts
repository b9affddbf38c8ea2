/** A house with one meeting, a real server and real clients: what the tests of this folder stand on. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentName, Right } from '../../src/lib/access/contract.ts';
import { memoryLog } from '../log/memory.ts';
import type { DocumentId, Log } from '../log/port.ts';
import { createDocuments, newDocument, type Documents, type DocumentsDeps } from './documents.ts';
import { SAVED, STEP_2, SYNC, UPDATE } from './wire.ts';
import { appendParagraph } from './write.ts';

export const MEETING = 'm1';
export const AGENDA: DocumentId = `${MEETING}/agenda`;
export const BLOCKS = ['i1', 'i2', 'i3'];

export interface House {
	rights: Record<string, Right>;
	notes: Record<string, string>;
	blocks: string[];
}

export interface Stage {
	readonly documents: Documents;
	readonly log: Log;
	readonly house: House;
	readonly port: number;
	readonly reports: string[];
	/** Sets rights and tells, as the live room does. */
	change(rights: Record<string, Right>): void;
}

/** Everybody edits: an, binh, chi; doc only reads; the wall reads without being anybody. */
export async function stage(
	given: Partial<DocumentsDeps> & { house?: Partial<House>; log?: Log } = {}
): Promise<Stage> {
	const log = given.log ?? memoryLog();
	const house: House = {
		rights: { an: 'edit', binh: 'edit', chi: 'edit', doc: 'read' },
		notes: {},
		blocks: BLOCKS,
		...given.house
	};
	const reports: string[] = [];
	const view = {
		right: (person: string | null) => (person === null ? 'read' : (house.rights[person] ?? null)),
		blocks: () => house.blocks,
		person: (id: string) => ({ name: `Tên ${id}` }),
		noteAuthor: (note: string) => house.notes[note]
	};
	const documents = createDocuments({
		clock: () => 1_000,
		identify: async ({ headers: { cookie = '' } }) => {
			if (cookie === '') return null;
			const [person = '', session = person] = cookie.split(':');
			return { session, person: person === 'wall' ? null : person, reads: person === 'wall' };
		},
		originAllowed: ({ headers: { origin } }) => origin === 'http://here',
		report: (kind, fields) => reports.push(`${kind} ${JSON.stringify(fields)}`),
		...given,
		limits: { tick: 20, ...given.limits },
		house: { meeting: async (id) => (id === MEETING ? view : null) },
		log
	});
	const server = createServer();
	server.on('upgrade', (request, socket, head) => documents.handleUpgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => shut(documents, server));
	const change = (rights: Record<string, Right>) => {
		Object.assign(house.rights, rights);
		documents.rightsChanged(MEETING);
	};
	return { documents, log, house, port: (server.address() as AddressInfo).port, reports, change };
}

async function shut(documents: Documents, server: Server): Promise<void> {
	await documents.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

/** Makes the agenda with one paragraph in its first block. */
export async function makeAgenda(log: Log, text = 'Mở đầu'): Promise<void> {
	await log.append([newDocument(AGENDA, 'an', 1, (doc) => appendParagraph(doc, 'i1', text))]);
}

/** The stock browser stack's provider, with a cookie. */
export function stock(
	{ port }: Pick<Stage, 'port'>,
	cookie: string,
	name: DocumentName | string = 'agenda',
	doc = new Y.Doc()
) {
	class WithCookie extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers: { cookie, origin: 'http://here' } });
		}
	}
	const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/yjs/${MEETING}`, name, doc, {
		WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		maxBackoffTime: 100
	});
	const saved: { frames: number; client: number; clock: number }[] = [];
	provider.messageHandlers[SAVED] = (_encoder, decoder) => void saved.push(readSaved(decoder));
	onTestFinished(() => provider.destroy());
	return { doc, provider, saved };
}

function readSaved(decoder: decoding.Decoder) {
	return {
		frames: decoding.readVarUint(decoder),
		client: decoding.readVarUint(decoder),
		clock: decoding.readVarUint(decoder)
	};
}

/** A client that says what it is told to, byte for byte. */
export class Bare {
	readonly ws: WebSocket;
	readonly doc = new Y.Doc();
	readonly heard: Buffer[] = [];
	readonly saved: { frames: number; client: number; clock: number }[] = [];
	code: number | null = null;
	status: number | null = null;

	constructor(port: number, cookie: string, path = `/yjs/${MEETING}/agenda`, origin = 'http://here') {
		this.ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { cookie, origin } });
		this.ws.on('message', (data) => this.#hear(data as Buffer));
		this.ws.on('close', (code) => (this.code = code));
		this.ws.on('error', () => {});
		this.ws.on('unexpected-response', (_request, response) => (this.status = response.statusCode ?? 0));
		onTestFinished(() => this.ws.terminate());
	}

	/** Has the document. */
	async join(): Promise<this> {
		// A hall of 500 who join at once takes its time where others use the machine too.
		const patience = { timeout: 60_000 };
		await vi.waitUntil(() => this.ws.readyState === WebSocket.OPEN, patience);
		this.sync(0, Uint8Array.of(0));
		await vi.waitUntil(() => this.heard.some((data) => data[0] === SYNC && data[1] === STEP_2), patience);
		return this;
	}

	sync(kind: number, body: Uint8Array): void {
		this.ws.send(message([SYNC, kind], body));
	}

	update(body: Uint8Array): void {
		this.sync(UPDATE, body);
	}

	text(block = 'i1'): string {
		return this.doc.getXmlFragment(block).toString();
	}

	#hear(data: Buffer): void {
		this.heard.push(data);
		const decoder = decoding.createDecoder(data);
		const type = decoding.readVarUint(decoder);
		if (type === SAVED) this.saved.push(readSaved(decoder));
		if (type === SYNC && decoding.readVarUint(decoder) !== 0)
			Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), 'server');
	}
}

export function message(kind: readonly number[], body: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		for (const number of kind) encoding.writeVarUint(encoder, number);
		encoding.writeVarUint8Array(encoder, body);
	});
}

/** The update that a change makes. */
export function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
	const before = Y.encodeStateVector(doc);
	doc.transact(() => change(doc));
	return Y.encodeStateAsUpdate(doc, before);
}

/** Types at the end of a block, in its last paragraph, as an editor would. */
export function type(doc: Y.Doc, text: string, block = 'i1'): void {
	doc.transact(() => {
		const fragment = doc.getXmlFragment(block);
		if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')]);
		const paragraph = fragment.get(fragment.length - 1) as Y.XmlElement;
		if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
		const words = paragraph.get(0) as Y.XmlText;
		words.insert(words.length, text);
	});
}

/** The document as a process that starts now would load it. */
export async function stored(log: Log, id = AGENDA): Promise<Y.Doc> {
	const found = await log.document(id);
	const doc = new Y.Doc();
	if (found?.snapshot) Y.applyUpdate(doc, found.snapshot.state);
	for (const { parts } of found?.batches ?? []) for (const { update } of parts) Y.applyUpdate(doc, update);
	return doc;
}
