/**
 * Socket.IO: who is this, which room, hand over. Everything that has a rule is decided in the room.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import {
	Command,
	CommandId,
	Handshake,
	type Answer,
	type ClientToServer,
	type LoggedEvent,
	type ServerToClient,
	type TextOfBlock
} from '../../src/lib/meeting/contract.ts';
import { isForEverybody, shown, type Viewer } from '../../src/lib/meeting/shown.ts';
import type { PersonId } from '../../src/lib/kernel/decider.ts';
import { house } from '../../src/lib/meeting/state.ts';
import { isRecorder, mayRead } from '../../src/lib/people/may.ts';
import { Receipt } from '../../src/lib/wall/contract.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { belongsTo, personIn, type Sender } from '../rooms/sender.ts';
import { Screens } from '../walls/screens.ts';
import { isPlain } from './plain.ts';
import { broadcastInOneBuffer } from './one-buffer.ts';
import { inPortions } from './portions.ts';
import { tokenBucket } from './token-bucket.ts';

/** A session as the sockets need it. */
export interface Identity extends Sender {
	readonly session: string;
}

export interface SocketDeps {
	readonly rooms: Rooms;
	readonly clock: () => number;
	readonly identify: (cookie: string | undefined) => Promise<Identity | null>;
	readonly originAllowed: (request: IncomingMessage) => boolean;
	/** The words of a meeting that may have changed after those that a page has, whoever may read them. */
	readonly textsSince: (room: LiveRoom, seen: SeenTexts) => Promise<TextOfBlock[]>;
	/** The words that the screens of the hall have. */
	readonly wallTexts: (room: LiveRoom) => Promise<readonly TextOfBlock[]>;
}

type SeenTexts = NonNullable<Handshake['texts']>;

interface Data {
	room: LiveRoom;
	seen: SeenTexts;
	identity: Identity;
}

type Tell = ReturnType<typeof inPortions<Socket_>>;
type Server_ = Server<ClientToServer, ServerToClient, Record<string, never>, Data>;
type Socket_ = Socket<ClientToServer, ServerToClient, Record<string, never>, Data>;

/** reliability: 20 commands a second, 40 at once, per session, on the meeting's own clock. */
const RATE = { perSecond: 20, burst: 40 };
const PER_SESSION = 24;

export interface Sockets {
	/** To phones and pages; the screens of the hall have their own words. */
	text(meeting: string, block: TextOfBlock): void;
	/** To the screens, and to the desk as what they have. */
	wallText(meeting: string, block: TextOfBlock): void;
	/** Closes what a session had open, at once. */
	sessionEnded(session: string): void;
	/** Tells every client; the web server stays its owner's to close. */
	close(): void;
}

export function createSockets(http: HttpServer, deps: SocketDeps): Sockets {
	const io: Server_ = new Server(http, {
		path: '/socket.io',
		serveClient: false,
		// Foreign upgrades belong to the documents' endpoint, which may still be asking the database who it is.
		destroyUpgrade: false,
		transports: ['websocket', 'polling'],
		pingInterval: 8_000,
		pingTimeout: 8_000,
		maxHttpBufferSize: 32_768,
		perMessageDeflate: false,
		httpCompression: false,
		allowRequest: (request, allow) =>
			allow(deps.originAllowed(request) ? null : 'forbidden origin', deps.originAllowed(request))
	});
	broadcastInOneBuffer(io);
	const tell = inPortions<Socket_>();
	const bySession = new Map<string, Set<Socket_>>();
	const connected = new Map<string, number>();
	const screens = new Screens({
		clock: deps.clock,
		tell: (meeting, all) => void io.to(line(meeting, 'desk')).emit('screens', all)
	});

	io.use((socket, next) => {
		admit(socket, deps).then(
			(data) => {
				if (!data) return next(new Error('refused'));
				Object.assign(socket.data, data);
				next();
			},
			() => next(new Error('unavailable'))
		);
	});

	io.on('connection', (socket) => {
		const { room, identity } = socket.data;
		remember(bySession, identity.session, socket);
		// A session that ended while this socket was being admitted was told to nobody here.
		void deps.identify(socket.handshake.headers.cookie).then(
			(still) => still ?? socket.disconnect(true),
			() => socket.conn.close() // the database is away: the page comes back and is asked again
		);
		// Who it is now: a shared device may name somebody else when it goes.
		const person = personIn(room.meeting, identity);
		const key = presenceKey(room, identity);
		connected.set(key, (connected.get(key) ?? 0) + 1);
		const since = Number(socket.handshake.auth.since);
		void socket.join([room.id, line(room.id, lineOf(socket.data))]);
		send(socket, room.since(since), deps.clock());
		void catchUpTexts(socket, deps);
		if (isScreen(socket.data)) follow(socket, screens);
		else if (lineOf(socket.data) === 'desk') socket.emit('screens', screens.of(room.id));
		const take = tokenBucket(RATE, deps.clock);
		socket.on('command', (command, answer) => {
			if (typeof answer !== 'function') return;
			if (!take()) return answer({ ok: false, code: 'too-fast' });
			void obey(socket, command).then(answer);
		});
		socket.on('disconnect', () => {
			bySession.get(identity.session)?.delete(socket);
			if (bySession.get(identity.session)?.size === 0) bySession.delete(identity.session);
			const left = (connected.get(key) ?? 1) - 1;
			if (left > 0) connected.set(key, left);
			else {
				connected.delete(key);
				if (person) room.connectionLost(person);
			}
		});
	});

	deps.rooms.onCommitted((room, events) => broadcast(io, room, events, deps.clock()));

	return {
		text: (meeting, block) => tellText(io, tell, meeting, ['desk', 'page'], block),
		wallText(meeting, block) {
			tellText(io, tell, meeting, ['screen'], block);
			tellText(io, tell, meeting, ['desk'], { ...block, onWall: true });
		},
		sessionEnded(session) {
			for (const socket of bySession.get(session) ?? []) socket.disconnect(true);
		},
		close() {
			// Not `io.close()`: it waits for the web server, which waits for every other open socket.
			io.disconnectSockets(true);
			io.engine.close();
		}
	};
}

async function admit(socket: Socket_, deps: SocketDeps): Promise<Data | null> {
	const handshake = v.safeParse(Handshake, socket.handshake.auth);
	if (!handshake.success) return null;
	const identity = await deps.identify(socket.handshake.headers.cookie);
	const room = identity && (await deps.rooms.get(handshake.output.meeting));
	const seen = handshake.output.texts ?? {};
	return room && belongsTo(room.meeting, identity) ? { room, identity, seen } : null;
}

/** Who hears which words: a screen what the hall may read, the desk that and the draft, every other page the draft. */
type Line = 'screen' | 'desk' | 'page';

const line = (meeting: string, of: Line) => `${meeting} ${of}`;
const isScreen = ({ room, identity }: Data) => identity.wallOf === room.id;

function lineOf(data: Data): Line {
	if (isScreen(data)) return 'screen';
	const person = personIn(data.room.meeting, data.identity);
	return person !== null && isRecorder(house(data.room.meeting), person) ? 'desk' : 'page';
}

/** A screen is on the desk's list while it is connected, with what it says it has drawn. */
function follow(socket: Socket_, screens: Screens): void {
	const { room, identity } = socket.data;
	screens.came(room.id, identity.account);
	socket.on('drawn', (raw) => {
		const receipt = v.safeParse(Receipt, raw);
		if (receipt.success) screens.told(room.id, identity.account, receipt.output);
	});
	socket.on('disconnect', () => screens.left(room.id, identity.account));
}

/** What was written while the page was away, or between its load and its connection. */
async function catchUpTexts(socket: Socket_, { textsSince, wallTexts }: SocketDeps): Promise<void> {
	const { room, seen } = socket.data;
	const of = lineOf(socket.data);
	try {
		const words = of === 'screen' ? [] : await textsSince(room, seen);
		// All of them: published in an order of their own, so no number tells which a screen has missed.
		const onWall = of === 'page' ? [] : await wallTexts(room);
		const marked = of === 'desk' ? onWall.map((block) => ({ ...block, onWall: true as const })) : onWall;
		for (const block of [...words, ...marked]) if (reads(socket, block)) socket.emit('text', block);
	} catch {
		socket.conn.close(); // the database is away: the page comes back and asks again
	}
}

const Envelope = v.looseObject({ id: CommandId });

async function obey(socket: Socket_, raw: unknown): Promise<Answer> {
	const envelope = v.safeParse(Envelope, raw);
	if (!envelope.success || !isPlain(raw)) return { ok: false, code: 'malformed' };
	const { id, ...rest } = envelope.output;
	const command = v.safeParse(Command, rest);
	if (!command.success) return { ok: false, code: 'malformed' };
	return socket.data.room.submit(socket.data.identity, id, command.output);
}

function viewer({ room, identity }: Data): Viewer {
	return { person: personIn(room.meeting, identity), device: identity.account };
}

function send(socket: Socket_, events: readonly LoggedEvent[], now: number): void {
	const { room } = socket.data;
	const who = viewer(socket.data);
	socket.emit('events', { now, events: events.map((event) => shown(event, who, room.meeting)) });
}

/** One packet for all who may see the same: most often everybody; of a private remark, all but its few readers. */
function broadcast(io: Server_, room: LiveRoom, events: readonly LoggedEvent[], now: number): void {
	if (events.every((event) => isForEverybody(event, room.meeting))) {
		io.to(room.id).emit('events', { now, events: [...events] });
	} else {
		for (const view of viewsOf(socketsIn(io, room.id), room, events))
			io.to(view.sockets.map(({ id }) => id)).emit('events', { now, events: view.events });
	}
	cutOff(io, room, events);
}

interface View {
	readonly events: LoggedEvent[];
	readonly sockets: Socket_[];
}

function viewsOf(sockets: readonly Socket_[], room: LiveRoom, events: readonly LoggedEvent[]): View[] {
	const views = new Map<string, View>();
	for (const socket of sockets) {
		const who = viewer(socket.data);
		const seen = events.map((event) => shown(event, who, room.meeting));
		const key = JSON.stringify(seen);
		const view = views.get(key) ?? { events: seen, sockets: [] };
		view.sockets.push(socket);
		views.set(key, view);
	}
	return [...views.values()];
}

/** Rights are those of the moment of telling: words that were on their way when the session closed stay behind. */
function tellText(io: Server_, tell: Tell, meeting: string, lines: Line[], block: TextOfBlock): void {
	const sockets = lines.flatMap((each) => socketsIn(io, line(meeting, each)));
	tell(meeting, sockets, (some) => {
		const readers = some.filter((socket) => reads(socket, block));
		if (readers.length > 0) io.to(readers.map(({ id }) => id)).emit('text', block);
	});
}

function reads({ data }: Socket_, { document }: TextOfBlock): boolean {
	return mayRead(house(data.room.meeting), viewer(data).person, document);
}

/** Who lost their name in this meeting loses the connection with it (LO4). */
function cutOff(io: Server_, room: LiveRoom, events: readonly LoggedEvent[]): void {
	const loses = (event: LoggedEvent) =>
		event.type === 'join.revoked' || (event.type === 'roster.changed' && event.removed !== undefined);
	if (!events.some(loses)) return;
	for (const socket of socketsIn(io, room.id)) {
		if (!belongsTo(room.meeting, socket.data.identity)) socket.disconnect(true);
	}
}

function socketsIn(io: Server_, room: string): Socket_[] {
	const ids = io.sockets.adapter.rooms.get(room) ?? [];
	return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}

/** The oldest goes when one session opens too many. */
function remember(bySession: Map<string, Set<Socket_>>, session: string, socket: Socket_): void {
	const sockets = bySession.get(session) ?? new Set();
	bySession.set(session, sockets.add(socket));
	const [oldest] = sockets;
	if (sockets.size > PER_SESSION) oldest?.disconnect(true);
}

function presenceKey(room: LiveRoom, identity: Identity): `${string} ${PersonId}` {
	return `${room.id} ${personIn(room.meeting, identity) ?? identity.account}`;
}
