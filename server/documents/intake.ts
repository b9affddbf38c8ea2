/**
 * Append, then apply, then show, one batch at a time. What arrives while a batch is on its way to the disk
 * waits unread and goes into the next one, judged by the rights of that moment.
 */
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import {
	Unavailable,
	type DocumentAppend,
	type DocumentId,
	type Part,
	type StoredDocument
} from '../log/port.ts';
import { Gathering, merged } from './batch.ts';
import { commit, type News } from './commit.ts';
import { Judging, onlySeatOf, portions, type Grounds, type Judged, type Waiting } from './judging.ts';
import { Owners } from './owners.ts';
import type { Seat } from './seat.ts';
import { Turns } from './turns.ts';
import type { Queue, World } from './world.ts';

/** What becomes of it beyond the log. */
export interface Outlet extends Grounds {
	/** A batch is committed and applied: shows it to everybody but its only sender. */
	shown(update: Uint8Array, seq: number, onlySender: Seat | null): void;
	/** Our own step 1. */
	ask(): Buffer;
	/** Another process changed rights or froze: reads the meeting again. */
	epochRose(): Promise<void>;
}

/** Between two reads of the log that found nothing, so that asking for what does not exist costs little. */
const LOOK_EVERY = 250;

export class Intake {
	readonly turns = new Turns();
	readonly owners: Owners;
	readonly #id: DocumentId;
	readonly #doc: Y.Doc;
	readonly #outlet: Outlet;
	readonly #judging: Judging;
	readonly #world: World;
	readonly #queue: Queue;
	#seq: number;
	#epoch: number;
	#inbox: Waiting[] = [];
	/** Whose frames there was no room for: asked for them once there is. */
	#owed = new Set<Seat>();
	#awaySince: number | null = null;
	#lookedAt = -Infinity;
	#startedAt = -Infinity;
	#work = 0;

	constructor(
		id: DocumentId,
		doc: Y.Doc,
		stored: StoredDocument,
		queue: Queue,
		outlet: Outlet,
		world: World
	) {
		this.#id = id;
		this.#doc = doc;
		this.#outlet = outlet;
		this.#world = world;
		this.#queue = queue;
		this.#seq = stored.seq;
		this.#epoch = stored.epoch;
		this.owners = new Owners(stored.clients, world.limits.clientsPerDocument);
		this.#judging = new Judging(doc, this.owners, outlet, world.limits);
	}

	get seq(): number {
		return this.#seq;
	}

	get epoch(): number {
		return this.#epoch;
	}

	get isAway(): boolean {
		return this.#awaySince !== null;
	}

	receive(seat: Seat, update: Uint8Array, isStep2: boolean): void {
		const { limits, metrics } = this.#world;
		const isTooLong = this.#awaySince !== null && performance.now() - this.#awaySince > limits.queueFor;
		if (isTooLong || this.#queue.bytes + update.length > limits.queueBytes) {
			seat.miss(isStep2);
			this.#owed.add(seat);
			return;
		}
		this.#queue.bytes += update.length;
		metrics.framesIn += 1;
		// The turn is taken when the first frame comes, so that a reservation asked for later comes later.
		if (this.#inbox.push({ seat, update, isStep2 }) === 1) void this.#run(this.turns.take(true));
	}

	/** What is on disk now, by whomever: applied and shown. */
	show(append: DocumentAppend, onlySender: Seat | null): void {
		this.owners.learn(append.clients);
		if (append.raiseEpoch) this.#epoch = append.epoch + 1;
		if (append.parts.length > 0) this.#apply(append.parts, append.expected + 1, onlySender);
	}

	/** Reads what others appended. True where there was something. */
	async reread(): Promise<boolean> {
		try {
			const news = await this.#world.log.since(this.#id, this.#seq);
			return news !== null && (await this.#adopt(news));
		} catch {
			return false; // the next commit meets a conflict and reads again
		}
	}

	async #run(turn: Promise<() => void>): Promise<void> {
		const release = await turn;
		await this.#window();
		const frames = this.#inbox;
		this.#inbox = [];
		try {
			for (const some of portions(frames, this.#world.limits)) await this.#commit(some);
		} catch (error) {
			if (!(error instanceof Unavailable)) this.#fail(frames, error);
		} finally {
			for (const { update } of frames) this.#queue.bytes -= update.length;
			for (const seat of this.#owed) seat.ask(this.#outlet.ask());
			this.#owed.clear();
			release();
		}
	}

	/** None when idle; under load as long again as the last batch kept the process busy. */
	async #window(): Promise<void> {
		const left = this.#startedAt + Math.min(this.#world.limits.window, 2 * this.#work) - performance.now();
		await (left > 1 ? wait(left) : new Promise(setImmediate));
		this.#startedAt = performance.now();
		this.#work = 0;
	}

	async #commit(frames: readonly Waiting[]): Promise<void> {
		let left = frames;
		while (left.length > 0) {
			let judged = this.#judge(left);
			if (judged.some(({ verdict }) => verdict.is === 'missing') && (await this.#lookAgain()))
				judged = this.#judge(left);
			const good = judged.filter((frame) => this.#settle(frame));
			const append = this.#appendOf(good);
			if (append.parts.length === 0) return this.#confirm(good);
			const { isOurs, news } = await commit(append, this.#circumstances);
			if (isOurs) {
				this.show(append, onlySeatOf(good));
				this.#confirm(good);
			} else this.#world.metrics.conflicts += 1;
			if (news) await this.#adopt(news);
			left = isOurs ? [] : good;
		}
	}

	#judge(frames: readonly Waiting[]): Judged[] {
		const started = performance.now();
		const judged = this.#judging.batch(frames);
		this.#work += performance.now() - started;
		return judged;
	}

	/** Whether the frame goes on; who sent one that does not is told. */
	#settle({ seat, verdict, isStep2 }: Judged): boolean {
		switch (verdict.is) {
			case 'taken':
			case 'known':
				return true;
			case 'missing':
				this.#world.metrics.resyncs += 1;
				seat.miss(isStep2);
				seat.ask(this.#outlet.ask());
				return false;
			case 'refused':
				this.#world.metrics.refused += 1;
				if (verdict.why === 'right') seat.refuseWrite();
				else seat.refuse(verdict.why);
				return false;
		}
	}

	#appendOf(judged: readonly Judged[]): DocumentAppend {
		const gathering = new Gathering();
		const clients = new Map<number, string>();
		for (const { seat, verdict } of judged) {
			if (verdict.is !== 'taken') continue;
			gathering.add({ author: seat.person, ...verdict });
			for (const client of verdict.clients) if (!this.owners.isKept(client)) clients.set(client, seat.person);
		}
		return {
			stream: 'document',
			document: this.#id,
			expected: this.#seq,
			epoch: this.#epoch,
			raiseEpoch: false,
			parts: gathering.parts(this.#world.clock()),
			clients: [...clients].map(([client, person]) => ({ client, person }))
		};
	}

	#confirm(judged: readonly Judged[]): void {
		const told = new Set<Seat>();
		for (const { seat, verdict, isStep2 } of judged) {
			seat.confirm(isStep2, verdict.is === 'taken' ? verdict.clients.at(-1) : undefined);
			told.add(seat);
		}
		for (const seat of told) seat.tellSaved((client) => Y.getState(this.#doc.store, client));
	}

	#apply(parts: readonly Part[], seq: number, onlySender: Seat | null): void {
		const started = performance.now();
		const [only] = parts;
		if (only && parts.length === 1) Y.applyUpdate(this.#doc, only.update);
		else this.#doc.transact(() => parts.forEach(({ update }) => Y.applyUpdate(this.#doc, update)));
		this.#seq = seq;
		this.#outlet.shown(merged(parts.map(({ update }) => update)), seq, onlySender);
		this.#world.metrics.batches += 1;
		this.#work += performance.now() - started;
	}

	async #adopt(news: News): Promise<boolean> {
		const fresh = news.batches.filter(({ seq }) => seq > this.#seq);
		const rose = news.epoch !== this.#epoch;
		this.owners.learn(news.clients);
		for (const { seq, parts } of fresh) this.#apply(parts, seq, null);
		// Only once the rights are known that it stands for: until then every append of ours must fail.
		if (rose) await this.#outlet.epochRose();
		this.#epoch = news.epoch;
		return fresh.length > 0 || rose;
	}

	async #lookAgain(): Promise<boolean> {
		if (performance.now() - this.#lookedAt < LOOK_EVERY) return false;
		const found = await this.reread();
		if (!found) this.#lookedAt = performance.now();
		return found;
	}

	get #circumstances() {
		const { log, limits, closing } = this.#world;
		return { log, limits, closing, away: (reason: unknown) => this.#away(reason), back: () => this.#back() };
	}

	#away(reason: unknown): void {
		if (this.#awaySince !== null) return;
		this.#awaySince = performance.now();
		this.#world.metrics.away += 1;
		this.#world.report('log-away', {
			document: this.#id,
			error: reason instanceof Error ? reason.name : 'unknown'
		});
		this.turns.refuseImpatient(new Unavailable());
	}

	#back(): void {
		if (this.#awaySince === null) return;
		this.#awaySince = null;
		this.#world.metrics.away -= 1;
	}

	/** A bug: ends the sessions it concerns, which come back and send what is missing. */
	#fail(frames: readonly Waiting[], error: unknown): void {
		this.#world.report('bug', {
			document: this.#id,
			error: error instanceof Error ? error.message : 'unknown'
		});
		for (const { seat } of frames) seat.close(1011);
	}
}
