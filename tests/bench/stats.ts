/** Durations in milliseconds, kept in full: a bucketed p99 would hide what the ratios are about. */
export class Samples {
	#values = new Float64Array(4096);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	add(value: number): void {
		if (this.#length === this.#values.length) {
			const larger = new Float64Array(this.#length * 2);
			larger.set(this.#values);
			this.#values = larger;
		}
		this.#values[this.#length++] = value;
	}

	/** Nearest rank; `null` without a sample. */
	at(quantile: number): number | null {
		if (this.#length === 0) return null;
		const sorted = this.#values.slice(0, this.#length).sort();
		const rank = Math.max(0, Math.ceil(quantile * this.#length) - 1);
		return sorted[rank] ?? null;
	}
}

export function median(values: number[]): number | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? null;
	if (sorted.length % 2 === 1 || upper === null) return upper;
	return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The same numbers in every run: what is typed where must not differ between servers. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
