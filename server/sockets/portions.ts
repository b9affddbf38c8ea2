/** Sockets that are told at one go: a fifth of a millisecond or so. */
const AT_ONCE = 20;

/** Milliseconds between two goes, which belong to those who write: three hundred sockets are told within 40 ms. */
const PAUSE = 2;

/**
 * Tells many a portion at a time, in the order in which it was asked: three hundred who follow from afar must not
 * keep those who write waiting for each other's words. Few are told at once. Each room waits for itself alone.
 */
export function inPortions<T>(): (
	room: string,
	all: readonly T[],
	tell: (some: readonly T[]) => void
) => void {
	const waiting = new Map<string, (() => void)[]>();

	function next(room: string, portions: (() => void)[]): void {
		const portion = portions.shift();
		if (portions.length > 0) setTimeout(next, PAUSE, room, portions);
		else waiting.delete(room);
		portion?.();
	}

	return (room, all, tell) => {
		const before = waiting.get(room);
		const portions = before ?? [];
		for (let from = 0; from < all.length; from += AT_ONCE)
			portions.push(() => tell(all.slice(from, from + AT_ONCE)));
		if (before || portions.length === 0) return;
		waiting.set(room, portions);
		next(room, portions);
	};
}
