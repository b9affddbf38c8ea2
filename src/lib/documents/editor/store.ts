/** Where a document's words are kept on this device: one database per person, meeting, document and generation. */
import { IndexeddbPersistence, clearDocument } from 'y-indexeddb';
import type * as Y from 'yjs';

const PREFIX = 'hoi-truong:document:';
const NAMES = 'hoi-truong:documents';
/** A browser that refuses to store must not keep anybody from writing. */
const PATIENCE = 2_000;

export interface StoreName {
	readonly person: string;
	readonly meeting: string;
	readonly document: string;
	readonly generation: string;
}

export class Store {
	#persistence: IndexeddbPersistence;
	readonly name: string;

	constructor({ person, meeting, document, generation }: StoreName, doc: Y.Doc) {
		this.name = PREFIX + [person, meeting, document, generation].join('/');
		remember(this.name);
		this.#persistence = new IndexeddbPersistence(this.name, doc);
	}

	/** Resolves when what was kept is in the document, or when the browser does not answer. */
	async loaded(): Promise<void> {
		await Promise.race([
			this.#persistence.whenSynced,
			new Promise((resolve) => setTimeout(resolve, PATIENCE))
		]);
	}

	/** Whether a change was only read back from here. */
	isOrigin(origin: unknown): boolean {
		return origin === this.#persistence;
	}

	async close(): Promise<void> {
		await this.#persistence.destroy();
	}

	async clear(): Promise<void> {
		await this.#persistence.clearData();
		forget([this.name]);
	}
}

/** At sign-out: nothing of any text stays on a device that somebody else may use next. */
export async function clearAllDocuments(): Promise<void> {
	const kept = names();
	await Promise.allSettled(kept.map((name) => clearDocument(name)));
	forget(kept);
}

// `indexedDB.databases()` is younger than some phones that must be cleared, so the names are kept beside it.
function names(): string[] {
	try {
		const found: unknown = JSON.parse(localStorage.getItem(NAMES) ?? '[]');
		return Array.isArray(found)
			? found.filter((name) => typeof name === 'string' && name.startsWith(PREFIX))
			: [];
	} catch {
		// A list that somebody spoilt is as good as none.
		return [];
	}
}

function remember(name: string): void {
	write([...new Set([...names(), name])]);
}

function forget(gone: readonly string[]): void {
	write(names().filter((name) => !gone.includes(name)));
}

function write(list: readonly string[]): void {
	try {
		localStorage.setItem(NAMES, JSON.stringify(list));
	} catch {
		// No room or no permission: then nothing is kept in the databases either.
	}
}
