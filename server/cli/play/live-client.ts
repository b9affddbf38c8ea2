/** One person's live connection, through the protocol that the browsers speak. */
import type { AnyDocument } from '../../../src/lib/access/contract.ts';
import { io, type Socket } from 'socket.io-client';
import type {
	Answer,
	ClientToServer,
	Command,
	LoggedEvent,
	ServerToClient
} from '../../../src/lib/meeting/contract.ts';
import { PROTOCOL_NUMBER } from '../../../src/lib/meeting/protocol.ts';
import { PlayFailed } from './server-process.ts';

const ANSWER_MS = 60_000;

type Kept = { readonly id: string; readonly command: Command; readonly answered: (answer: Answer) => void };

/** Of a note: the document, and the item under which it was entered. */
export interface Place {
	readonly document: AnyDocument;
	readonly section: string | null;
}

export class LiveClient {
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	/** What was written while dropped, in order. */
	#kept: Kept[] = [];
	#dropped = false;
	#seq = 0;
	/** Items of the notes announced here. */
	readonly #places = new Map<string, Place>();
	/** Numbers of the events whose words the server has written itself. */
	readonly #late = new Set<number>();
	/** Ids of clauses by label. */
	readonly #clauses = new Map<string, string>();
	#arrived: (() => void)[] = [];

	constructor(origin: string, cookie: string, meeting: string) {
		this.#socket = io(origin, {
			path: '/socket.io',
			transports: ['websocket'],
			forceNew: true,
			autoConnect: false,
			extraHeaders: { cookie, origin },
			auth: (give) => give({ meeting, since: this.#seq, protocol: PROTOCOL_NUMBER })
		});
		this.#socket.on('events', ({ events }) => this.#take(events));
	}

	get isDropped(): boolean {
		return this.#dropped;
	}

	/** Resolves once everything up to now has arrived. */
	connect(): Promise<void> {
		return new Promise((resolve, reject) => {
			const failed = (error: Error) => reject(new PlayFailed(`A connection was refused: ${error.message}`));
			this.#socket.once('connect_error', failed);
			this.#socket.once('events', () => {
				this.#socket.off('connect_error', failed);
				resolve();
			});
			this.#socket.connect();
		});
	}

	send(id: string, command: Command): Promise<Answer> {
		return this.#socket
			.timeout(ANSWER_MS)
			.emitWithAck('command', { id, ...command })
			.catch(() => {
				throw new PlayFailed(`${command.type} was never answered.`);
			});
	}

	/** What somebody writes offline waits on the device; answered once it was delivered. */
	keep(id: string, command: Command): Promise<Answer> {
		return new Promise((answered) => this.#kept.push({ id, command, answered }));
	}

	/** Without a goodbye, as when a phone loses the network. */
	drop(): void {
		this.#dropped = true;
		this.#socket.io.reconnection(false);
		const { ws } = this.#socket.io.engine.transport as unknown as { ws: { terminate(): void } };
		ws.terminate();
	}

	async restore(): Promise<void> {
		this.#socket.io.reconnection(true);
		await this.connect();
		this.#dropped = false;
		const kept = this.#kept;
		this.#kept = [];
		await Promise.all(kept.map(async ({ id, command, answered }) => answered(await this.send(id, command))));
	}

	/** Where a note of one's own belongs, known once the event `seq` has arrived. */
	async placeOf(note: string, seq: number): Promise<Place> {
		await this.#upTo(seq);
		return this.#places.get(note) ?? { document: 'minutes', section: null };
	}

	/** Whether the server has written what this command would have its sender type: the minutes are frozen. */
	async isWritten(seq: number): Promise<boolean> {
		await this.#upTo(seq);
		return this.#late.has(seq);
	}

	/** Ids by label, of the clauses that were added up to `seq`. */
	async clausesAt(seq: number): Promise<ReadonlyMap<string, string>> {
		await this.#upTo(seq);
		return this.#clauses;
	}

	close(): void {
		this.#socket.disconnect();
	}

	async #upTo(seq: number): Promise<void> {
		while (this.#seq < seq) await new Promise<void>((resolve) => this.#arrived.push(resolve));
	}

	#take(events: readonly LoggedEvent[]): void {
		for (const event of events) {
			this.#seq = event.seq;
			if (event.type === 'minutes.noted')
				this.#places.set(event.note, { document: event.document ?? 'minutes', section: event.item });
			if ('late' in event) this.#late.add(event.seq);
			if (event.type === 'clause.added') this.#clauses.set(event.clause.label, event.clause.id);
		}
		const arrived = this.#arrived;
		this.#arrived = [];
		for (const tell of arrived) tell();
	}
}
