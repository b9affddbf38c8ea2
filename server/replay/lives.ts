import * as Y from 'yjs';
import type { Life } from '../../src/lib/replay/contract.ts';

interface Range {
	readonly from: number;
	readonly to: number;
	readonly step: number;
}

/** By client and clock: the step with which each thing of a document came, and the one with which it went. */
export class Lives {
	readonly #born = new Map<number, Range[]>();
	readonly #gone = new Map<number, Range[]>();
	#isSorted = true;

	take({ beforeState, afterState, deleteSet }: Y.Transaction, step: number): void {
		for (const [client, to] of afterState) {
			const from = beforeState.get(client) ?? 0;
			if (to > from) listOf(this.#born, client).push({ from, to, step });
		}
		for (const [client, deletions] of deleteSet.clients) {
			const ranges = listOf(this.#gone, client);
			for (const { clock, len } of deletions) ranges.push({ from: clock, to: clock + len, step });
			this.#isSorted = false;
		}
	}

	at(client: number, clock: number): Life {
		return this.#at(client, clock).life;
	}

	/** An item in pieces that came and went alike. */
	along({ id, length }: Pick<Y.Item, 'id' | 'length'>): { readonly length: number; readonly life: Life }[] {
		const pieces: { length: number; life: Life }[] = [];
		for (let clock = id.clock; clock < id.clock + length;) {
			const { life, to } = this.#at(id.client, clock);
			const end = Math.min(to, id.clock + length);
			pieces.push({ length: end - clock, life });
			clock = end;
		}
		return pieces;
	}

	/** With the clock up to which it holds. */
	#at(client: number, clock: number): { life: Life; to: number } {
		this.#sort();
		const born = lastUpTo(this.#born.get(client) ?? [], clock);
		if (!born || born.to <= clock) throw new Error(`nothing came at ${client} ${clock}`);
		const gone = this.#gone.get(client) ?? [];
		const index = indexUpTo(gone, clock);
		const range = gone[index];
		if (range && clock < range.to) return { life: [born.step, range.step], to: Math.min(born.to, range.to) };
		const next = gone[index + 1]?.from ?? Infinity;
		return { life: [born.step, 0], to: Math.min(born.to, next) };
	}

	/** Births come in the order of clocks; deletions in any, and nothing is deleted twice. */
	#sort(): void {
		if (this.#isSorted) return;
		for (const ranges of this.#gone.values()) ranges.sort((a, b) => a.from - b.from);
		this.#isSorted = true;
	}
}

function listOf(lists: Map<number, Range[]>, client: number): Range[] {
	const known = lists.get(client);
	if (known) return known;
	const made: Range[] = [];
	lists.set(client, made);
	return made;
}

/** The last range that begins at `clock` or before; -1 for none. */
function indexUpTo(ranges: readonly Range[], clock: number): number {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.from ?? Infinity) <= clock) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function lastUpTo(ranges: readonly Range[], clock: number): Range | undefined {
	return ranges[indexUpTo(ranges, clock)];
}
