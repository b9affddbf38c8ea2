import * as decoding from 'lib0/decoding';
import type { Saving } from '../../ui/saving.ts';

/** How much of what was written here the server has committed, as message 100 tells it. */
export class Progress {
	#sent = $state(0);
	#committed = $state(0);
	/** The other side's words are here and ours have left: nothing waits on this device alone. */
	#synced = $state(false);
	/** Something was written that no connection has taken yet. */
	#waiting = $state(false);
	#at = $state<number | null>(null);

	readonly saving: Saving = $derived.by(() => {
		if (this.allCommitted) return { state: 'saved', at: this.#at };
		return { state: this.#synced ? 'saving' : 'kept' };
	});

	get allCommitted(): boolean {
		return this.#sent <= this.#committed && !this.#waiting;
	}

	opened(): void {
		this.#sent = 0;
		this.#committed = 0;
	}

	sent(): void {
		this.#sent += 1;
	}

	/** Something was written here. */
	wrote(isConnected: boolean): void {
		if (!isConnected) this.#waiting = true;
	}

	synced(): void {
		this.#synced = true;
	}

	/** What was on its way may not have arrived; it counts as kept here until a new connection confirms it. */
	lost(): void {
		if (this.#sent > this.#committed) this.#waiting = true;
		this.#synced = false;
	}

	/**
	 * Reads the body of message 100.
	 * @returns the client id it speaks of and that one's next clock
	 */
	committed(decoder: decoding.Decoder, now: number): { client: number; clock: number } {
		const frames = decoding.readVarUint(decoder);
		const client = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		const wasAll = this.allCommitted;
		this.#committed = frames;
		if (this.#sent <= frames) this.#waiting = false;
		if (!wasAll && this.allCommitted) this.#at = now;
		return { client, clock };
	}
}
