import { setImmediate as turn } from 'node:timers/promises';

/** So long may one piece of work hold the process before others have their turn. */
const HELD_MS = 8;

/** For work in many small steps: awaited after each, it lets others in whenever enough time has passed. */
export function pace(): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < HELD_MS) return;
		await turn();
		since = performance.now();
	};
}
