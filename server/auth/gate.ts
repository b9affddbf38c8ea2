/** Too much waits already: whoever asks should come again a little later. */
export class Busy extends Error {
	readonly id = 'busy';
}

/**
 * Lets `atOnce` pieces of work run together; the others wait in order.
 * @returns runs a piece of work; rejects with `Busy` where `waiting` wait already
 */
export function gate(
	atOnce: number,
	waiting: number
): <Result>(work: () => Promise<Result>) => Promise<Result> {
	const queue: (() => void)[] = [];
	let running = 0;
	return async (work) => {
		if (running >= atOnce) {
			if (queue.length >= waiting) throw new Busy();
			// Whoever leaves hands its place over, so `running` stays as it is.
			await new Promise<void>((enter) => queue.push(enter));
		} else {
			running += 1;
		}
		try {
			return await work();
		} finally {
			const next = queue.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
