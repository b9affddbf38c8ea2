import type { PersonId } from '../../src/lib/kernel/decider.ts';

/** Whose each Yjs client id of a document is, for ever (P3). */
export class Owners {
	/** Appended with the words that named them. */
	readonly #kept: Map<number, PersonId>;
	/** Named by a cursor or a batch on its way, so that nobody else takes them meanwhile; oldest first. */
	readonly #named = new Map<number, PersonId>();
	readonly #most: number;

	constructor(clients: readonly { client: number; person: PersonId }[], most: number) {
		this.#kept = new Map(clients.map(({ client, person }) => [client, person]));
		this.#most = most;
	}

	get count(): number {
		return this.#kept.size;
	}

	get left(): number {
		return this.#most - this.#kept.size;
	}

	of(client: number): PersonId | undefined {
		return this.#kept.get(client) ?? this.#named.get(client);
	}

	isKept(client: number): boolean {
		return this.#kept.has(client);
	}

	/** False where it is somebody else's. */
	claim(client: number, person: PersonId): boolean {
		const owner = this.of(client);
		if (owner !== undefined) return owner === person;
		this.#named.set(client, person);
		if (this.#named.size > this.#most) this.#named.delete(this.#named.keys().next().value ?? client);
		return true;
	}

	learn(clients: readonly { client: number; person: PersonId }[]): void {
		for (const { client, person } of clients) {
			this.#kept.set(client, person);
			this.#named.delete(client);
		}
	}
}
