import * as Y from 'yjs';
import type { DocumentId, StoredDocument } from '../log/port.ts';
import type { World } from './world.ts';

/**
 * Compacts as it goes: a snapshot now and then, so that loading is one state and few batches. The updates
 * before it are kept; a snapshot that could not be saved is only missing.
 */
export class Snapshots {
	readonly #id: DocumentId;
	readonly #doc: Y.Doc;
	readonly #world: Pick<World, 'log' | 'limits' | 'report'>;
	#size: number;
	#bytes = 0;
	#batches = 0;
	#isSaving = false;

	constructor(
		id: DocumentId,
		doc: Y.Doc,
		stored: StoredDocument,
		world: Pick<World, 'log' | 'limits' | 'report'>
	) {
		this.#id = id;
		this.#doc = doc;
		this.#world = world;
		this.#size = stored.snapshot?.state.length ?? 0;
		this.#batches = stored.batches.length;
		for (const { parts } of stored.batches) for (const { update } of parts) this.#bytes += update.length;
	}

	/** What the document takes at most, in bytes of its encoded state. */
	get size(): number {
		return this.#size + this.#bytes;
	}

	/** After a batch is applied: `seq` is the document's. */
	committed(seq: number, bytes: number): void {
		const { snapshotBatches, snapshotBytes } = this.#world.limits;
		this.#bytes += bytes;
		this.#batches += 1;
		const isDue = this.#batches >= snapshotBatches || this.#bytes >= Math.max(snapshotBytes, this.#size / 2);
		if (isDue && !this.#isSaving) void this.save(seq);
	}

	async save(seq: number): Promise<void> {
		if (this.#batches === 0 || this.#isSaving) return;
		const state = Y.encodeStateAsUpdate(this.#doc);
		this.#isSaving = true;
		this.#size = state.length;
		this.#bytes = 0;
		this.#batches = 0;
		try {
			await this.#world.log.saveSnapshot(this.#id, seq, state);
		} catch {
			this.#batches += 1; // tried again with the next one; the updates are all there
			this.#world.report('snapshot-not-saved', { document: this.#id, seq });
		} finally {
			this.#isSaving = false;
		}
	}
}
