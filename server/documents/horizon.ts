/**
 * What is known of a document while a batch is put together: what is committed (the Yjs document) and, on
 * top of it, what the frames of this batch add. Nothing is applied before it is on disk, so a refused batch
 * leaves nothing to undo.
 */
import * as Y from 'yjs';
import type { Id, Struct } from './reading.ts';

/** What can hold other structs. A `gone` one was deleted and collected: whatever is put there is collected too. */
export type Container = { readonly is: 'root' | 'text' | 'gone' } | Element;

export interface Element {
	readonly is: 'element';
	readonly name: string;
	/** Null while the element itself is part of the batch. */
	readonly type: Y.XmlElement | null;
	/** Attributes set by this batch. */
	readonly set: Map<string, string>;
}

/** Where a struct stands, and what it is to those it holds. */
export interface Place {
	readonly within: Container;
	readonly key: string | null;
	readonly self: Container | null;
}

interface Placed extends Place {
	readonly clock: number;
	readonly length: number;
}

const GONE: Container = { is: 'gone' };
export const ROOT: Container = { is: 'root' };
const TEXT: Container = { is: 'text' };
const NOWHERE: Place = { within: GONE, key: null, self: GONE };

export class Horizon {
	readonly doc: Y.Doc;
	readonly #added = new Map<number, Placed[]>();
	readonly #elements = new Map<Y.XmlElement, Element>();
	#journal: Placed[][] = [];

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	/** The next clock of a client. */
	end(client: number): number {
		const last = this.#added.get(client)?.at(-1);
		return last ? last.clock + last.length : Y.getState(this.doc.store, client);
	}

	/** Whether this batch adds something under this client id. */
	adds(client: number): boolean {
		return (this.#added.get(client)?.length ?? 0) > 0;
	}

	/** @param id  below `end` */
	find(id: Id): Place {
		if (id.clock < Y.getState(this.doc.store, id.client)) return this.#committed(id);
		const placed = this.#added.get(id.client) ?? [];
		let low = 0;
		let high = placed.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((placed[middle]?.clock ?? Infinity) <= id.clock) low = middle;
			else high = middle - 1;
		}
		return placed[low] ?? NOWHERE;
	}

	add(struct: Struct, within: Container, key: string | null): void {
		let placed = this.#added.get(struct.client);
		if (!placed) this.#added.set(struct.client, (placed = []));
		placed.push({ clock: struct.clock, length: struct.length, within, key, self: selfOf(struct) });
		this.#journal.push(placed);
	}

	/** From here on `rewind` forgets. */
	mark(): void {
		this.#journal = [];
	}

	rewind(): void {
		for (const placed of this.#journal) placed.pop();
		this.#journal = [];
	}

	/** Whether all that a range names is committed and deleted already. */
	isDeleted({ client, clock }: Id, length: number): boolean {
		const structs = this.doc.store.clients.get(client);
		if (!structs || clock + length > Y.getState(this.doc.store, client)) return false;
		for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
			const struct = structs[index];
			if (!struct || struct.id.clock >= clock + length) return true;
			if (!struct.deleted) return false;
		}
		return true;
	}

	#committed(id: Id): Place {
		const structs = this.doc.store.clients.get(id.client) ?? [];
		const item = structs[Y.findIndexSS(structs, id.clock)];
		if (!(item instanceof Y.Item)) return NOWHERE;
		const { parent, content } = item;
		return {
			within: parent instanceof Y.AbstractType ? this.#container(parent) : GONE,
			key: item.parentSub,
			self:
				content instanceof Y.ContentType
					? this.#container(content.type)
					: content instanceof Y.ContentDeleted
						? GONE
						: null
		};
	}

	#container(type: Y.AbstractType<unknown>): Container {
		if (type._item === null) return ROOT;
		if (!(type instanceof Y.XmlElement)) return TEXT;
		let element = this.#elements.get(type);
		if (!element)
			this.#elements.set(type, (element = { is: 'element', name: type.nodeName, type, set: new Map() }));
		return element;
	}
}

function selfOf(struct: Struct): Container | null {
	switch (struct.kind) {
		case 'element':
			return { is: 'element', name: struct.words[0] ?? '', type: null, set: new Map() };
		case 'text':
			return TEXT;
		case 'gone':
		case 'deleted':
			return GONE;
		default:
			return null;
	}
}

/** As it stands, or as the batch sets it. */
export function attributeOf(element: Element, name: string): string | undefined {
	const value = element.set.get(name) ?? element.type?.getAttribute(name);
	return typeof value === 'string' ? value : undefined;
}
