/** Everybody of a play: one live connection each, and a seat at each text that they write in. */
import type { AnyDocument } from '../../../src/lib/access/contract.ts';
import type { Action, Script } from '../script/script.ts';
import type { Prepared } from './asks.ts';
import { LiveClient } from './live-client.ts';
import { PlayFailed } from './server-process.ts';
import { Typist } from './typist.ts';
import { Wall } from './wall.ts';

/** Which text an act types into. */
const WRITES: Readonly<Record<string, AnyDocument>> = {
	'text.edit': 'resolution',
	'minutes.write': 'minutes',
	'minutes.correct': 'minutes'
};
/** Connections that are made at once. */
const AT_ONCE = 40;

export class Company {
	readonly wall: Wall;
	readonly #meeting: string;
	readonly #origin: string;
	readonly #cookies: Prepared['cookies'];
	readonly #live = new Map<string, LiveClient>();
	readonly #typists = new Map<string, Typist>();

	constructor({ setup, actions }: Script, { cookies, wall }: Prepared, origin: string) {
		const meeting = setup.meeting.id;
		this.#meeting = meeting;
		this.#origin = origin;
		this.#cookies = cookies;
		this.wall = new Wall(new LiveClient(origin, wall, meeting), origin, meeting, wall);
		for (const [person, cookie] of Object.entries(cookies))
			this.#live.set(person, new LiveClient(origin, cookie, meeting));
		for (const action of actions) this.#seat(action, cookies);
	}

	#seat({ by: person, do: what }: Action, cookies: Prepared['cookies']): void {
		const document = WRITES[what];
		const cookie = cookies[person];
		if (!document || cookie === undefined || this.#typists.has(`${person} ${document}`)) return;
		this.#sitDown(person, document);
	}

	#sitDown(person: string, document: AnyDocument): Typist {
		const cookie = this.#cookies[person];
		if (cookie === undefined) throw new PlayFailed(`${person} has no seat at the ${document}.`);
		const typist = new Typist({ origin: this.#origin, cookie, meeting: this.#meeting, person }, document);
		this.#typists.set(`${person} ${document}`, typist);
		return typist;
	}

	/** Everybody is there, with everything that happened so far. */
	async connect(): Promise<void> {
		const waiting = [this.wall.live, ...this.#live.values()];
		while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map((live) => live.connect()));
		await Promise.all([...this.#typists.values()].map((typist) => typist.synced()));
	}

	live(person: string): LiveClient {
		const live = this.#live.get(person);
		if (!live) throw new PlayFailed(`${person} has no connection.`);
		return live;
	}

	/** The document of a closed part does not exist before it begins: who writes in it sits down then. */
	typist(person: string, document: AnyDocument): Typist {
		return this.#typists.get(`${person} ${document}`) ?? this.#sitDown(person, document);
	}

	drop(person: string): void {
		this.live(person).drop();
		for (const typist of this.#seatsOf(person)) typist.drop();
	}

	async restore(person: string): Promise<void> {
		await Promise.all([
			this.live(person).restore(),
			...this.#seatsOf(person).map((typist) => typist.restore())
		]);
	}

	close(): void {
		for (const typist of this.#typists.values()) typist.close();
		for (const live of this.#live.values()) live.close();
		this.wall.live.close();
	}

	#seatsOf(person: string): Typist[] {
		return [...this.#typists].flatMap(([seat, typist]) => (seat.startsWith(`${person} `) ? [typist] : []));
	}
}
