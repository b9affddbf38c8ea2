/** One open document: what the room and the seats see of it. How it is written is `intake.ts`. */
import * as Y from 'yjs';
import type { AnyDocument, Right } from '../../src/lib/access/contract.ts';
import type { Written } from '../../src/lib/documents/woven.ts';
import type { MeetingId } from '../../src/lib/kernel/decider.ts';
import { Unavailable, type DocumentId, type StoredDocument } from '../log/port.ts';
import { Audience } from './audience.ts';
import { Intake } from './intake.ts';
import type { ChangedText, LiveDocument, Reservation, Words } from './live-document.ts';
import { Presence } from './presence.ts';
import { DraftDoc, reservation } from './reservation.ts';
import type { Host, Seat, Visitor } from './seat.ts';
import { Snapshots } from './snapshots.ts';
import { TextNews } from './text-news.ts';
import { Welcome } from './welcome.ts';
import { CLOSE, update as updateFrame } from './wire.ts';
import { wordsIn } from './words.ts';
import type { HouseView, World } from './world.ts';

/** An entry of a state vector takes at most this much: a client id and a clock of 32 bits. */
const STATE_ENTRY = 10;

export class LiveText implements LiveDocument, Host {
	readonly id: DocumentId;
	readonly meeting: MeetingId;
	readonly name: AnyDocument;
	readonly audience: Audience;
	readonly #world: World;
	readonly #doc = new Y.Doc();
	readonly #words: Words;
	readonly #intake: Intake;
	readonly #welcome: Welcome;
	readonly #presence: Presence;
	readonly #snapshots: Snapshots;
	readonly #news: TextNews;
	readonly #draft = new DraftDoc();
	/** What blocks changed before this batch is not remembered. */
	readonly #loadedAt: number;
	/** By block: the batch with which its last change was told. */
	readonly #toldAt = new Map<string, number>();
	#view: HouseView;
	#rightsVersion = 0;
	#usedAt = performance.now();
	#isUnloaded = false;

	constructor(meeting: MeetingId, name: AnyDocument, stored: StoredDocument, view: HouseView, world: World) {
		this.id = `${meeting}/${name}`;
		this.meeting = meeting;
		this.name = name;
		this.#world = world;
		this.#view = view;
		this.#loadedAt = stored.seq;
		load(this.#doc, stored);
		this.#words = wordsIn(this.#doc);
		this.audience = new Audience(this.#doc, world.limits);
		this.#welcome = new Welcome(this.#doc, world.limits);
		this.#snapshots = new Snapshots(this.id, this.#doc, stored, world);
		this.#intake = new Intake(this.id, this.#doc, stored, world.queueOf(meeting), this.#outlet(), world);
		this.#news = new TextNews(this.#doc, world.limits.textEvery, (blocks) => this.#tellTexts(blocks));
		this.#presence = new Presence({
			claims: (client, person) => this.#intake.owners.claim(client, person),
			nameOf: (person) => this.#view.person(person)?.name ?? '',
			tell: (frame) => this.audience.tellEditors(frame),
			hearers: () => this.audience.editors.size,
			limits: world.limits
		});
	}

	// ---- for the room

	get seq(): number {
		return this.#intake.seq;
	}

	get epoch(): number {
		return this.#intake.epoch;
	}

	text(block: string): string {
		return this.written(block).text;
	}

	written(block: string): Written {
		return this.#news.cached(block, () => this.#words.written(block));
	}

	whole(): Record<string, Written> {
		return this.#words.whole();
	}

	textsSince(seen: number): ChangedText[] {
		if (seen === this.seq) return [];
		const told = [...this.#toldAt].flatMap(([block, seq]) => (seq > seen ? [block] : []));
		const blocks = seen < this.#loadedAt ? this.#doc.share.keys() : new Set([...told, ...this.#news.pending]);
		return [...blocks].map((block) => ({ block, ...this.written(block) }));
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
		if (this.#intake.isAway) throw new Unavailable();
		const release = await this.#intake.turns.take(false);
		this.touch();
		const intake = this.#intake;
		return reservation({
			document: this.id,
			seq: intake.seq,
			epoch: intake.epoch,
			doc: this.#doc,
			draft: this.#draft,
			now: this.#world.clock(),
			isOwned: (client) => intake.owners.isKept(client),
			show: (append) => {
				intake.show(append, null);
				if (append.raiseEpoch) this.rightsChanged();
				release();
			},
			reread: () => intake.reread().then(release, release),
			release
		});
	}

	// ---- for the house of documents

	touch(): void {
		this.#usedAt = performance.now();
	}

	/** Rights, blocks or names may have changed: every seat asks anew, now. */
	rightsChanged(view: HouseView = this.#view): void {
		this.#view = view;
		this.#rightsVersion += 1;
		for (const seat of this.audience.seats) void seat.mayEdit;
	}

	/** Another process committed: reads it now rather than at the next conflict. */
	async catchUp(): Promise<void> {
		const release = await this.#intake.turns.take(true);
		await this.#intake.reread().then(release, release);
	}

	isIdle(now: number): boolean {
		if (this.audience.seats.size > 0 || this.#intake.turns.isTaken) this.#usedAt = now;
		return now - this.#usedAt >= this.limits.unloadAfter;
	}

	/** Resolves when everything taken so far is committed, or given up because the process ends. */
	async settled(): Promise<void> {
		(await this.#intake.turns.take(true))();
	}

	async unload(): Promise<void> {
		this.#isUnloaded = true;
		this.#presence.close();
		this.#news.close();
		await this.#snapshots.save(this.seq);
	}

	// ---- for seats

	get limits() {
		return this.#world.limits;
	}

	get rightsVersion(): number {
		return this.#rightsVersion;
	}

	get step1Bytes(): number {
		return STATE_ENTRY * (this.#intake.owners.count + 1);
	}

	report(kind: string, fields: Record<string, string | number>): void {
		this.#world.report(kind, { document: this.id, ...fields });
	}

	rightOf({ person, reads }: Visitor): Right | null {
		return person !== null || reads ? this.#view.right(person, this.name) : null;
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
		if (seat.isLive && !seat.mayAsk()) return seat.bar('too-fast', CLOSE.tooFast);
		if (stateVector.length > STATE_ENTRY * this.limits.clientsPerDocument) return seat.bar('malformed');
		const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
		const frames = [knowsNothing ? this.#welcome.whole : this.#welcome.since(stateVector)];
		const others = this.#presence.all;
		if (seat.mayEdit) frames.push(this.#welcome.ask);
		if (seat.mayEdit && others) frames.push(others);
		this.audience.admit(seat);
		seat.tell(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames));
		this.#world.metrics.joins += 1;
	}

	receive(seat: Seat, update: Uint8Array, isStep2: boolean): void {
		this.#intake.receive(seat, update, isStep2);
	}

	showPresence(seat: Seat): void {
		const { all } = this.#presence;
		if (all) seat.tell(all);
	}

	hearPresence(seat: Seat, bytes: Uint8Array): void {
		this.#presence.hear(seat, bytes);
	}

	changed(seat: Seat, mayEdit: boolean): void {
		if (!mayEdit) {
			this.audience.editors.delete(seat);
			this.#presence.leave(seat);
			return;
		}
		this.audience.editors.add(seat);
		if (!seat.isLive) return;
		seat.ask(this.#welcome.ask);
		this.showPresence(seat);
	}

	fellBehind(seat: Seat): void {
		this.audience.fellBehind(seat);
	}

	// ---- for the intake

	#outlet() {
		return {
			shown: (update: Uint8Array, seq: number, onlySender: Seat | null) =>
				this.#shown(update, seq, onlySender),
			ask: () => this.#welcome.ask,
			size: () => this.#snapshots.size,
			hasBlock: (name: string) => this.#view.blocks(this.name).includes(name),
			noteAuthor: (note: string) => this.#view.noteAuthor?.(note),
			epochRose: async () => this.rightsChanged((await this.#world.house.meeting(this.meeting)) ?? this.#view)
		};
	}

	#shown(update: Uint8Array, seq: number, onlySender: Seat | null): void {
		const frame = updateFrame(update);
		this.#world.metrics.deliveries += this.audience.tell(frame, onlySender);
		this.#welcome.committed(frame);
		this.#snapshots.committed(seq, update.length);
	}

	#tellTexts(blocks: string[]): void {
		for (const block of blocks) this.#toldAt.set(block, this.seq);
		this.#world.textChanged(this, blocks);
	}
}

/** In one transaction: what Yjs tidies up after each is done once. */
function load(doc: Y.Doc, { snapshot, batches }: StoredDocument): void {
	doc.transact(() => {
		if (snapshot) Y.applyUpdate(doc, snapshot.state);
		for (const { parts } of batches) for (const { update } of parts) Y.applyUpdate(doc, update);
	});
}
