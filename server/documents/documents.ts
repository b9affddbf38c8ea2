/**
 * The documents' WebSocket endpoint (`/yjs/<meeting>/<name>`, y-websocket's protocol) and the documents that
 * are open. Started by the composition root, told by the live room what changes.
 *
 * For the live room:
 * - `reserve()` throws `Unavailable` while a commit waits for the database; a reservation must always end.
 * - Fold the events of a group before `reservation.commit()`: where it raises the epoch, everybody's right is
 *   asked anew in that call. `Reservation.draft` has the words with the changes, the document without.
 * - `HouseView` answers from the state of the moment; `noteAuthor` lets people undo and paste others' notes.
 * - `elsewhere` is for hints that another process committed; without them a conflict finds out.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import type { Instant, MeetingId } from '../../src/lib/kernel/decider.ts';
import { Unavailable, type DocumentId, type Log } from '../log/port.ts';
import { Door, remoteAddress } from './door.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { ChangedText, LiveDocument } from './live-document.ts';
import { LiveText } from './live-text.ts';
import type { Visitor } from './seat.ts';
import { CLOSE } from './wire.ts';
import type { DocumentHouse, Metrics, Queue, Report, World } from './world.ts';

export type { ChangedText, LiveDocument, Reservation, Words } from './live-document.ts';
export type { DocumentHouse, HouseView, Metrics, Report } from './world.ts';
export type { Visitor } from './seat.ts';
export { newDocument, SERVER } from './reservation.ts';

export type TextListener = (
	meeting: MeetingId,
	document: AnyDocument,
	seq: number,
	blocks: ChangedText[]
) => void;

export interface DocumentsDeps {
	readonly log: Log;
	/** Domain time. */
	readonly clock: () => Instant;
	readonly house: DocumentHouse;
	readonly limits?: Partial<Limits>;
	/** Null where the request carries no valid session. */
	identify(request: IncomingMessage, meeting: MeetingId): Promise<Visitor | null>;
	originAllowed(request: IncomingMessage): boolean;
	/** Whom to count unknown visitors by; null for who is not counted. By default loopback is not. */
	addressOf?(request: IncomingMessage): string | null;
	readonly report?: Report;
}

export interface Documents {
	/** For paths below `/yjs/` only. */
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Loads it; null where it was never made, or its meeting is unknown. */
	open(meeting: MeetingId, name: AnyDocument): Promise<LiveDocument | null>;
	/** After events that may change rights, blocks or names: open sockets are judged anew at once. */
	rightsChanged(meeting: MeetingId): void;
	/** Closes its sockets. */
	sessionEnded(session: string): void;
	/** Another process committed to this document. */
	elsewhere(meeting: MeetingId, name: AnyDocument): void;
	/** Blocks changed, after their commit; each block at most twice a second. */
	onText(listener: TextListener): void;
	metrics(): Readonly<Metrics>;
	/** Tells everybody, commits and saves what is there, within 4 seconds. */
	close(): Promise<void>;
}

const SETTLE_WITHIN = 2_500;
const GOODBYE_WITHIN = 1_000;

export function createDocuments(deps: DocumentsDeps): Documents {
	const limits = { ...LIMITS, ...deps.limits };
	const report = deps.report ?? (() => {});
	const { log, clock, house } = deps;
	const open = new Map<DocumentId, LiveText>();
	const loading = new Map<DocumentId, Promise<LiveText | null>>();
	const queues = new Map<MeetingId, Queue>();
	const listeners: TextListener[] = [];
	const closing = new AbortController();
	const metrics: Metrics = {
		sockets: 0,
		documents: 0,
		joins: 0,
		framesIn: 0,
		batches: 0,
		deliveries: 0,
		refused: 0,
		resyncs: 0,
		conflicts: 0,
		away: 0,
		queuedBytes: 0
	};

	const world: World = {
		log,
		clock,
		limits,
		house,
		report,
		metrics,
		closing: closing.signal,
		queueOf(meeting) {
			const queue = queues.get(meeting) ?? { bytes: 0 };
			queues.set(meeting, queue);
			return queue;
		},
		async reopen(meeting, name) {
			const document = await find(meeting, name);
			if (!document) throw new Unavailable();
			return document;
		},
		textChanged(document, blocks) {
			if (listeners.length === 0) return;
			const texts = blocks.map((block) => ({ block, ...document.written(block) }));
			for (const listener of listeners) listener(document.meeting, document.name, document.seq, texts);
		},
		left: (seat) => door.left(seat)
	};

	async function find(meeting: MeetingId, name: AnyDocument): Promise<LiveText | null> {
		const id: DocumentId = `${meeting}/${name}`;
		const document = open.get(id) ?? (await (loading.get(id) ?? load(id, meeting, name)));
		document?.touch();
		return document;
	}

	/** Many may ask at once; what does not exist leaves nothing behind. */
	function load(id: DocumentId, meeting: MeetingId, name: AnyDocument): Promise<LiveText | null> {
		const loaded = (async () => {
			const [view, stored] = await Promise.all([house.meeting(meeting), log.document(id)]);
			if (!view || !stored) return null;
			const document = new LiveText(meeting, name, stored, view, world);
			open.set(id, document);
			return document;
		})().finally(() => loading.delete(id));
		loading.set(id, loaded);
		return loaded;
	}

	const door = new Door({
		limits,
		metrics,
		report,
		identify: (request, meeting) => deps.identify(request, meeting),
		originAllowed: (request) => deps.originAllowed(request),
		addressOf: (request) => (deps.addressOf ?? remoteAddress)(request),
		async find(meeting, name, visitor) {
			const document = await find(meeting, name);
			return document?.rightOf(visitor) ? document : null;
		}
	});

	function tick(): void {
		const now = performance.now();
		for (const [id, document] of open) {
			document.audience.tick(now);
			if (!document.isIdle(now)) continue;
			open.delete(id);
			void document.unload();
		}
		for (const meeting of queues.keys()) {
			if (![...open.values()].some((document) => document.meeting === meeting)) queues.delete(meeting);
		}
	}
	const ticking = setInterval(tick, limits.tick).unref();

	const ofMeeting = (meeting: MeetingId) =>
		[...open.values()].filter((document) => document.meeting === meeting);

	return {
		handleUpgrade: (request, socket, head) => door.knock(request, socket, head),
		open: find,
		rightsChanged(meeting) {
			for (const document of ofMeeting(meeting)) document.rightsChanged();
			const refresh = async () => {
				const view = await house.meeting(meeting);
				if (view) for (const document of ofMeeting(meeting)) document.rightsChanged(view);
			};
			refresh().catch(() => report('rights-not-read', { meeting }));
		},
		sessionEnded: (session) => door.sessionEnded(session),
		elsewhere(meeting, name) {
			void open.get(`${meeting}/${name}`)?.catchUp();
		},
		onText: (listener) => void listeners.push(listener),
		metrics: () => ({
			...metrics,
			documents: open.size,
			queuedBytes: [...queues.values()].reduce((sum, { bytes }) => sum + bytes, 0)
		}),
		async close() {
			door.shut();
			clearInterval(ticking);
			const documents = [...open.values()];
			await Promise.race([Promise.all(documents.map((document) => document.settled())), wait(SETTLE_WITHIN)]);
			closing.abort();
			const seats = documents.flatMap((document) => [...document.audience.seats]);
			for (const seat of seats) seat.close(CLOSE.restart);
			await Promise.race([Promise.all(documents.map((document) => document.unload())), wait(GOODBYE_WITHIN)]);
			for (const seat of seats) seat.line.ws.terminate();
			open.clear();
		}
	};
}
