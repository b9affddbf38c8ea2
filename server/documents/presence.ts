/**
 * Cursors of those who can edit, told to those who can edit. Nothing of what a browser says about itself is
 * passed on but where its cursor stands: name and colour come from the session. Movements are gathered into
 * one frame for everybody; the more hear it, the longer the window.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as v from 'valibot';
import type { PersonId } from '../../src/lib/kernel/decider.ts';
import type { Limits } from './limits.ts';
import { presence as presenceFrame } from './wire.ts';

/** Somebody's connection, as far as presence concerns it. */
export interface Present {
	readonly person: PersonId;
}

export interface Surroundings {
	/** Whether this person may go by this client id, which is theirs from then on. */
	claims(client: number, person: PersonId): boolean;
	nameOf(person: PersonId): string;
	tell(frame: Buffer): void;
	hearers(): number;
	readonly limits: Pick<Limits, 'presenceState' | 'presenceEvery'>;
}

interface Entry {
	readonly present: Present;
	readonly client: number;
	clock: number;
	/** As it came, until there is time to read it. */
	unread: string | null;
	/** As it is shown. */
	state: string;
	shownAt: number;
}

const Clock = v.pipe(v.number(), v.integer(), v.minValue(0));
const StructId = v.nullish(v.object({ client: Clock, clock: Clock }));
const Position = v.object({
	type: StructId,
	tname: v.nullish(v.pipe(v.string(), v.maxLength(36))),
	item: StructId,
	assoc: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(0)))
});
const State = v.nullable(v.object({ cursor: v.nullish(v.object({ anchor: Position, head: Position })) }));

/** Milliseconds between frames for each who hears them: about 2,500 writes a second, however many there are. */
const PER_HEARER = 0.4;
const SHORTEST = 10;
const LONGEST = 100;

export class Presence {
	readonly #surroundings: Surroundings;
	readonly #entries = new Map<number, Entry>();
	readonly #clientOf = new Map<Present, number>();
	readonly #moved = new Set<Entry>();
	#timer: NodeJS.Timeout | null = null;
	#toldAt = 0;
	#all: Buffer | null = null;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Takes the sender's own state out of what it sent; its provider also repeats everybody else's. */
	hear(present: Present, bytes: Uint8Array): void {
		for (const { client, clock, state } of statesIn(bytes)) {
			if (this.#isOwn(present, client)) this.#move(present, client, clock, state());
		}
	}

	leave(present: Present): void {
		const client = this.#clientOf.get(present);
		this.#clientOf.delete(present);
		const entry = client === undefined ? undefined : this.#entries.get(client);
		if (!entry || entry.present !== present) return;
		this.#forget(entry);
		this.#surroundings.tell(frameOf([[entry, 'null']]));
	}

	/** Everybody's, for who joins; null where there is nobody. */
	get all(): Buffer | null {
		const shown = [...this.#entries.values()].filter(({ state }) => state !== '');
		if (shown.length > 0) this.#all ??= frameOf(shown.map((entry) => [entry, entry.state]));
		return shown.length > 0 ? this.#all : null;
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
	}

	/**
	 * A connection goes by one client id. It may take its own over from an older connection, which a half-open
	 * link leaves behind; once it has one, an id that another connection holds is only a repetition.
	 */
	#isOwn(present: Present, client: number): boolean {
		const bound = this.#clientOf.get(present);
		if (bound === client) return this.#entries.get(client)?.present === present || !this.#entries.has(client);
		if (bound !== undefined && this.#entries.has(client)) return false;
		if (!this.#surroundings.claims(client, present.person)) return false;
		const former = bound === undefined ? undefined : this.#entries.get(bound);
		if (former?.present === present) this.leave(present);
		this.#clientOf.set(present, client);
		return true;
	}

	#move(present: Present, client: number, clock: number, state: string): void {
		if (Buffer.byteLength(state) > this.#surroundings.limits.presenceState) return;
		let entry = this.#entries.get(client);
		if (state === 'null') {
			if (entry?.present === present) this.#forget(entry);
			if (entry?.present === present) this.#surroundings.tell(frameOf([[{ ...entry, clock }, 'null']]));
			return;
		}
		if (entry && entry.present === present && clock < entry.clock) return;
		if (entry?.present !== present) {
			entry = { present, client, clock, unread: null, state: entry?.state ?? '', shownAt: 0 };
			this.#entries.set(client, entry);
		}
		entry.clock = clock;
		entry.unread = state;
		this.#moved.add(entry);
		this.#schedule();
	}

	#forget(entry: Entry): void {
		this.#entries.delete(entry.client);
		this.#moved.delete(entry);
		this.#all = null;
	}

	#schedule(): void {
		if (this.#timer) return;
		const window = Math.min(LONGEST, Math.max(SHORTEST, this.#surroundings.hearers() * PER_HEARER));
		this.#timer = setTimeout(() => this.#flush(), Math.max(0, this.#toldAt + window - performance.now()));
		this.#timer.unref();
	}

	#flush(): void {
		this.#timer = null;
		const now = performance.now();
		const due = [...this.#moved].filter(
			(entry) => now - entry.shownAt >= this.#surroundings.limits.presenceEvery
		);
		for (const entry of due) {
			this.#moved.delete(entry);
			entry.shownAt = now;
			entry.state = this.#rebuilt(entry) ?? entry.state;
		}
		const shown = due.filter(({ state }) => state !== '');
		this.#toldAt = now;
		this.#all = null;
		if (shown.length > 0) this.#surroundings.tell(frameOf(shown.map((entry) => [entry, entry.state])));
		if (this.#moved.size > 0) this.#schedule();
	}

	#rebuilt({ present, unread }: Entry): string | null {
		const read = v.safeParse(State, parsed(unread ?? 'null'));
		if (!read.success) return null;
		const user = { name: this.#surroundings.nameOf(present.person), color: colourOf(present.person) };
		return JSON.stringify({ user, cursor: read.output?.cursor ?? null });
	}
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined; // not a state: fails the schema
	}
}

interface Said {
	readonly client: number;
	readonly clock: number;
	readonly state: () => string;
}

const utf8 = new TextDecoder();

/** The states in a presence update, unread: nearly all are repetitions of others'. */
function statesIn(bytes: Uint8Array): Said[] {
	const decoder = decoding.createDecoder(bytes);
	const said: Said[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
		const client = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		const state = decoding.readVarUint8Array(decoder);
		said.push({ client, clock, state: () => utf8.decode(state) });
	}
	return said;
}

function frameOf(states: readonly (readonly [Pick<Entry, 'client' | 'clock'>, string])[]): Buffer {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, states.length);
	for (const [{ client, clock }, state] of states) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, state);
	}
	return presenceFrame(encoding.toUint8Array(encoder));
}

/** Always the same for a person, dark enough for white letters: one of 24 hues. */
function colourOf(person: PersonId): string {
	let hash = 0;
	for (const character of person) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
	const hue = (hash % 24) / 24;
	const channel = (shift: number) => {
		const part = Math.abs(((hue + shift) % 1) * 6 - 3) - 1;
		return Math.round((0.25 + 0.45 * Math.min(1, Math.max(0, part))) * 200);
	};
	return `#${[1, 2 / 3, 1 / 3].map((shift) => channel(shift).toString(16).padStart(2, '0')).join('')}`;
}
