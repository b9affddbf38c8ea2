/**
 * Where the choices of secret ballots lie until they are counted (P7): in this object and nowhere else. A choice
 * is handed in when a ballot is decided, and counted once the event that its voter took part is known to be on
 * disk; from then on there are totals only, joined to nobody and in no order. Kept per meeting and process.
 */
import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { NO_VOTES } from '../../src/lib/vote/counting.ts';
import type { Choice, Counts } from '../../src/lib/vote/contract.ts';
import { openBox, type Votes } from '../../src/lib/vote/vote.ts';

interface Handed {
	readonly vote: string;
	readonly choice: Choice;
}

export class BallotBox {
	/** Stands in the log as the holder of what was opened here; a process that comes after has another. */
	readonly id = randomUUID();
	#open: { readonly vote: string; counts: Counts } | null = null;
	/** By the command that brought them; not yet known to be on disk. */
	readonly #handed = new Map<string, Handed>();

	hand(by: string, command: string, ballot: Handed): void {
		this.#handed.set(`${by} ${command}`, ballot);
	}

	/** What was decided and then not committed leaves no trace. */
	forget(by: string, command: string): void {
		this.#handed.delete(`${by} ${command}`);
	}

	/** Follows what is on disk, in order. */
	take(event: LoggedEvent): void {
		switch (event.type) {
			case 'vote.opened':
				if (event.box === this.id) this.#open = { vote: event.vote, counts: NO_VOTES };
				break;
			case 'ballot.recorded':
				if (event.choice === null) this.#count(event);
				break;
			case 'vote.closed':
			case 'vote.cancelled':
			case 'vote.voided':
				this.#empty(event.vote);
				break;
		}
	}

	/** The open secret vote whose choices are not all here; null where all is well. */
	lost(votes: Votes): string | null {
		const open = openBox(votes);
		return open && this.#open?.vote !== open.vote ? open.vote : null;
	}

	/**
	 * @param more  ballots that are decided and go to disk together with what asks
	 * @returns     null where the choices are not here
	 */
	tally(vote: string, more: readonly LoggedEvent[] = []): Counts | null {
		const opensNow = more.some((event) => event.type === 'vote.opened' && event.vote === vote);
		const known = opensNow ? NO_VOTES : this.#open?.vote === vote ? this.#open.counts : null;
		if (!known) return null;
		return more.reduce<Counts>((counts, event) => {
			const ballot = event.type === 'ballot.recorded' && event.vote === vote ? this.#of(event) : undefined;
			return ballot ? plus(counts, ballot.choice) : counts;
		}, known);
	}

	#count(event: Extract<LoggedEvent, { type: 'ballot.recorded' }>): void {
		if (this.#open?.vote !== event.vote) return;
		const ballot = this.#of(event);
		// Somebody took part whose choice never was here: the totals would be wrong, so nothing is held any more.
		if (!ballot) this.#empty(event.vote);
		else this.#open.counts = plus(this.#open.counts, ballot.choice);
		this.forget(event.by, event.command ?? '');
	}

	#of({ by, command = '' }: LoggedEvent): Handed | undefined {
		return this.#handed.get(`${by} ${command}`);
	}

	#empty(vote: string): void {
		if (this.#open?.vote === vote) this.#open = null;
		for (const [key, ballot] of this.#handed) if (ballot.vote === vote) this.#handed.delete(key);
	}
}

function plus(counts: Counts, choice: Choice): Counts {
	return { ...counts, [choice]: counts[choice] + 1 };
}
