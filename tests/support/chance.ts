/** A seeded run of chance (mulberry32): the same seed makes the same choices. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, not with, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	below(bound: number): number {
		return Math.floor(this.next() * bound);
	}

	one<T>(from: readonly T[]): T {
		const chosen = from[this.below(from.length)];
		if (chosen === undefined) throw new Error('nothing to choose from');
		return chosen;
	}

	/** One of the things to do, each as likely as its weight says. */
	weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T {
		let left = this.next() * from.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, value] of from) if ((left -= weight) < 0) return value;
		return this.one(from)[1];
	}
}
