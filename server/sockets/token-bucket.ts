/**
 * A limiter that refills with time.
 * @param clock  milliseconds; the meeting's own, so that a play at full speed is not throttled
 * @returns asked once per event; false when it comes too fast
 */
export function tokenBucket(
	{ perSecond, burst }: { perSecond: number; burst: number },
	clock: () => number
): () => boolean {
	let tokens = burst;
	let last = clock();
	return () => {
		const now = clock();
		tokens = Math.min(burst, tokens + (Math.max(0, now - last) / 1000) * perSecond);
		last = now;
		if (tokens < 1) return false;
		tokens -= 1;
		return true;
	};
}
