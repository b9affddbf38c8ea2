const TEN = 10;
const MINUTE = 60;

/** The second that a key leads to; null for a key that means nothing to the slider (RP7). */
export function secondsByKey(key: string, second: number, last: number): number | null {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return Math.min(last, second + TEN);
		case 'ArrowLeft':
		case 'ArrowDown':
			return Math.max(0, second - TEN);
		case 'PageUp':
			return Math.min(last, second + MINUTE);
		case 'PageDown':
			return Math.max(0, second - MINUTE);
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return null;
	}
}
