/** The minutes as they were adopted: kept word for word, with what came after them marked as such (AD3, AD4). */
import type { FactTable } from '../documents/fact-table.ts';
import type { BlockNode } from '../documents/html.ts';
import type { Instant, ItemId, PersonId } from '../kernel/decider.ts';

export interface Adopted {
	/** The question that adopted them. */
	readonly vote: string;
	/** When it passed. */
	readonly at: Instant;
	/** When it was put: the words are those of that moment. */
	readonly putAt: Instant;
	/** Of the document: committed batches, and the hash of its form (INV-5). */
	readonly version: { readonly seq: number; readonly sha256: string };
	readonly sections: readonly AdoptedSection[];
	/** Of `adoptedText`. */
	readonly sha256: string;
	readonly later: readonly Later[];
}

export interface AdoptedSection {
	readonly id: string;
	/** The number of its item; null for the opening and the closing. */
	readonly label: string | null;
	readonly title: string | null;
	/** With the words of the facts, each a line of its own. */
	readonly text: string;
	/** The same as it was laid out: paragraphs, notes, and facts with what they said. */
	readonly content: readonly AdoptedNode[];
}

export interface AdoptedNode extends BlockNode {
	/** Of a fact alone. */
	readonly said?: Said;
}

/** What a fact said at that moment. */
export interface Said {
	readonly words: string;
	/** Of a fact that is a table. */
	readonly table: FactTable | null;
	/** It had not come to its end, and stands as a place for what is known later. */
	readonly isPlace: boolean;
}

/** What entered the minutes after the question on them was put (AD2). */
export type Later =
	| {
			readonly kind: 'note';
			readonly at: Instant;
			readonly by: PersonId;
			readonly section: ItemId;
			readonly note: string;
	  }
	| { readonly kind: 'fact'; readonly section: ItemId; readonly fact: string; readonly ref: string }
	| {
			readonly kind: 'correction';
			readonly at: Instant;
			readonly by: PersonId;
			readonly note: string;
			readonly find: string;
			readonly replace: string;
			readonly reason: string | null;
	  };

/** What the hash of the adopted words is of: a line for each section, `id TAB text`, as it is for clauses. */
export function adoptedText(sections: readonly Pick<AdoptedSection, 'id' | 'text'>[]): string {
	return sections
		.map(({ id, text }) => `${id}\t${text}\n`)
		.join('')
		.normalize('NFC');
}

/** A place of a section: a fact or a note. */
export interface Place {
	readonly type: 'fact' | 'note';
	readonly id: string;
	/** Of a fact. */
	readonly kind: string;
}

/** The places that a section has now and had not before, in order. */
export function placesSince(before: readonly Place[], now: readonly Place[]): Place[] {
	const key = ({ type, kind, id }: Place) => `${type} ${kind} ${id}`;
	const known = new Set(before.map(key));
	return now.filter((place) => !known.has(key(place)));
}
