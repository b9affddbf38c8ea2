import { createStore, del, entries, set } from 'idb-keyval';
import type { Command } from './contract.ts';

/** What was written offline and waits on this device, for one person in one meeting. */
export interface Kept {
	put(id: string, command: Command): Promise<void>;
	remove(id: string): Promise<void>;
	/** In the order of writing. */
	all(): Promise<{ id: string; command: Command }[]>;
}

interface Row {
	readonly id: string;
	readonly command: Command;
	readonly order: number;
}

export function kept(meeting: string, person: string): Kept {
	// Opened at first use, so that a page rendered on the server touches no database.
	let store: ReturnType<typeof createStore> | null = null;
	const open = () => (store ??= createStore(`outbox ${meeting} ${person}`, 'commands'));
	return {
		put: (id, command) => set(id, { id, command, order: Date.now() } satisfies Row, open()),
		remove: (id) => del(id, open()),
		async all() {
			const rows = await entries<string, Row>(open());
			return rows
				.map(([, row]) => row)
				.sort((a, b) => a.order - b.order)
				.map(({ id, command }) => ({ id, command }));
		}
	};
}
