/**
 * The only composition root and the only holder of process-wide state: pages and sockets find everything here.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AnyDocument } from '../src/lib/access/contract.ts';
import { blocksOf, documentsOf } from '../src/lib/documents/blocks.ts';
import type { TextOfBlock } from '../src/lib/meeting/contract.ts';
import { house } from '../src/lib/meeting/state.ts';
import { documentRight, mayRead } from '../src/lib/people/may.ts';
import { personOf, sharedBy } from '../src/lib/lobby/lobby.ts';
import { isOpen } from '../src/lib/access/access.ts';
import { createAuth, type Auth } from './auth/auth.ts';
import { createJoinCodes, type JoinCodes } from './auth/join-codes.ts';
import type { Database } from './db/client.ts';
import { probe } from './db/probe.ts';
import { createDocuments, type Documents, type LiveDocument } from './documents/documents.ts';
import { postgresLog } from './log/postgres.ts';
import { termOf } from './meetings/register.ts';
import type { Log } from './log/port.ts';
import { originChecker } from './origin.ts';
import { writtenIn } from './documents/text.ts';
import { createPress, type Press } from './official/press.ts';
import { docAt } from './records/documents.ts';
import { keepRecords, type Records } from './records/keep.ts';
import { report } from './report.ts';
import { roomCodes, type RoomCodes } from './rooms/room-code.ts';
import type { LiveRoom } from './rooms/live-room.ts';
import { createRooms, type Rooms } from './rooms/rooms.ts';
import { rightsTouched } from './rooms/scribe.ts';
import { belongsTo, personIn } from './rooms/sender.ts';
import type { SealKeys } from './seals/keys.ts';
import { createSockets, type Identity, type Sockets } from './sockets/sockets.ts';
import { Publication } from './walls/publication.ts';
import type { Sql } from 'postgres';

export interface AppDeps {
	readonly sql: Sql;
	readonly db: Database;
	/** Domain time in milliseconds; a play hands in the script's clock. */
	readonly clock: () => number;
	readonly secret: string;
	readonly sealKey: SealKeys;
	/** Where the first start’s one-time token waits (server/setup.ts); without it /setup opens for nobody. */
	readonly dataDir?: string;
	/** Origins that may write and open sockets. */
	readonly origins: readonly string[];
	readonly secure: boolean;
}

export interface App extends AppDeps {
	readonly log: Log;
	readonly auth: Auth;
	readonly rooms: Rooms;
	readonly documents: Documents;
	readonly records: Records;
	/** Writes official papers, off this thread. */
	readonly press: Press;
	readonly codes: RoomCodes;
	/** The words that the screens of the hall have. */
	readonly publication: Publication;
	/** Guards the typed joining codes against guessing. */
	readonly joinCodes: JoinCodes;
	/** Takes Socket.IO and the documents' WebSocket onto a server. */
	attach(http: HttpServer): void;
	/** Whether the database answers. */
	ready(): Promise<boolean>;
	/** Tells the clients, saves what is under way, closes. */
	close(): Promise<void>;
}

export function createApp(deps: AppDeps): App {
	const { sql, db, clock, secret, origins, secure } = deps;
	const log = postgresLog(sql);
	const auth = createAuth({ db, secure });
	const codes = roomCodes(secret, clock);
	const originAllowed = originChecker(origins);
	const identify = async (cookie: string | undefined) => identityOf(auth, cookie);

	const rooms: Rooms = createRooms({
		log,
		clock,
		document: (meeting, name) => mustOpen(documents, meeting, name),
		lookAgain: (meeting, name) => documents.elsewhere(meeting, name),
		roomCode: codes.isCurrent,
		termOf: (cell) => termOf(db, cell)
	});
	const documents: Documents = createDocuments({
		log,
		clock,
		originAllowed,
		report: (kind, fields) => report(kind, null, fields),
		house: { meeting: async (id) => houseOf(await rooms.get(id)) },
		async identify(request: IncomingMessage, meeting: string) {
			const identity = await identify(request.headers.cookie);
			const room = identity && (await rooms.get(meeting));
			if (!room || !belongsTo(room.meeting, identity))
				return identity && { session: identity.session, person: null, reads: false };
			return {
				session: identity.session,
				// Who wrote each word must be known, and a shared device goes from hand to hand (lobby LO9).
				person: isShared(room, identity) ? null : personIn(room.meeting, identity),
				reads: identity.wallOf === meeting
			};
		}
	});
	const textsSince = async (room: LiveRoom, seen: Partial<Record<AnyDocument, number>>) => {
		const texts: TextOfBlock[] = [];
		const showsWords = Object.keys(seen).length > 0;
		for (const document of documentsOf(room.meeting)) {
			// A closed part may have begun since the page was made; of the others it shows those that it names.
			const since = seen[document] ?? (showsWords && !isOpen(document) ? 0 : undefined);
			const open = since === undefined ? null : await documents.open(room.id, document);
			if (since === undefined || !open) continue;
			for (const block of open.textsSince(since)) texts.push({ document, seq: open.seq, ...block });
		}
		return texts;
	};
	const sockets: Sockets[] = [];
	const publication = new Publication({
		room: (meeting) => rooms.get(meeting),
		async now(meeting, name) {
			const document = await mustOpen(documents, meeting, name);
			return { seq: document.seq, written: (block) => document.written(block) };
		},
		async at(meeting, name, seq) {
			const doc = await docAt(log, meeting, name, seq);
			return { seq, written: (block) => writtenIn(doc, block) };
		},
		tell: (meeting, block) => sockets.forEach((io) => io.wallText(meeting, block)),
		failed: (error, meeting) => report('wall-words', error, { meeting })
	});

	rooms.onCommitted((room, events) => {
		if (events.some((event) => rightsTouched(room.meeting, event).length > 0))
			documents.rightsChanged(room.id);
	});
	const records = keepRecords({ db, log, rooms, sealKey: deps.sealKey });
	const press = createPress();
	documents.onText((meeting, document, seq, blocks) => {
		for (const block of blocks) for (const io of sockets) io.text(meeting, { document, seq, ...block });
		// What is written while the session is closed is for no screen.
		if (isOpen(document)) publication.changed(meeting, document, seq, blocks);
	});
	rooms.onCommitted((room, events) => publication.committed(room, events));
	auth.onEnded((session) => {
		documents.sessionEnded(session);
		for (const io of sockets) io.sessionEnded(session);
	});
	bindNames(auth, rooms, (session) => documents.sessionEnded(session));

	return {
		...deps,
		log,
		auth,
		rooms,
		documents,
		records,
		press,
		codes,
		publication,
		joinCodes: createJoinCodes(),
		attach(http) {
			const wallTexts = (room: LiveRoom) => publication.of(room);
			sockets.push(createSockets(http, { rooms, clock, identify, originAllowed, textsSince, wallTexts }));
			http.on('upgrade', (request, socket, head) => {
				const path = request.url ?? '';
				if (path.startsWith('/yjs/')) documents.handleUpgrade(request, socket, head);
				else if (!path.startsWith('/socket.io') && !path.startsWith('/?token=')) socket.destroy();
			});
		},
		ready: probe(sql),
		async close() {
			for (const io of sockets) io.close();
			publication.close();
			rooms.close();
			await documents.close();
			await records.close();
			await press.close();
		}
	};
}

async function identityOf(auth: Auth, cookie: string | undefined): Promise<Identity | null> {
	const found = await auth.principal(cookie);
	if (!found) return null;
	const { session, account, person, kind, meeting } = found.principal;
	return { session, account, person, wallOf: kind === 'wall' ? meeting : null };
}

function houseOf(room: Awaited<ReturnType<Rooms['get']>>) {
	if (!room) return null;
	return {
		right: (person: string | null, document: AnyDocument) => {
			const at = house(room.meeting);
			if (person !== null) return documentRight(at, person, document);
			return mayRead(at, null, document) ? ('read' as const) : null;
		},
		blocks: (document: AnyDocument) => blocksOf(room.meeting, document),
		person: (id: string) => room.meeting.people[id],
		noteAuthor: (note: string) => room.meeting.notes.find(({ id }) => id === note)?.by
	};
}

async function mustOpen(documents: Documents, meeting: string, name: AnyDocument): Promise<LiveDocument> {
	const document = await documents.open(meeting, name);
	if (!document) throw new Error(`meeting ${meeting} has no ${name}`);
	return document;
}

function isShared({ meeting }: LiveRoom, { account }: Identity): boolean {
	return sharedBy(meeting.lobby, account) !== null;
}

/**
 * What the desk confirmed in a lobby stays with the device for the meetings to come (J2); a device that is passed
 * round has no name of its own, and no text stays open on it (lobby LO6, LO9).
 */
function bindNames(auth: Auth, rooms: Rooms, closeTexts: (session: string) => void): void {
	const failed = (error: unknown) => report('bind', error);
	rooms.onCommitted((room, events) => {
		for (const event of events) {
			if (event.type === 'join.confirmed' && room.meeting.people[event.person]?.kind === 'member')
				void auth.bind(event.device, event.person).catch(failed);
			if (event.type === 'join.shared' && event.members.length > 0)
				void auth.release(event.device).then((sessions) => sessions.forEach(closeTexts), failed);
			if (event.type === 'join.shared' && event.members.length === 0) {
				const person = personOf(room.meeting.lobby, event.device);
				if (person !== null) void auth.bind(event.device, person).catch(failed);
			}
			if (event.type === 'join.revoked') void auth.unbind(event.device).catch(failed);
		}
	});
}

let current: App | null = null;

export function useApp(app: App): void {
	current = app;
}

/** @throws before the process has started its app */
export function app(): App {
	if (!current) throw new Error('the app has not started');
	return current;
}
