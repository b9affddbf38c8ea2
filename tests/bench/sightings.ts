import { performance } from 'node:perf_hooks';
import { Samples } from './stats.ts';
import { findMarks } from './writing.ts';

/** When each edit was sent and when others saw it, from `begin` on. A writer's own edits do not count. */
export class Sightings {
	readonly latency = new Samples();
	readonly #sentAt: Float64Array;
	readonly #edits: number;
	#isOn = false;

	/** @param edits  the most that one writer makes */
	constructor(writers: number, edits: number) {
		this.#sentAt = new Float64Array(writers * edits);
		this.#edits = edits;
	}

	begin(): void {
		this.#isOn = true;
	}

	sent(writer: number, edit: number, at: number): void {
		if (this.#isOn) this.#sentAt[writer * this.#edits + edit] = at;
	}

	/** @param own  the writer who looks; -1 for a reader */
	see = (own: number) => (bytes: Buffer, start: number, end: number) => {
		if (!this.#isOn) return;
		const now = performance.now();
		findMarks(bytes, start, end, (writer, edit) => {
			const sent = this.#sentAt[writer * this.#edits + edit] ?? 0;
			if (writer !== own && sent !== 0) this.latency.add(now - sent);
		});
	};
}
