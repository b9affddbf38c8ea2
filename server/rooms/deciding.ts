/** What each command of a batch comes to, on the meeting and the texts as those before it leave them. */
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import type { Instant, MeetingId, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Answer, Command, Event, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { decide } from '../../src/lib/meeting/decide.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { MeetingDecision } from '../../src/lib/meeting/facts.ts';
import type { Counts } from '../../src/lib/vote/contract.ts';
import type { LiveDocument, Reservation } from '../documents/documents.ts';
import type { BallotBox } from './ballot-box.ts';
import {
	byServer,
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
import { numbersFor, type Counting } from './numbering.ts';
import { documentsMade, rightsTouched, writings } from './scribe.ts';

export interface DecidingDeps extends Counting {
	readonly clock: () => number;
	/** An open document of this meeting. */
	readonly document: (meeting: MeetingId, name: AnyDocument) => Promise<LiveDocument>;
	readonly roomCode: (meeting: MeetingId, code: string) => boolean;
}

interface Room {
	readonly id: MeetingId;
	/** Of the last event that is committed. */
	readonly seq: number;
	/** The moment at which somebody's last connection went; null while they are connected. */
	lostAt(person: PersonId): number | null;
}

type Documents = ReadonlyMap<AnyDocument, LiveDocument>;

export class Deciding {
	readonly #draft: Draft;
	readonly #room: Room;
	readonly #deps: DecidingDeps;
	readonly #box: BallotBox;

	/** @param draft  is filled with what is decided */
	constructor(draft: Draft, room: Room, deps: DecidingDeps, box: BallotBox) {
		this.#draft = draft;
		this.#room = room;
		this.#deps = deps;
		this.#box = box;
	}

	/** In the order in which they came; the same command twice happens once. */
	async all(batch: readonly Waiting[]): Promise<void> {
		const documents = await this.#needed(batch);
		await this.#voidLost();
		const decided = new Map<string, Answer>();
		for (const waiting of batch) {
			const key = `${waiting.by} ${waiting.id}`;
			const answer = decided.get(key) ?? (await this.#one(waiting, documents));
			decided.set(key, answer);
			this.#draft.answers.set(waiting, answer);
		}
	}

	/** Opens the texts that the commands' rules read, so that deciding itself never waits. */
	async #needed(batch: readonly Waiting[]): Promise<Documents> {
		const open = new Map<AnyDocument, LiveDocument>();
		for (const { what } of batch) {
			for (const name of typeof what === 'function' ? [] : readBy(this.#draft.meeting, what))
				if (!open.has(name)) open.set(name, await this.#deps.document(this.#room.id, name));
		}
		return open;
	}

	async #voidLost(): Promise<void> {
		const vote = this.#box.lost(this.#draft.meeting.votes);
		if (vote !== null) await this.#tell(this.#deps.clock(), [{ type: 'vote.voided', vote }]);
	}

	async #one(waiting: Waiting, documents: Documents): Promise<Answer> {
		const { what } = waiting;
		const now = this.#deps.clock();
		if (typeof what === 'function') {
			for (const event of what(this.#draft.meeting)) await this.#add(waiting, now, event);
			return { ok: true, seq: this.#seq };
		}
		for (const name of heldBy(what, this.#draft.meeting)) await this.#reserve(name);
		const decision = this.#decision(waiting, what, now, documents);
		this.#hand(waiting, decision);
		const events: readonly Event[] =
			'refused' in decision
				? [{ type: 'command.refused', do: what.type, code: decision.refused }]
				: decision.events;
		for (const event of events) await this.#add(waiting, now, event);
		await this.#tell(now, await numbersFor(this.#draft, events, this.#deps));
		return 'refused' in decision ? { ok: false, code: decision.refused } : { ok: true, seq: this.#seq };
	}

	#decision({ by, device }: Waiting, command: Command, now: Instant, documents: Documents): MeetingDecision {
		const { meeting } = this.#draft;
		return decide(meeting, command, {
			now,
			by,
			device,
			roomCode: (code) => this.#deps.roomCode(this.#room.id, code),
			clauseText: (clause) => wordsIn(this.#draft, 'resolution', documents)?.text(clause) ?? '',
			noteText: (note) => wordsIn(this.#draft, noteDocument(meeting, note), documents)?.noteText(note) ?? '',
			lostAt: this.#room.lostAt(by),
			box: this.#box.id,
			tally: (vote) => this.#tally(vote),
			sectionVersion: (section) => wordsIn(this.#draft, 'minutes', documents)?.sha256([section]) ?? '',
			version: (subject) => versionIn(this.#draft, textOf(subject), documents),
			textSeq: (name) => seqIn(this.#draft, name, documents)
		});
	}

	/** @throws where the choices are not here, which `#voidLost` sees to */
	#tally(vote: string): Counts {
		const counts = this.#box.tally(vote, this.#draft.events);
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

	/** What follows of itself, whoever caused it. */
	async #tell(at: Instant, events: readonly Event[]): Promise<void> {
		for (const event of events) await this.#add({ ...byServer(), what: () => [] }, at, event);
	}

	/** Of the last event so far. */
	get #seq(): number {
		return this.#room.seq + this.#draft.events.length;
	}

	async #add({ by, id, what }: Omit<Waiting, 'answer'>, at: Instant, event: Event): Promise<void> {
		const draft = this.#draft;
		const command = typeof what === 'function' ? null : what;
		const onBehalfOf = command && 'for' in command ? command.for : undefined;
		const logged: LoggedEvent = {
			...event,
			seq: this.#seq + 1,
			at,
			by,
			command: id,
			...(onBehalfOf && { for: onBehalfOf })
		};
		for (const { document, write } of writings(draft.meeting, event, command, by)) {
			const beginning = draft.made.get(document);
			if (beginning) beginning.writes.push(write);
			else (await this.#reserve(document)).change(by, write);
		}
		for (const document of rightsTouched(draft.meeting, event))
			if (!draft.made.has(document)) (await this.#reserve(document)).raiseEpoch();
		for (const document of documentsMade(event)) draft.made.set(document, { by, at, writes: [] });
		draft.events.push(logged);
		draft.meeting = evolve(draft.meeting, logged);
	}

	async #reserve(name: AnyDocument): Promise<Reservation> {
		const known = this.#draft.reserved.get(name);
		if (known) return known;
		const reservation = await (await this.#deps.document(this.#room.id, name)).reserve();
		this.#draft.reserved.set(name, reservation);
		return reservation;
	}
}
