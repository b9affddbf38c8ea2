/**
 * The one path of every command: who is it → decide → append → evolve → show → answer. Commands that arrive
 * while one append runs are decided on the state that it will give and appended together.
 */
import { randomUUID } from 'node:crypto';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import type { MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Answer, Command, Event, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { decide } from '../../src/lib/meeting/decide.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { MeetingDecision } from '../../src/lib/meeting/facts.ts';
import { signed } from '../../src/lib/meeting/signing.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { Member } from '../../src/lib/people/roster.ts';
import type { Kept } from '../../src/lib/seal/seal.ts';
import type { Counts } from '../../src/lib/vote/contract.ts';
import { openBox } from '../../src/lib/vote/vote.ts';
import type { LiveDocument, Reservation } from '../documents/documents.ts';
import { SERVER } from '../documents/reservation.ts';
import { Conflict, Unavailable, type Log } from '../log/port.ts';
import { report } from '../report.ts';
import { BallotBox } from './ballot-box.ts';
import {
	draftOn,
	groupOf,
	heldBy,
	noteDocument,
	readBy,
	seqIn,
	textOf,
	versionIn,
	wordsIn,
	type Draft,
	type Waiting
} from './draft.ts';
import { numbersFor } from './numbering.ts';
import { rosterNews } from './roster-news.ts';
import { documentsMade, rightsTouched, writings } from './scribe.ts';
import { personIn, type Sender } from './sender.ts';

export interface RoomDeps {
	readonly log: Log;
	readonly clock: () => number;
	/** An open document of this meeting. */
	readonly document: (meeting: MeetingId, name: AnyDocument) => Promise<LiveDocument>;
	/** More may have been committed to this text than it shows. */
	readonly lookAgain: (meeting: MeetingId, name: AnyDocument) => void;
	readonly roomCode: (meeting: MeetingId, code: string) => boolean;
	/** The term that a cell is in; null where nobody said. */
	readonly termOf: (cell: string) => Promise<string | null>;
	/** When the server ends: what came of a lost commit is then found by the one that starts next. */
	readonly closing: AbortSignal;
	/** Called after each commit, in order, before the senders are answered. */
	readonly committed: (room: LiveRoom, events: readonly LoggedEvent[]) => void;
}

const PAGE = 5_000;
/** How long a command waits for a database that went away before it is answered `unavailable`. */
const PATIENCE_MS = 4_000;
/** How soon a database that was away is asked again. */
const AGAIN_MS = 100;

export class LiveRoom {
	readonly id: MeetingId;
	readonly #deps: RoomDeps;
	#meeting: Meeting;
	#events: LoggedEvent[];
	readonly #answers = new Map<string, Answer>();
	readonly #underway = new Map<string, Promise<Answer>>();
	readonly #lost = new Map<PersonId, number>();
	readonly #box = new BallotBox();
	#queue: Waiting[] = [];
	#running = false;
	/** The database went away while something was being committed: what came of it is not known yet. */
	#isUncertain = false;
	readonly #uncertainTexts = new Set<AnyDocument>();

	/** @returns null for a meeting that does not exist */
	static async load(id: MeetingId, deps: RoomDeps): Promise<LiveRoom | null> {
		const events = await everything(deps.log, id, 0);
		const first = events[0];
		if (!first) return null;
		const room = new LiveRoom(id, deps, events, evolve(null, first));
		// Choices that went with the process that held them: everybody is told without anybody's asking.
		if (room.#lostVote(room.meeting) !== null) void room.#enqueue({ ...byServer(), what: () => [] });
		return room;
	}

	private constructor(id: MeetingId, deps: RoomDeps, events: LoggedEvent[], made: Meeting) {
		this.id = id;
		this.#deps = deps;
		this.#meeting = made;
		this.#events = [];
		this.#take(events);
	}

	get meeting(): Meeting {
		return this.#meeting;
	}

	get seq(): number {
		return this.#events.length;
	}

	/** Events with `seq > after`; the array is the room's own, not to be changed. */
	since(after: number): readonly LoggedEvent[] {
		return after === 0 ? this.#events : this.#events.slice(after);
	}

	/** The moment at which somebody's last connection went, for what they write while offline (CO3). */
	connectionLost(person: PersonId): void {
		this.#lost.set(person, this.#deps.clock());
	}

	lostAt(person: PersonId): number | null {
		return this.#lost.get(person) ?? null;
	}

	/**
	 * Decides a command and answers once what came of it is on disk. The same id from the same sender happens
	 * once, however often it is sent, and is answered alike (P2).
	 */
	submit(sender: Sender, id: string, command: Command): Promise<Answer> {
		const by = personIn(this.#meeting, sender) ?? sender.account;
		const key = `${by} ${id}`;
		const known = this.#answers.get(key);
		if (known) return Promise.resolve(known);
		const underway = this.#underway.get(key);
		if (underway) return underway;
		const answered = this.#enqueue({ by, device: sender.account, id, what: command });
		this.#underway.set(key, answered);
		void answered.finally(() => this.#underway.delete(key));
		return answered;
	}

	/**
	 * The people of the cell as they are now, for a meeting that has not been opened; nothing once it has, or
	 * where nothing changed. Ordinary work of the cell's pages, so no refusal is logged.
	 */
	refreshRoster(by: PersonId, people: readonly Member[]): Promise<Answer> {
		return this.#enqueue({
			by,
			device: by,
			id: `roster-${randomUUID().slice(0, 18)}`,
			what: (meeting) => rosterNews(meeting, people)
		});
	}

	/** Where in the chain of its cell the sealed record stands; nothing where everybody knows. */
	tellKept({ number, hash, signature, key }: Kept): Promise<Answer> {
		return this.#enqueue({
			...byServer(),
			what: ({ seal }) => (seal && !seal.kept ? [{ type: 'record.kept', number, hash, signature, key }] : [])
		});
	}

	/** The signature of somebody whose sign-in was confirmed again a moment ago; no command does it (AD10). */
	sign(signer: PersonId, device: string, confirmed: 'password' | 'code'): Promise<Answer> {
		return this.#enqueue({
			by: signer,
			device,
			id: `sign-${randomUUID().slice(0, 18)}`,
			what: (meeting) => {
				const decision = signed(meeting, signer, confirmed);
				return 'refused' in decision ? [] : decision.events;
			}
		});
	}

	#enqueue(waiting: Omit<Waiting, 'answer'>): Promise<Answer> {
		const answered = new Promise<Answer>((answer) => this.#queue.push({ ...waiting, answer }));
		if (!this.#running) void this.#run();
		return answered;
	}

	async #run(): Promise<void> {
		this.#running = true;
		while (this.#queue.length > 0 || (this.#isUncertain && !this.#deps.closing.aborted)) {
			const batch = this.#queue;
			this.#queue = [];
			if (batch.length === 0) await this.#findOut();
			else await this.#process(batch).catch((error: unknown) => this.#failed(batch, error));
		}
		this.#running = false;
	}

	/** A bug in one command must not leave the others of its batch without an answer. */
	async #failed(batch: readonly Waiting[], error: unknown): Promise<void> {
		report('bug', error, {
			meeting: this.id,
			commands: batch.map(({ what }) => (typeof what === 'function' ? 'roster' : what.type)).join(' ')
		});
		if (batch.length > 1) {
			for (const waiting of batch)
				await this.#process([waiting]).catch(() => waiting.answer({ ok: false, code: 'unavailable' }));
		} else {
			for (const waiting of batch) waiting.answer({ ok: false, code: 'unavailable' });
		}
	}

	async #process(batch: readonly Waiting[]): Promise<void> {
		const giveUpAt = performance.now() + PATIENCE_MS;
		for (;;) {
			const left = this.#answerKnown(batch);
			if (left.length === 0) return;
			const draft = draftOn(this.#meeting);
			try {
				await this.#decideAll(draft, left);
				if (draft.events.length > 0) await this.#deps.log.append(groupOf(draft, this.id, this.seq));
				this.#show(draft);
				return;
			} catch (error) {
				await Promise.all([...draft.reserved.values()].map((reservation) => reservation.abort()));
				if (!(error instanceof Conflict || error instanceof Unavailable)) throw error;
				if (performance.now() > giveUpAt || !(await this.#caughtUp(giveUpAt))) {
					this.#isUncertain = true;
					for (const name of draft.reserved.keys()) this.#uncertainTexts.add(name);
					for (const waiting of left) waiting.answer({ ok: false, code: 'unavailable' });
					return;
				}
			}
		}
	}

	/** What was committed although nobody heard so is shown as soon as the database can be asked, not with the next command. */
	async #findOut(): Promise<void> {
		try {
			await this.catchUp();
			for (const name of this.#uncertainTexts) this.#deps.lookAgain(this.id, name);
			this.#uncertainTexts.clear();
			this.#isUncertain = false;
		} catch (error) {
			if (!(error instanceof Unavailable)) {
				report('bug', error, { meeting: this.id });
				this.#isUncertain = false;
			}
			await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
		}
	}

	/** Another process, or a commit whose outcome was lost, may have answered some already. */
	#answerKnown(batch: readonly Waiting[]): Waiting[] {
		return batch.filter((waiting) => {
			const known = this.#answers.get(`${waiting.by} ${waiting.id}`);
			if (known) waiting.answer(known);
			return !known;
		});
	}

	/** Opens the texts that the commands' rules read, so that deciding itself never waits. */
	async #needed(batch: readonly Waiting[]): Promise<Map<AnyDocument, LiveDocument>> {
		const open = new Map<AnyDocument, LiveDocument>();
		for (const { what } of batch) {
			for (const name of typeof what === 'function' ? [] : readBy(this.#meeting, what))
				if (!open.has(name)) open.set(name, await this.#deps.document(this.id, name));
		}
		return open;
	}

	async #decideAll(draft: Draft, batch: readonly Waiting[]): Promise<void> {
		const documents = await this.#needed(batch);
		await this.#voidLost(draft);
		const decided = new Map<string, Answer>();
		for (const waiting of batch) {
			const key = `${waiting.by} ${waiting.id}`;
			const answer = decided.get(key) ?? (await this.#decideOne(draft, waiting, documents));
			decided.set(key, answer);
			draft.answers.set(waiting, answer);
		}
	}

	/** The open secret vote whose choices are not in this process's box (P7); null where all is well. */
	#lostVote({ votes }: Meeting): string | null {
		const open = openBox(votes);
		return open && !this.#box.holds(open.vote) ? open.vote : null;
	}

	async #voidLost(draft: Draft): Promise<void> {
		const vote = this.#lostVote(draft.meeting);
		if (vote === null) return;
		await this.#add(draft, { ...byServer(), what: () => [] }, this.#deps.clock(), {
			type: 'vote.voided',
			vote
		});
	}

	/** @throws where the choices are not here, which `#voidLost` sees to */
	#tally(draft: Draft, vote: string): Counts {
		const counts = this.#box.tally(vote, draft.events);
		if (!counts) throw new Error(`the ballots of ${vote} are not here`);
		return counts;
	}

	/** A secret choice goes into the box, not into the log; what was refused leaves nothing behind. */
	#hand({ by, id, what }: Waiting, decision: MeetingDecision): void {
		if (typeof what === 'function' || what.type !== 'ballot.cast') return;
		const { vote, choice } = what;
		const isSecret =
			'events' in decision &&
			decision.events.some((event) => event.type === 'ballot.recorded' && event.choice === null);
		if (isSecret) this.#box.hand(by, id, { vote, choice });
		else this.#box.forget(by, id);
	}

	async #decideOne(
		draft: Draft,
		waiting: Waiting,
		documents: ReadonlyMap<AnyDocument, LiveDocument>
	): Promise<Answer> {
		const { what, by, device } = waiting;
		const now = this.#deps.clock();
		if (typeof what === 'function') {
			for (const event of what(draft.meeting)) await this.#add(draft, waiting, now, event);
			return { ok: true, seq: this.seq + draft.events.length };
		}
		for (const name of heldBy(what, draft.meeting)) await this.#reserve(draft, name);
		const decision = decide(draft.meeting, what, {
			now,
			by,
			device,
			roomCode: (code) => this.#deps.roomCode(this.id, code),
			clauseText: (clause) => wordsIn(draft, 'resolution', documents)?.text(clause) ?? '',
			noteText: (note) => wordsIn(draft, noteDocument(draft.meeting, note), documents)?.noteText(note) ?? '',
			lostAt: this.lostAt(by),
			box: this.#box.id,
			tally: (vote) => this.#tally(draft, vote),
			sectionVersion: (section) => wordsIn(draft, 'minutes', documents)?.sha256([section]) ?? '',
			version: (subject) => versionIn(draft, textOf(subject), documents),
			textSeq: (name) => seqIn(draft, name, documents)
		});
		this.#hand(waiting, decision);
		const events: readonly Event[] =
			'refused' in decision
				? [{ type: 'command.refused', do: what.type, code: decision.refused }]
				: decision.events;
		for (const event of events) await this.#add(draft, waiting, now, event);
		for (const given of await numbersFor(draft, events, this.#deps))
			await this.#add(draft, { ...byServer(), what: () => [] }, now, given);
		return 'refused' in decision
			? { ok: false, code: decision.refused }
			: { ok: true, seq: this.seq + draft.events.length };
	}

	async #add(
		draft: Draft,
		{ by, id, what }: Omit<Waiting, 'answer'>,
		at: number,
		event: Event
	): Promise<void> {
		const command = typeof what === 'function' ? null : what;
		const onBehalfOf = command && 'for' in command ? command.for : undefined;
		const seq = this.seq + draft.events.length + 1;
		const logged: LoggedEvent = {
			...event,
			seq,
			at,
			by,
			command: id,
			...(onBehalfOf && { for: onBehalfOf })
		};
		for (const { document, write } of writings(draft.meeting, event, command, by)) {
			const beginning = draft.made.get(document);
			if (beginning) beginning.writes.push(write);
			else (await this.#reserve(draft, document)).change(by, write);
		}
		for (const document of rightsTouched(draft.meeting, event))
			if (!draft.made.has(document)) (await this.#reserve(draft, document)).raiseEpoch();
		for (const document of documentsMade(event)) draft.made.set(document, { by, at, writes: [] });
		draft.events.push(logged);
		draft.meeting = evolve(draft.meeting, logged);
	}

	async #reserve(draft: Draft, name: AnyDocument): Promise<Reservation> {
		const known = draft.reserved.get(name);
		if (known) return known;
		const reservation = await (await this.#deps.document(this.id, name)).reserve();
		draft.reserved.set(name, reservation);
		return reservation;
	}

	#show(draft: Draft): void {
		this.#take(draft.events);
		for (const reservation of draft.reserved.values()) reservation.commit();
		if (draft.events.length > 0) this.#deps.committed(this, draft.events);
		for (const [waiting, answer] of draft.answers) waiting.answer(answer);
	}

	/** Folds what is committed, and keeps the answer of each command for when it is sent again. */
	#take(events: readonly LoggedEvent[]): void {
		for (const event of events) {
			this.#meeting = evolve(event.seq === 1 ? null : this.#meeting, event);
			this.#events.push(event);
			this.#box.take(event);
			if (event.command === undefined) continue;
			const answer: Answer =
				event.type === 'command.refused' ? { ok: false, code: event.code } : { ok: true, seq: event.seq };
			this.#answers.set(`${event.by} ${event.command}`, answer);
		}
	}

	/** Reads and shows what was committed past us; false where the database stays away too long. */
	async #caughtUp(giveUpAt: number): Promise<boolean> {
		for (;;) {
			try {
				await this.catchUp();
				return true;
			} catch (error) {
				if (!(error instanceof Unavailable)) throw error;
				if (performance.now() > giveUpAt) return false;
				await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
			}
		}
	}

	/** Takes what others committed to the log since; called on a conflict and on hints from other processes. */
	async catchUp(): Promise<void> {
		const missed = await everything(this.#deps.log, this.id, this.seq);
		const next = missed.filter((event) => event.seq > this.seq);
		if (next.length === 0) return;
		this.#take(next);
		this.#deps.committed(this, next);
	}
}

/** What the server does of itself. */
function byServer(): Pick<Waiting, 'by' | 'device' | 'id'> {
	return { by: SERVER, device: SERVER, id: `server-${randomUUID().slice(0, 18)}` };
}

async function everything(log: Log, id: MeetingId, after: number): Promise<LoggedEvent[]> {
	const events: LoggedEvent[] = [];
	for (;;) {
		const page = await log.events(id, after + events.length, PAGE);
		events.push(...page);
		if (page.length < PAGE) return events;
	}
}
