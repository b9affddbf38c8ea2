/** What a page sends: answered at once, or kept on the device and delivered once when the link is back (P2). */
import type { Answer, Command } from './contract.ts';
import { newRef } from './new-ref.ts';
import type { Kept } from './outbox.ts';

const ASK_AGAIN_MS = 1_000;

/** Sent but not yet answered; shown as such. */
export interface Pending {
	readonly id: string;
	readonly command: Command;
	/** `kept`: written while offline, delivered once by itself when the link is back. */
	readonly state: 'sending' | 'kept';
}

interface Line {
	readonly isOnline: () => boolean;
	/** null where no answer came: the command may have arrived, and its id makes sending it again harmless. */
	readonly ask: (id: string, command: Command) => Promise<Answer | null>;
	/** When what is written now is written, in server time, never before the moment at which the link went. */
	readonly writtenAt: () => number;
}

export class Deliveries {
	#pending: readonly Pending[] = $state.raw([]);
	#delivered = $state(0);
	#isDelivering = false;
	readonly #line: Line;
	readonly #outbox: Kept | null;

	/** @param outbox  null for a screen of the hall, which writes nothing */
	constructor(line: Line, outbox: Kept | null) {
		this.#line = line;
		this.#outbox = outbox;
	}

	get pending(): readonly Pending[] {
		return this.#pending;
	}

	/** How much that was kept on this device has been delivered since `wasTold`. */
	get delivered(): number {
		return this.#delivered;
	}

	wasTold(): void {
		this.#delivered = 0;
	}

	/** What an earlier page of this person left on the device. */
	async findKept(): Promise<void> {
		const waiting = await this.#outbox?.all();
		this.#add(waiting?.map(({ id, command }) => ({ id, command, state: 'kept' })) ?? []);
	}

	/**
	 * Sends a command and tells what became of it. Comments, opinions and leave written offline are kept; everything
	 * else answers `unavailable` when there is no link.
	 */
	async send(command: Command): Promise<Answer | { ok: false; code: 'kept' }> {
		const id = newRef();
		if (!this.#line.isOnline()) return this.#keep(id, command);
		this.#add([{ id, command, state: 'sending' }]);
		const answer = await this.#line.ask(id, command);
		this.#remove(id);
		return answer ?? this.#keep(id, command);
	}

	async #keep(id: string, command: Command): Promise<Answer | { ok: false; code: 'kept' }> {
		if (!this.#outbox || !mayWait(command)) return { ok: false, code: 'unavailable' };
		const written =
			command.type === 'comment.post' ? { ...command, writtenAt: this.#line.writtenAt() } : command;
		await this.#outbox.put(id, written);
		this.#add([{ id, command: written, state: 'kept' }]);
		return { ok: false, code: 'kept' };
	}

	/**
	 * In the order of writing, under the same ids: what had arrived after all is only answered again. What is not
	 * taken now, though the link stands, is offered again; a link that is gone asks for it when it comes back.
	 */
	async deliver(): Promise<void> {
		if (this.#isDelivering) return;
		this.#isDelivering = true;
		const isDone = await this.#deliverAll().catch(() => false);
		this.#isDelivering = false;
		if (!isDone) setTimeout(() => this.#line.isOnline() && void this.deliver(), ASK_AGAIN_MS);
	}

	async #deliverAll(): Promise<boolean> {
		const waiting = (await this.#outbox?.all()) ?? [];
		// What another page of the same person has delivered waits here no longer either.
		const waits = (id: string) => waiting.some((kept) => kept.id === id);
		this.#pending = this.#pending.filter(({ id, state }) => state !== 'kept' || waits(id));
		for (const { id, command } of waiting) {
			const answer = await this.#line.ask(id, command);
			if (!answer || (!answer.ok && (answer.code === 'unavailable' || answer.code === 'too-fast')))
				return false;
			await this.#outbox?.remove(id);
			this.#remove(id);
			if (answer.ok) this.#delivered += 1;
		}
		return true;
	}

	#add(more: readonly Pending[]): void {
		const isKnown = (id: string) => this.#pending.some((pending) => pending.id === id);
		this.#pending = [...this.#pending, ...more.filter(({ id }) => !isKnown(id))];
	}

	#remove(id: string): void {
		this.#pending = this.#pending.filter((pending) => pending.id !== id);
	}
}

/** What is kept offline and sent once. Ballots and raised hands are not: the phone says so. */
function mayWait(command: Command): boolean {
	switch (command.type) {
		case 'comment.post':
		case 'comment.reply':
		case 'opinion.send':
		case 'leave.request':
			return true;
		default:
			return false;
	}
}
