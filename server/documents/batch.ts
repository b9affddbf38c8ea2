import * as Y from 'yjs';
import type { Instant, PersonId } from '../../src/lib/kernel/decider.ts';
import type { Part } from '../log/port.ts';

export interface Piece {
	readonly author: PersonId;
	readonly update: Uint8Array;
	/** Client ids that it adds to. */
	readonly clients: readonly number[];
	/** Client ids of this batch that it builds on. */
	readonly needs: readonly number[];
}

/**
 * Pieces in order of arrival, gathered by author: one part each, unless people of one batch build on each
 * other's words; then an author gets another part, so that applying part after part always works.
 */
export class Gathering {
	readonly #parts: { author: PersonId; updates: Uint8Array[] }[] = [];
	readonly #partOfAuthor = new Map<PersonId, number>();
	readonly #partOfClient = new Map<number, number>();

	add({ author, update, clients, needs }: Piece): void {
		const earliest = Math.max(-1, ...needs.map((client) => this.#partOfClient.get(client) ?? -1));
		let index = this.#partOfAuthor.get(author) ?? -1;
		if (index === -1 || index < earliest) {
			index = this.#parts.push({ author, updates: [] }) - 1;
			this.#partOfAuthor.set(author, index);
		}
		this.#parts[index]?.updates.push(update);
		for (const client of clients) this.#partOfClient.set(client, index);
	}

	parts(at: Instant): Part[] {
		return this.#parts.map(({ author, updates }) => ({ author, at, update: merged(updates) }));
	}
}

export function merged(updates: readonly Uint8Array[]): Uint8Array {
	const [only] = updates;
	return updates.length === 1 && only ? only : Y.mergeUpdates([...updates]);
}

/** Whether two batches are the same bytes by the same people: how a commit whose answer was lost is found again. */
export function isSame(a: readonly Part[], b: readonly Part[]): boolean {
	return a.length === b.length && a.every((part, index) => isSamePart(part, b[index]));
}

function isSamePart(a: Part, b: Part | undefined): boolean {
	return b !== undefined && a.author === b.author && Buffer.compare(a.update, b.update) === 0;
}
