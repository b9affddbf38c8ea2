/** Sockets that are told at one go: a fifth of a millisecond or so. */
const AT_ONCE = 20;

/**
 * Tells many a portion at a time, in the order in which it was asked: three hundred who follow from afar must not
 * keep those who write waiting for each other's words. Few are told at once.
 */
export function inPortions<T>(): (all: readonly T[], tell: (some: readonly T[]) => void) => void {
	const portions: (() => void)[] = [];

	function next(): void {
		const portion = portions.shift();
		if (portions.length > 0) setImmediate(next);
		portion?.();
	}

	return (all, tell) => {
		const isIdle = portions.length === 0;
		for (let from = 0; from < all.length; from += AT_ONCE)
			portions.push(() => tell(all.slice(from, from + AT_ONCE)));
		if (isIdle) next();
	};
}
