/** A token bucket: `perSecond` flow in, at most `burst` are held. */
export class Bucket {
	#held: number;
	#at: number;
	readonly #perMillisecond: number;
	readonly #burst: number;

	constructor(perSecond: number, burst: number, now: number) {
		this.#held = burst;
		this.#at = now;
		this.#perMillisecond = perSecond / 1000;
		this.#burst = burst;
	}

	/** False where fewer than `count` are held; then none are taken. */
	take(count: number, now: number): boolean {
		this.#held = Math.min(this.#burst, this.#held + (now - this.#at) * this.#perMillisecond);
		this.#at = now;
		if (this.#held < count) return false;
		this.#held -= count;
		return true;
	}
}
