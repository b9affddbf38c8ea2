/**
 * The handshake. A browser cannot read why one was refused and tries for ever, so only what no page of ours
 * does is refused in HTTP; everything else completes the handshake and closes with a code.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import * as v from 'valibot';
import { AnyDocument } from '../../src/lib/access/contract.ts';
import type { MeetingId } from '../../src/lib/kernel/decider.ts';
import type { Limits } from './limits.ts';
import { Line } from './line.ts';
import type { LiveText } from './live-text.ts';
import { Seat, type Visitor } from './seat.ts';
import { CLOSE } from './wire.ts';
import type { Metrics, Report } from './world.ts';

export interface DoorDeps {
	readonly limits: Limits;
	readonly metrics: Metrics;
	readonly report: Report;
	identify(request: IncomingMessage, meeting: MeetingId): Promise<Visitor | null>;
	originAllowed(request: IncomingMessage): boolean;
	/** Null for who is not counted: loopback, trusted proxies. */
	addressOf(request: IncomingMessage): string | null;
	/** Null where there is no such document, or not for this visitor. */
	find(meeting: MeetingId, name: AnyDocument, visitor: Visitor): Promise<LiveText | null>;
}

const PATH = /^\/yjs\/([A-Za-z0-9_-]{1,36})\/([a-z0-9-]{1,36})$/;
const CLOSE_WITHIN = 5_000;

type Answer = { readonly visitor: Visitor; readonly document: LiveText } | { readonly code: number };

export class Door {
	readonly #deps: DoorDeps;
	readonly #server: WebSocketServer;
	readonly #sessions = new Map<string, Set<Seat>>();
	readonly #strangers = new Map<string, number>();
	#inside = 0;
	#isShut = false;

	constructor(deps: DoorDeps) {
		this.#deps = deps;
		const { editorFrame, fragments } = deps.limits;
		const options = {
			noServer: true,
			clientTracking: false,
			perMessageDeflate: false,
			maxPayload: editorFrame,
			maxFragments: fragments,
			closeTimeout: CLOSE_WITHIN // not in its types yet
		};
		this.#server = new WebSocketServer(options);
	}

	knock(request: IncomingMessage, stream: Duplex, head: Buffer): void {
		stream.on('error', () => stream.destroy()); // gone before it was answered
		if (this.#isShut) return refuse(stream, '503 Service Unavailable');
		if (!this.#deps.originAllowed(request)) return refuse(stream, '403 Forbidden');
		const address = this.#deps.addressOf(request);
		const { processSockets, addressSockets } = this.#deps.limits;
		const isFull =
			this.#inside >= processSockets ||
			(address !== null && (this.#strangers.get(address) ?? 0) >= addressSockets);
		if (isFull) return refuse(stream, '429 Too Many Requests');
		this.#inside += 1;
		this.#deps.metrics.sockets += 1;
		const known = this.#stranger(address);
		stream.once('close', () => {
			known();
			this.#inside -= 1;
			this.#deps.metrics.sockets -= 1;
		});
		void this.#answer(request, known).then(
			(answer) => this.#complete(request, stream, head, answer),
			() => refuse(stream, '503 Service Unavailable')
		);
	}

	sessionEnded(session: string): void {
		for (const seat of this.#sessions.get(session) ?? []) seat.close(CLOSE.noSession);
	}

	left(seat: Seat): void {
		const { session } = seat.visitor;
		const seats = this.#sessions.get(session);
		seats?.delete(seat);
		if (seats?.size === 0) this.#sessions.delete(session);
	}

	shut(): void {
		this.#isShut = true;
	}

	/** Counts against the address until a session is shown, or the socket is gone. */
	#stranger(address: string | null): () => void {
		if (address === null) return () => {};
		this.#strangers.set(address, (this.#strangers.get(address) ?? 0) + 1);
		let isCounted = true;
		return () => {
			if (!isCounted) return;
			isCounted = false;
			const left = (this.#strangers.get(address) ?? 1) - 1;
			if (left > 0) this.#strangers.set(address, left);
			else this.#strangers.delete(address);
		};
	}

	async #answer(request: IncomingMessage, known: () => void): Promise<Answer> {
		const [, meeting, path] = PATH.exec((request.url ?? '').split('?', 1)[0] ?? '') ?? [];
		if (meeting === undefined) return { code: CLOSE.unknown };
		const visitor = await within(this.#deps.limits.identifyWithin, this.#deps.identify(request, meeting));
		if (!visitor) return { code: CLOSE.noSession };
		known();
		const name = v.safeParse(AnyDocument, path);
		const document = name.success && (await this.#deps.find(meeting, name.output, visitor));
		return document ? { visitor, document } : { code: CLOSE.unknown };
	}

	#complete(request: IncomingMessage, stream: Duplex, head: Buffer, answer: Answer): void {
		if (stream.destroyed) return;
		if (this.#isShut) return refuse(stream, '503 Service Unavailable');
		this.#server.handleUpgrade(request, stream, head, (ws) => {
			if ('code' in answer) return turnAway(ws, answer.code);
			this.#seat(ws, stream, answer.visitor, answer.document);
		});
	}

	#seat(ws: WebSocket, stream: Duplex, visitor: Visitor, document: LiveText): void {
		let seats = this.#sessions.get(visitor.session);
		if (!seats) this.#sessions.set(visitor.session, (seats = new Set()));
		const [oldest] = seats;
		if (oldest && seats.size >= this.#deps.limits.sessionSockets) {
			seats.delete(oldest);
			oldest.close(CLOSE.tooManySockets);
		}
		const seat = new Seat(new Line(ws, stream), visitor, document);
		seats.add(seat);
		document.seated(seat);
	}
}

function turnAway(ws: WebSocket, code: number): void {
	ws.on('error', () => ws.terminate()); // whatever else it says is of no interest
	ws.close(code);
}

function refuse(stream: Duplex, status: string): void {
	stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('too late')), milliseconds);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The address of the connection itself; loopback is not counted. */
export function remoteAddress(request: IncomingMessage): string | null {
	const address = request.socket.remoteAddress ?? '';
	return LOOPBACK.has(address) ? null : address;
}
