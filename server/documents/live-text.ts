/**
 * One open document: append, then apply, then show, one batch at a time. What arrives while a batch is on
 * its way to the disk waits unread and goes into the next one, judged by the rights of that moment.
 */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import type { DocumentName, Right } from '../../src/lib/access/contract.ts';
import type { MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import { Unavailable, type DocumentAppend, type DocumentId, type Part, type StoredDocument } from '../log/port.ts';
import { Audience } from './audience.ts';
import { Gathering, merged } from './batch.ts';
import { commit, type News } from './commit.ts';
import { judge, type Premises, type Verdict } from './gate.ts';
import { Horizon } from './horizon.ts';
import type { LiveDocument, Reservation } from './live-document.ts';
import { Owners } from './owners.ts';
import { Presence } from './presence.ts';
import { DraftDoc, reservation } from './reservation.ts';
import type { Host, Seat, Visitor } from './seat.ts';
import { Snapshots } from './snapshots.ts';
import { TextNews } from './text-news.ts';
import { Turns } from './turns.ts';
import { Welcome } from './welcome.ts';
import { update as updateFrame } from './wire.ts';
import { wordsIn } from './words.ts';
import type { HouseView, Queue, World } from './world.ts';

interface Waiting {
	readonly seat: Seat;
	readonly update: Uint8Array;
	readonly isStep2: boolean;
}

interface Judged extends Waiting {
	readonly verdict: Verdict;
}

export class LiveText implements LiveDocument, Host {
	readonly id: DocumentId;
	readonly meeting: MeetingId;
	readonly name: DocumentName;
	readonly audience: Audience;
	readonly limits;
	readonly report;
	readonly #world: World;
	readonly #doc = new Y.Doc();
	readonly #words = wordsIn(this.#doc);
	readonly #owners: Owners;
	readonly #welcome: Welcome;
	readonly #presence: Presence;
	readonly #snapshots: Snapshots;
	readonly #news: TextNews;
	readonly #draft = new DraftDoc();
	readonly #turns = new Turns();
	readonly #queue: Queue;
	#view: HouseView;
	#seq: number;
	#epoch: number;
	#rightsVersion = 0;
	#inbox: Waiting[] = [];
	#awaySince: number | null = null;
	#lookedAt = -Infinity;
	#startedAt = -Infinity;
	#work = 0;
	#usedAt = performance.now();
	#isUnloaded = false;

	constructor(meeting: MeetingId, name: DocumentName, stored: StoredDocument, view: HouseView, world: World) {
		this.id = `${meeting}/${name}`;
		this.meeting = meeting;
		this.name = name;
		this.limits = world.limits;
		this.report = world.report;
		this.#world = world;
		this.#view = view;
		this.#seq = stored.seq;
		this.#epoch = stored.epoch;
		this.#queue = world.queueOf(meeting);
		this.#owners = new Owners(stored.clients, world.limits.clientsPerDocument);
		this.#load(stored);
		this.audience = new Audience(this.#doc, world.limits);
		this.#welcome = new Welcome(this.#doc, world.limits);
		this.#snapshots = new Snapshots(this.id, this.#doc, stored, world);
		this.#news = new TextNews(this.#doc, world.limits.textEvery, (blocks) => this.#tellTexts(blocks));
		this.#presence = new Presence({
			claims: (client, person) => this.#owners.claim(client, person),
			nameOf: (person) => this.#view.person(person)?.name ?? '',
			tell: (frame) => this.audience.tellEditors(frame),
			hearers: () => this.audience.editors.size,
			limits: world.limits
		});
	}

	// ---- what the room asks

	get seq(): number {
		return this.#seq;
	}

	get epoch(): number {
		return this.#epoch;
	}

	text(block: string): string {
		return this.#news.cached(block, () => this.#words.text(block));
	}

	texts(): Record<string, string> {
		return this.#words.texts();
	}

	noteText(note: string): string {
		return this.#words.noteText(note);
	}

	json(blocks: readonly string[]): unknown {
		return this.#words.json(blocks);
	}

	sha256(blocks: readonly string[]): string {
		return this.#words.sha256(blocks);
	}

	async reserve(): Promise<Reservation> {
		if (this.#isUnloaded) return (await this.#world.reopen(this.meeting, this.name)).reserve();
		if (this.#awaySince !== null) throw new Unavailable();
		const release = await this.#turns.take(false);
		this.touch();
		const { id: document, seq, epoch } = this;
		return reservation({
			document,
			seq,
			epoch,
			doc: this.#doc,
			draft: this.#draft,
			now: this.#world.clock(),
			isOwned: (client) => this.#owners.of(client) !== undefined,
			show: (append) => {
				this.#show(append, null);
				release();
			},
			reread: () => this.#reread().finally(release),
			release
		});
	}

	// ---- what the house tells

	touch(): void {
		this.#usedAt = performance.now();
	}

	/** Rights, blocks or names may have changed: open seats are asked anew at once. */
	rightsChanged(view: HouseView = this.#view): void {
		this.#view = view;
		this.#rightsVersion += 1;
		for (const seat of this.audience.seats) void seat.mayEdit;
	}

	/** Another process committed: reads it now rather than at the next conflict. */
	async catchUp(): Promise<void> {
		const release = await this.#turns.take(true);
		await this.#reread().finally(release);
	}

	tick(now: number): void {
		this.audience.tick(now);
	}

	isIdle(now: number): boolean {
		const isUsed = this.audience.seats.size > 0 || this.#inbox.length > 0 || this.#turns.isTaken;
		if (isUsed) this.#usedAt = now;
		return !isUsed && now - this.#usedAt >= this.limits.unloadAfter;
	}

	/** Everything that was taken is committed, or the process is closing. */
	async settled(): Promise<void> {
		(await this.#turns.take(true))();
	}

	/** Nothing may be written afterwards. */
	async unload(): Promise<void> {
		this.#isUnloaded = true;
		this.#presence.close();
		this.#news.close();
		await this.#snapshots.save(this.#seq);
	}

	// ---- what a seat asks

	get rightsVersion(): number {
		return this.#rightsVersion;
	}

	rightOf({ person, reads }: Visitor): Right | null {
		if (person !== null) return this.#view.right(person, this.name);
		return reads ? 'read' : null;
	}

	seated(seat: Seat): void {
		this.audience.seats.add(seat);
		if (seat.mayEdit) this.audience.editors.add(seat);
	}

	left(seat: Seat): void {
		this.audience.remove(seat);
		this.#presence.leave(seat);
		this.touch();
		this.#world.left(seat);
	}

	answer(seat: Seat, stateVector: Uint8Array): void {
		const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
		if (seat.isLive && !seat.mayAsk()) return seat.bar('too-fast', 1008);
		if (stateVector.length > 16 * (this.limits.clientsPerDocument + 1)) return seat.bar('malformed');
		const frames = [knowsNothing ? this.#welcome.whole : this.#welcome.since(stateVector)];
		seat.isLive = true;
		if (seat.mayEdit) frames.push(this.#welcome.ask, ...(this.#presence.all ? [this.#presence.all] : []));
		seat.tell(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames));
		this.#world.metrics.joins += 1;
	}

	showPresence(seat: Seat): void {
		const { all } = this.#presence;
		if (all) seat.tell(all);
	}

	hearPresence(seat: Seat, bytes: Uint8Array): void {
		this.#presence.hear(seat, bytes);
	}

	changed(seat: Seat, mayEdit: boolean): void {
		if (mayEdit) this.audience.editors.add(seat);
		else this.audience.editors.delete(seat);
		if (!mayEdit) return this.#presence.leave(seat);
		if (!seat.isLive) return;
		seat.tell(this.#welcome.ask);
		this.showPresence(seat);
	}

	fellBehind(seat: Seat): void {
		this.audience.fellBehind(seat);
	}

	receive(seat: Seat, update: Uint8Array, isStep2: boolean): void {
		const isTooLong = this.#awaySince !== null && performance.now() - this.#awaySince > this.limits.queueFor;
		if (isTooLong || this.#queue.bytes + update.length > this.limits.queueBytes) return seat.drop();
		this.#queue.bytes += update.length;
		this.#world.metrics.framesIn += 1;
		// The turn is taken when the first frame comes, so that a reservation asked for later comes later.
		if (this.#inbox.push({ seat, update, isStep2 }) === 1) void this.#run(this.#turns.take(true));
	}
}
