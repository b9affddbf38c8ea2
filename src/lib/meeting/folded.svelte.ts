import { isInside } from '../closed/closed.ts';
import { takesPart } from '../people/committee.ts';
import type { LoggedEvent } from './contract.ts';
import { evolveFirst } from './first-events.ts';
import { house, type Meeting } from './state.ts';

const ASK_AGAIN_MS = 1_000;

type Evolve = (meeting: Meeting | null, event: LoggedEvent) => Meeting | null;

interface Start {
	readonly meeting: Meeting;
	readonly seq: number;
	/** Who looks; null for a screen of the hall. */
	readonly person: string | null;
}

/** The meeting as a page has it: as it was when the page was made, and every event since. */
export class Folded {
	#meeting: Meeting;
	#seq = 0;
	readonly #person: string | null;
	readonly #askAgain: () => void;
	#evolve: Evolve = evolveFirst;
	#isFetching = false;
	/** Came before the page could fold it. */
	#held: readonly LoggedEvent[] = [];

	/** @param askAgain  asks the server for all after `seq` */
	constructor({ meeting, seq, person }: Start, askAgain: () => void) {
		this.#meeting = $state.raw(meeting);
		this.#seq = seq;
		this.#person = person;
		this.#askAgain = askAgain;
	}

	get meeting(): Meeting {
		return this.#meeting;
	}
	get seq(): number {
		return this.#seq;
	}

	get me() {
		return this.#person === null ? undefined : this.#meeting.people[this.#person];
	}

	/** The fold of everything, for who knows that it will be needed. */
	async fetchRest(): Promise<void> {
		if (import.meta.env.SSR || this.#isFetching) return;
		this.#isFetching = true;
		try {
			this.#evolve = (await import('./evolve.ts')).evolve;
		} catch {
			return this.#giveUp();
		}
		this.take([]);
	}

	take(arrived: readonly LoggedEvent[]): void {
		const events = [...this.#held, ...arrived];
		// The whole log from its beginning, asked for by `#foldAnew`.
		const isWhole = events[0]?.seq === 1;
		const before = this.#meeting;
		let meeting: Meeting | null = isWhole ? null : before;
		let seq = isWhole ? 0 : this.#seq;
		let isGap = false;
		for (const event of events) {
			if (event.seq <= seq) continue;
			isGap = event.seq !== seq + 1;
			if (isGap) break;
			// Done before this page began, taken back after: the page cannot know how it was before.
			if (event.type === 'act.undone' && !canFold(meeting, event.seqs)) return this.#foldAnew();
			const after = this.#evolve(meeting, event);
			if (!after) return this.#hold(events);
			meeting = after;
			seq = event.seq;
		}
		this.#held = [];
		this.#seq = seq;
		this.#meeting = meeting ?? before;
		if (!isWhole && events.some((event) => this.#learnsMore(event, before))) this.#foldAnew();
		else if (isGap) this.#askAgain();
	}

	#hold(events: readonly LoggedEvent[]): void {
		this.#held = events;
		void this.fetchRest();
	}

	/** What was held comes again, with the next link or a moment later. */
	#giveUp(): void {
		this.#isFetching = false;
		if (this.#held.length > 0) setTimeout(this.#askAgain, ASK_AGAIN_MS);
		this.#held = [];
	}

	/** What was hidden until now is shown to me: the log is asked for again, as I may see it today. */
	#foldAnew(): void {
		this.#held = [];
		this.#seq = 0;
		this.#askAgain();
	}

	#learnsMore(event: LoggedEvent, before: Meeting): boolean {
		return changesOffice(event, before, this.#person) || this.#opensAgain(event) || this.#isShared(event);
	}

	/** A closed part that I waited out is over: what of it is public I may see from now on (`closed/RULES.md`, CS4). */
	#opensAgain(event: LoggedEvent): boolean {
		if (event.type !== 'closed.ended') return false;
		const part = this.#meeting.closed.find(({ number }) => number === event.part);
		return part !== undefined && !isInside(part, this.me);
	}

	/** The debrief shares what observers wrote, its end or the seal how they scored (`debrief/RULES.md`, DB8; SC7). */
	#isShared({ type }: LoggedEvent): boolean {
		const shares = type === 'debrief.opened' || type === 'debrief.closed' || type === 'record.sealed';
		return shares && this.#person !== null && takesPart(house(this.#meeting), this.#person);
	}
}

function canFold(meeting: Meeting | null, seqs: readonly number[]): boolean {
	return seqs.every((seq) => meeting?.recent?.events.some((event) => event.seq === seq));
}

function changesOffice(event: LoggedEvent, before: Meeting, person: string | null): boolean {
	if (person === null) return false;
	switch (event.type) {
		case 'chair.handed-over':
			return event.to === person || before.chair === person;
		case 'facilitator.appointed':
			return event.to === person || before.facilitator === person;
		case 'minute-taker.appointed':
			return event.to === person || before.minuteTaker === person;
		case 'roster.changed':
			return event.people.some(({ id }) => id === person);
		default:
			return false;
	}
}
