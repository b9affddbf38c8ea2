/** What is published of a record (S0-17): plain words, so that nothing can hide in them. */
import type { Instant } from '../kernel/decider.ts';

export interface Extract {
	readonly format: 'model/1';
	readonly meeting: string;
	readonly cell: { readonly id: string; readonly name: string; readonly upper: string };
	readonly type: 'regular' | 'thematic' | 'combined';
	/** `2026-11` */
	readonly month: string;
	readonly topic: string | null;
	readonly openedAt: Instant | null;
	readonly endedAt: Instant;
	/** Of the sealed record that it is taken from (PB6). */
	readonly seal: { readonly number: number; readonly hash: string; readonly at: Instant };
	readonly figures: {
		readonly present: number;
		readonly summoned: number;
		readonly ratePercent: number | null;
		readonly durationMinutes: number | null;
		readonly speakers: number;
		readonly turns: number;
	};
	/** Of the minutes, in order. */
	readonly sections: readonly Section[];
	readonly resolution: readonly Clause[];
	readonly comments: readonly Quoted[];
	/** How many of each are not in it. */
	readonly leftOut: {
		readonly closedParts: number;
		readonly items: number;
		readonly clauses: number;
		readonly comments: number;
		readonly names: number;
	};
}

export interface Section {
	readonly id: string;
	/** `3. Thảo luận`; empty where the section has none, or is left out. */
	readonly heading: string;
	/** Of an item: planned minutes, and the seconds that it took. */
	readonly minutes: number | null;
	readonly seconds: number | null;
	/** Null where the item is left out. */
	readonly paragraphs: readonly string[] | null;
}

export interface Clause {
	readonly id: string;
	/** `II.2.a` */
	readonly label: string;
	readonly paragraphs: readonly string[] | null;
}

export interface Quoted {
	readonly id: string;
	readonly name: string;
	/** The title of its item or the label of its clause; empty where it is on something else. */
	readonly about: string;
	readonly text: string;
}

/** All its words, piece by piece. */
export function textsIn({ topic, sections, resolution, comments }: Extract): string[] {
	const texts = [
		topic ?? '',
		...sections.flatMap(({ heading, paragraphs }) => [heading, ...(paragraphs ?? [])]),
		...resolution.flatMap(({ label, paragraphs }) => [label, ...(paragraphs ?? [])]),
		...comments.flatMap(({ name, about, text }) => [name, about, text])
	];
	return texts.filter((text) => text !== '');
}
