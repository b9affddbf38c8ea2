/**
 * The gate: bytes in, verdict out, cheapest question first. An update is taken whole or refused whole. It
 * trusts nothing but the document and what the batch has taken so far, and changes neither on refusal.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { schema } from '../../src/lib/documents/schema.ts';
import type { PersonId } from '../../src/lib/kernel/decider.ts';
import { attributeOf, Horizon, ROOT, type Container, type Element, type Place } from './horizon.ts';
import type { Limits } from './limits.ts';
import { read, Refused, type Deletion, type Id, type Reading, type Struct, type Unfit } from './reading.ts';

export interface Frame {
	readonly person: PersonId;
	readonly update: Uint8Array;
	readonly isStep2: boolean;
}

/** What the gate must know of the meeting and the document. */
export interface Premises {
	/** Whose a Yjs client id is, for ever (P3). */
	owner(client: number): PersonId | undefined;
	/** Whether words may hang on a root of this name. */
	hasBlock(name: string): boolean;
	/** Who wrote a note, where the facts know it. */
	noteAuthor(note: string): PersonId | undefined;
	/** Whether the document does not have this client id yet, and how many more it may take. */
	isNew(client: number): boolean;
	readonly clientsLeft: number;
	/** Whether there is room for more words; deletions always pass. */
	readonly hasRoom: boolean;
	readonly limits: Pick<Limits, 'structs' | 'deletions' | 'attribute' | 'clientsInUpdate' | 'clientsInStep2'>;
}

export type Verdict =
	/** `clients` that it adds to, and clients of this batch that it builds on. */
	| {
			readonly is: 'taken';
			readonly update: Uint8Array;
			readonly clients: readonly number[];
			readonly needs: readonly number[];
	  }
	/** Nothing in it that is not committed, or of this batch, already. */
	| { readonly is: 'known' }
	/** It builds on what nobody here has seen: to be asked for with step 1. */
	| { readonly is: 'missing' }
	| { readonly is: 'refused'; readonly why: Unfit };

/** What the schema allows below a block: its elements, their attributes, and which of them hold text. */
const FORMS = new Map(
	Object.values(schema.nodes)
		.filter((type) => type.isBlock && type !== schema.topNodeType)
		.map((type) => [
			type.name,
			{ attributes: Object.keys(type.spec.attrs ?? {}), holdsText: type.inlineContent }
		])
);

const MISSING: Verdict = { is: 'missing' };

export function judge(frame: Frame, horizon: Horizon, premises: Premises): Verdict {
	horizon.mark();
	try {
		const { limits } = premises;
		const clients = frame.isStep2 ? limits.clientsInStep2 : limits.clientsInUpdate;
		const reading = read(frame.update, clients, limits);
		const verdict = new Passage(frame, horizon, premises).of(reading);
		if (verdict.is !== 'taken') horizon.rewind();
		return verdict;
	} catch (error) {
		horizon.rewind();
		const why = error instanceof Refused ? error.why : 'malformed';
		// A stock client with a local store sends all of it as one update; as a step 2 it sends what we lack.
		if (!frame.isStep2 && why.startsWith('too-many')) return MISSING;
		return { is: 'refused', why };
	}
}

class Passage {
	readonly #frame: Frame;
	readonly #horizon: Horizon;
	readonly #premises: Premises;
	readonly #needs = new Set<number>();
	readonly #attributes: { element: Element; name: string; value: string }[] = [];
	#overlaps = false;

	constructor(frame: Frame, horizon: Horizon, premises: Premises) {
		this.#frame = frame;
		this.#horizon = horizon;
		this.#premises = premises;
	}

	of({ sections, deletions }: Reading): Verdict {
		const horizon = this.#horizon;
		const ends = new Map<number, number>();
		const fresh = sections.map((section) => {
			const client = section[0]?.client ?? 0;
			ends.set(client, horizon.end(client));
			if (horizon.adds(client)) this.#needs.add(client);
			return this.#unknown(section, horizon.end(client));
		});
		const news = fresh.filter((section) => section.length > 0);
		this.#checkClients(news.map((section) => section[0]?.client ?? 0));
		if (!this.#placeAll(news) || !deletions.every((deletion) => this.#reaches(deletion))) return MISSING;
		if (news.length === 0 && deletions.every((deletion) => horizon.isDeleted(deletion, deletion.length)))
			return { is: 'known' };
		if (news.length > 0 && !this.#premises.hasRoom) throw new Refused('document-full');
		this.#checkAuthors();
		for (const { element, name, value } of this.#attributes) element.set.set(name, value);
		return {
			is: 'taken',
			update: this.#overlaps ? Y.diffUpdate(this.#frame.update, stateVector(ends)) : this.#frame.update,
			clients: news.map((section) => section[0]?.client ?? 0),
			needs: [...this.#needs]
		};
	}

	/** What of a section lies beyond our clock; whatever lies below is ignored, whoever wrote it. */
	#unknown(section: readonly Struct[], end: number): readonly Struct[] {
		const first = section.findIndex((struct) => struct.clock + struct.length > end && struct.kind !== 'skip');
		if (first !== 0) this.#overlaps = true;
		if (first === -1)
			return section.some((struct) => struct.clock + struct.length > end) ? section.slice(-1) : [];
		const head = section[first];
		if (!head || head.clock >= end) return section.slice(first);
		this.#overlaps = true;
		return [beyond(head, end), ...section.slice(first + 1)];
	}

	#checkClients(clients: readonly number[]): void {
		let left = this.#premises.clientsLeft;
		for (const client of clients) {
			const owner = this.#premises.owner(client);
			if (owner !== undefined && owner !== this.#frame.person) throw new Refused('foreign-client');
			if (this.#premises.isNew(client) && --left < 0) throw new Refused('document-full');
		}
	}

	/**
	 * In the order in which Yjs will integrate them: each once all it refers to is there. Where none can go
	 * on, something is missing, or refers in a circle, which Yjs would keep for ever.
	 */
	#placeAll(sections: readonly (readonly Struct[])[]): boolean {
		const next = sections.map(() => 0);
		for (let moved = true; moved;) {
			moved = false;
			for (const [index, section] of sections.entries()) {
				for (
					let struct = section[next[index] ?? 0];
					struct && this.#isReady(struct);
					struct = section[next[index] ?? 0]
				) {
					this.#place(struct);
					next[index] = (next[index] ?? 0) + 1;
					moved = true;
				}
			}
		}
		return sections.every((section, index) => next[index] === section.length);
	}

	#isReady(struct: Struct): boolean {
		if (struct.kind === 'skip' || struct.clock !== this.#horizon.end(struct.client)) return false;
		return [struct.origin, struct.rightOrigin, struct.parent].every(
			(id) => id === null || id.clock < this.#horizon.end(id.client)
		);
	}

	#place(struct: Struct): void {
		const { within, key } = this.#placeOf(struct);
		if (!fits(struct, within, key, (name) => this.#premises.hasBlock(name)))
			throw new Refused(struct.root === null ? 'place' : 'root');
		if (struct.kind === 'attribute' && within.is === 'element' && key !== null) {
			for (const value of struct.words) this.#attributes.push({ element: within, name: key, value });
		}
		this.#horizon.add(struct, within, key);
	}

	#placeOf(struct: Struct): Pick<Place, 'within' | 'key'> {
		if (struct.kind === 'gone') return { within: { is: 'gone' }, key: null };
		if (struct.root !== null) return { within: ROOT, key: struct.key };
		if (struct.parent !== null)
			return { within: this.#look(struct.parent).self ?? refuse('place'), key: struct.key };
		const left = struct.origin && this.#look(struct.origin);
		const right = struct.rightOrigin && this.#look(struct.rightOrigin);
		const place = left ?? right ?? refuse('malformed');
		if (left && right && !isBeside(left, right)) throw new Refused('place');
		return place;
	}

	#look(id: Id): Place {
		if (this.#horizon.adds(id.client)) this.#needs.add(id.client);
		return this.#horizon.find(id);
	}

	#reaches({ client, clock, length }: Deletion): boolean {
		if (length === 0) throw new Refused('malformed');
		if (this.#horizon.adds(client)) this.#needs.add(client);
		return clock + length <= this.#horizon.end(client);
	}

	/** Nobody writes a note in another's name: not a new one, nor by taking over one that the facts know. */
	#checkAuthors(): void {
		const touched = new Set(
			this.#attributes.filter(({ element }) => element.name === 'note').map(({ element }) => element)
		);
		for (const element of touched) {
			const set = (name: string) =>
				this.#attributes.filter((attribute) => attribute.element === element && attribute.name === name);
			const note = set('id').at(-1)?.value ?? attributeOf(element, 'id') ?? '';
			const known = this.#premises.noteAuthor(note);
			const authors = set('author').map(({ value }) => value);
			const author = authors.at(-1) ?? attributeOf(element, 'author') ?? '';
			if (authors.some((named) => named !== (known ?? this.#frame.person) && named !== ''))
				throw new Refused('author');
			if (known !== undefined && author !== '' && author !== known) throw new Refused('author');
		}
	}
}

function refuse(why: Unfit): never {
	throw new Refused(why);
}

function isBeside(left: Place, right: Place): boolean {
	if (left.within.is === 'gone' || right.within.is === 'gone') return true;
	return left.within.is === right.within.is && left.key === right.key;
}

function fits(
	struct: Struct,
	within: Container,
	key: string | null,
	hasBlock: (name: string) => boolean
): boolean {
	if (struct.root !== null && !hasBlock(struct.root)) return false;
	if (struct.kind === 'gone' || within.is === 'gone') return true;
	if (key !== null) return within.is === 'element' && isAttribute(struct, within.name, key);
	if (struct.kind === 'deleted') return within.is !== 'element' || holdsText(within.name);
	switch (within.is) {
		case 'root':
			return struct.kind === 'element' && FORMS.has(struct.words[0] ?? '');
		case 'element':
			return struct.kind === 'text' && holdsText(within.name);
		case 'text':
			return (
				struct.kind === 'string' ||
				(struct.kind === 'format' && Object.hasOwn(schema.marks, struct.words[0] ?? ''))
			);
	}
}

function holdsText(element: string): boolean {
	return FORMS.get(element)?.holdsText ?? false;
}

function isAttribute(struct: Struct, element: string, key: string): boolean {
	const known = FORMS.get(element)?.attributes.includes(key) ?? false;
	return known && (struct.kind === 'attribute' || struct.kind === 'deleted');
}

/** The part of a struct from a clock on: it hangs on its own first part. */
function beyond(struct: Struct, clock: number): Struct {
	const length = struct.clock + struct.length - clock;
	const origin = { client: struct.client, clock: clock - 1 };
	return {
		...struct,
		clock,
		length,
		origin: struct.kind === 'gone' ? null : origin,
		root: null,
		parent: null,
		key: null
	};
}

function stateVector(ends: ReadonlyMap<number, number>): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, ends.size);
	for (const [client, end] of ends) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, end);
	}
	return encoding.toUint8Array(encoder);
}
