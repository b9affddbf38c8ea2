import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { createApp, type App } from '../../server/app.ts';
import { connect, migrate } from '../../server/db/client.ts';
import { migrationsFolder } from '../../server/db/open.ts';
import { organisations, people } from '../../server/db/tables.ts';
import { createMeeting } from '../../server/meetings/create.ts';
import { keyOf, newPrivateKey } from '../../server/seals/keys.ts';
import type { Answer, Command, LoggedEvent, Setup, TextOfBlock } from '../../src/lib/meeting/contract.ts';
import { members } from '../../src/lib/people/roster.ts';
import { freshDatabase } from '../database.ts';
import { setup } from './meeting.ts';

/** What the test servers of a file seal with. */
export const SEAL_KEY = keyOf(newPrivateKey(), 'the key of the tests');

export interface TestServer {
	readonly app: App;
	readonly port: number;
	readonly origin: string;
	/** The domain clock, in milliseconds; set it to move time. */
	readonly time: { now: number };
	/** A `Cookie` header of a device that has this person's name. */
	cookie(person: string): Promise<string>;
	/** A second app over the same database, on a port of its own. */
	sibling(): Promise<TestServer>;
	close(): Promise<void>;
}

/** The real app over a real database, without the pages, holding one meeting made by `setup(change)`. */
export async function startServer(change: Partial<Setup> = {}): Promise<TestServer> {
	const database = await freshDatabase();
	const server = await startOn(database.url, change);
	return {
		...server,
		async close() {
			await server.close();
			await database.drop();
		}
	};
}

/** The same over an empty database that the caller keeps. */
export async function startOn(url: string, change: Partial<Setup> = {}): Promise<TestServer> {
	await migrate(url, { folder: migrationsFolder() });
	const time = { now: setup().plannedStart };
	const first = await listen(url, time);
	const made = setup(change);
	await first.app.db.insert(organisations).values({ id: 'cell', kind: 'cell', name: made.cell.name });
	const rows = members(Object.fromEntries(made.people.map((person) => [person.id, person])));
	await first.app.db.insert(people).values(
		rows.map(({ id, name, partyStatus, office, standing }) => ({
			id,
			cell: 'cell',
			name,
			partyStatus,
			office,
			standing
		}))
	);
	const titles = Object.fromEntries(made.items.map(({ id }) => [id, `Mục ${id}`]));
	const clauses = Object.fromEntries(made.clauses.map(({ id }) => [id, `Nội dung khoản ${id}.`]));
	await createMeeting(first.app, 'm01', made, { titles, clauses, resolutionTitle: 'về nhiệm vụ tháng 11' });
	return first;
}

async function listen(url: string, time: { now: number }): Promise<TestServer> {
	const { db, sql, close: disconnect } = connect(url);
	const origins: string[] = [];
	const app = createApp({
		db,
		sql,
		clock: () => time.now,
		secret: 'x'.repeat(32),
		sealKey: { current: async () => SEAL_KEY, found: async () => SEAL_KEY },
		origins,
		secure: false
	});
	const http = createServer((_, response) => response.end());
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const { port } = http.address() as AddressInfo;
	origins.push(`http://127.0.0.1:${port}`);
	app.attach(http);
	return {
		app,
		port,
		time,
		origin: `http://127.0.0.1:${port}`,
		async cookie(person) {
			const { cookie, account } = await app.auth.newDevice();
			await app.auth.bind(account, person);
			return `${cookie.name}=${cookie.value}`;
		},
		sibling: () => listen(url, time),
		async close() {
			await app.close();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
			await disconnect();
		}
	};
}

/** One person's live connection, as a browser has it. */
export class Client {
	readonly events: LoggedEvent[] = [];
	readonly texts: TextOfBlock[] = [];
	readonly socket: Socket;
	#made = 0;

	constructor(
		{ port }: Pick<TestServer, 'port'>,
		cookie: string,
		meeting = 'mtg',
		options: { since?: number; origin?: string; withTexts?: boolean } = {}
	) {
		this.socket = io(`http://127.0.0.1:${port}`, {
			path: '/socket.io',
			transports: ['websocket'],
			forceNew: true,
			reconnectionDelay: 50,
			extraHeaders: { cookie, origin: options.origin ?? `http://127.0.0.1:${port}` },
			auth: (give) =>
				give({
					meeting,
					since: Math.max(options.since ?? 0, this.seq),
					protocol: 1,
					...(options.withTexts && { texts: this.#seen() })
				})
		});
		this.socket.on('events', ({ events }: { events: LoggedEvent[] }) => this.events.push(...events));
		// What the screens of the hall have is no word of the page's own.
		this.socket.on('text', (text: TextOfBlock) => text.onWall || this.texts.push(text));
	}

	get seq(): number {
		return this.events.at(-1)?.seq ?? 0;
	}

	/** By text: the newest words that were told. */
	#seen(): Record<string, number> {
		const seen: Record<string, number> = { agenda: 0, minutes: 0, resolution: 0 };
		for (const { document, seq } of this.texts) seen[document] = Math.max(seen[document] ?? 0, seq);
		return seen;
	}

	/** Resolves once the first events came; rejects when the server refuses. */
	async ready(): Promise<this> {
		await new Promise((resolve, reject) => {
			this.socket.once('events', resolve);
			this.socket.once('connect_error', reject);
		});
		return this;
	}

	send(
		command: Command,
		id = `cmd-${++this.#made}-${Math.random().toString(36).slice(2, 10)}`
	): Promise<Answer> {
		return this.raw({ id, ...command });
	}

	raw(payload: unknown): Promise<Answer> {
		return this.socket.timeout(5_000).emitWithAck('command', payload) as Promise<Answer>;
	}

	close(): void {
		this.socket.disconnect();
	}
}

export async function until(what: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
	const deadline = Date.now() + ms;
	while (!(await what())) {
		if (Date.now() > deadline) throw new Error(`it did not happen in ${ms} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
