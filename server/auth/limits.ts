export interface Limit {
	/** Tries allowed within `milliseconds`. */
	readonly tries: number;
	readonly milliseconds: number;
	/** How long to wait once they are used up: for the first time, the second time in a row … */
	readonly wait: (time: number) => number;
}

/** Counts failures by key. Times are milliseconds to wait; 0 is: go on. */
export interface Limiter {
	waiting(key: string): number;
	/** Counts a failure beforehand, so that tries sent all at once cannot slip past together. */
	take(key: string): number;
	/** The try counted last was no failure. */
	giveBack(key: string): void;
	/** Nothing that was counted matters any more. */
	forget(key: string): void;
}

interface Count {
	/** When the last failures were, at most as many as are allowed. */
	at: number[];
	until: number;
	/** How often in a row the tries were used up. */
	times: number;
}

/** Beyond this many keys the oldest are forgotten: strangers must not fill the memory. */
const MOST_KEYS = 20_000;

export function limiter({ tries, milliseconds, wait }: Limit, now: () => number): Limiter {
	const counts = new Map<string, Count>();

	function current(key: string): Count {
		const count = counts.get(key) ?? { at: [], until: 0, times: 0 };
		count.at = count.at.filter((at) => now() - at < milliseconds);
		// After a quiet spell the next wait is a first one again.
		if (count.at.length === 0 && now() >= count.until + milliseconds) count.times = 0;
		return count;
	}

	const waiting = (key: string) => Math.max(0, current(key).until - now());

	return {
		waiting,
		take(key) {
			const left = waiting(key);
			if (left > 0) return left;
			const count = current(key);
			count.at = [...count.at, now()].slice(-tries);
			if (count.at.length === tries) count.until = now() + wait(++count.times);
			counts.delete(key);
			counts.set(key, count);
			if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value ?? key);
			return 0;
		},
		giveBack(key) {
			const count = counts.get(key);
			if (!count) return;
			if (count.at.length === tries) {
				count.until = 0;
				count.times -= 1;
			}
			count.at.pop();
		},
		forget: (key) => void counts.delete(key)
	};
}
