/**
 * The one path of every command: who is it → decide → append → evolve → show → answer. Commands that arrive
 * while one append runs are decided on the state that it will give and appended together.
 */
import { randomUUID } from 'node:crypto';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import type { MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Answer, Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { signed } from '../../src/lib/meeting/signing.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { Member } from '../../src/lib/people/roster.ts';
import type { Kept } from '../../src/lib/seal/seal.ts';
import { Conflict, Unavailable, type Log } from '../log/port.ts';
import { report } from '../report.ts';
import { BallotBox } from './ballot-box.ts';
import { Deciding, type DecidingDeps } from './deciding.ts';
import { byServer, draftOn, groupOf, type Draft, type Waiting } from './draft.ts';
import { rosterNews } from './roster-news.ts';
import { personIn, type Sender } from './sender.ts';

export interface RoomDeps extends DecidingDeps {
	readonly log: Log;
	/** More may have been committed to this text than it shows. */
	readonly lookAgain: (meeting: MeetingId, name: AnyDocument) => void;
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
		if (room.#box.lost(room.meeting.votes) !== null) void room.#enqueue({ ...byServer(), what: () => [] });
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
				await new Deciding(draft, this, this.#deps, this.#box).all(left);
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

async function everything(log: Log, id: MeetingId, after: number): Promise<LoggedEvent[]> {
	const events: LoggedEvent[] = [];
	for (;;) {
		const page = await log.events(id, after + events.length, PAGE);
		events.push(...page);
		if (page.length < PAGE) return events;
	}
}
