import * as Y from 'yjs';

/** Words that were written here and never became part of the text. */
export interface Unreceived {
	readonly block: string;
	readonly text: string;
}

/** What of a document is known to be committed: per client id, the next clock. */
export class Committed {
	#clocks = new Map<number, number>();

	raise(client: number, clock: number): void {
		if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock);
	}

	/** All that an update from the server brings. */
	received(update: Uint8Array): void {
		for (const [client, clock] of Y.parseUpdateMeta(update).to) this.raise(client, clock);
	}

	has(client: number, clock: number): boolean {
		return clock < (this.#clocks.get(client) ?? 0);
	}
}

/** The words of a document that are not committed, block by block, in the order in which they were written. */
export function unreceived(doc: Y.Doc, committed: Committed): Unreceived[] {
	const found = new Map<string, { text: string; parent: Y.AbstractType<unknown> | null }>();
	for (const [client, structs] of doc.store.clients) {
		for (const struct of structs) {
			if (!(struct instanceof Y.Item) || committed.has(client, struct.id.clock + struct.length - 1)) continue;
			const text = wordsOf(struct, client, committed);
			const block = blockOf(doc, struct);
			if (text === '' || block === null) continue;
			const parent = struct.parent instanceof Y.AbstractType ? struct.parent : null;
			const before = found.get(block);
			const joined =
				before === undefined
					? text
					: before.parent === parent
						? before.text + text
						: `${before.text}\n${text}`;
			found.set(block, { text: joined, parent });
		}
	}
	return [...found].map(([block, { text }]) => ({ block, text }));
}

function wordsOf(item: Y.Item, client: number, committed: Committed): string {
	if (item.deleted || !(item.content instanceof Y.ContentString)) return '';
	const { str } = item.content;
	let from = 0;
	while (from < str.length && committed.has(client, item.id.clock + from)) from += 1;
	return str.slice(from);
}

/** The name of the root that an item lies under. */
function blockOf(doc: Y.Doc, item: Y.Item): string | null {
	let type: unknown = item.parent;
	while (type instanceof Y.AbstractType && type._item !== null) type = type._item.parent;
	for (const [name, root] of doc.share) if (root === type) return name;
	return null;
}
