interface Waiting {
	readonly go: (done: () => void) => void;
	readonly fail: (reason: Error) => void;
	readonly patient: boolean;
}

/** One at a time, in the order they came. */
export class Turns {
	#taken = false;
	readonly #waiting: Waiting[] = [];

	get isTaken(): boolean {
		return this.#taken;
	}

	/**
	 * Resolves with what ends the turn.
	 * @param patient  false for who would rather be told than wait out an absent database
	 */
	take(patient: boolean): Promise<() => void> {
		if (!this.#taken) {
			this.#taken = true;
			return Promise.resolve(this.#ender());
		}
		return new Promise((go, fail) => this.#waiting.push({ go, fail, patient }));
	}

	refuseImpatient(reason: Error): void {
		const impatient = this.#waiting.filter((waiting) => !waiting.patient);
		for (const waiting of impatient) {
			this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
			waiting.fail(reason);
		}
	}

	#ender(): () => void {
		let ended = false;
		return () => {
			if (ended) return;
			ended = true;
			const next = this.#waiting.shift();
			if (next) next.go(this.#ender());
			else this.#taken = false;
		};
	}
}
