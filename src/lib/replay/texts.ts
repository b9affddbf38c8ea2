import type { AnyDocument } from '../access/contract.ts';
import type { Written } from '../documents/woven.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Replay, TextHistory } from './contract.ts';
import { stepInHall, type HallFacts } from './hall.ts';
import { countAt, reached } from './moments.ts';
import { authorAt } from './sentences.ts';
import { changesIn, standingAt, writtenOf, type Standing } from './text.ts';

interface Text {
	readonly history: TextHistory;
	/** When each step had been committed. */
	readonly times: readonly Instant[];
	/** By block. */
	readonly changes: ReadonlyMap<string, readonly number[]>;
	/** How blocks stood when they were asked for last, for panes and for screens, which may lag behind. */
	readonly now: Known;
	readonly inHall: Known;
}

/** By block: its elements, and after which of its changes. */
type Known = Map<string, { readonly change: number; readonly elements: readonly Standing[] }>;

/** The last step of a text so far. */
export interface Latest {
	readonly at: Instant;
	readonly person: PersonId | null;
	readonly block: string | null;
}

/** The texts of a meeting at any instant; what is asked again and again is kept until it changes. */
export class Texts {
	readonly #texts: ReadonlyMap<string, Text>;

	constructor(texts: Replay['texts']) {
		this.#texts = new Map(Object.entries(texts).map(([name, history]) => [name, asked(history)]));
	}

	/** Absent for a text that the reader may not read. */
	history(document: AnyDocument): TextHistory | undefined {
		return this.#texts.get(document)?.history;
	}

	/** The same list until the block changes. */
	elements(document: AnyDocument, block: string, at: Instant): readonly Standing[] {
		const text = this.#texts.get(document);
		return text ? standing(text, text.now, block, countAt(text.times, at)) : [];
	}

	/** As it ended. */
	last(document: AnyDocument, block: string): Written {
		const text = this.#texts.get(document);
		return writtenOf(text ? standingAt(text.history, block, text.times.length) : []);
	}

	/** Null before the first letter. */
	latest(document: AnyDocument, at: Instant): Latest | null {
		const text = this.#texts.get(document);
		const step = countAt(text?.times ?? [], at);
		if (!text || step === 0) return null;
		const block = [...text.changes].find(([, changes]) => changes[countAt(changes, step) - 1] === step);
		return { at: text.times[step - 1] ?? 0, person: authorAt(text.history, step), block: block?.[0] ?? null };
	}

	/** What the screens of the hall had of it (RP6). @param publishedSeq  of the batch that was published last */
	inHall(
		document: AnyDocument,
		block: string,
		at: Instant,
		{ publishedSeq, ...facts }: Omit<HallFacts, 'published'> & { readonly publishedSeq: number }
	): Written {
		const text = this.#texts.get(document);
		if (!text) return { text: '' };
		const course = {
			times: text.times,
			changes: text.changes.get(block) ?? [],
			text: (step: number) => writtenOf(standingAt(text.history, block, step)).text
		};
		const published = countAt(text.history.seqs, publishedSeq);
		return writtenOf(standing(text, text.inHall, block, stepInHall(course, at, { ...facts, published })));
	}
}

function standing(
	{ history, changes }: Text,
	known: Known,
	block: string,
	step: number
): readonly Standing[] {
	const change = countAt(changes.get(block) ?? [], step);
	const found = known.get(block);
	if (found?.change === change) return found.elements;
	const elements = standingAt(history, block, step);
	known.set(block, { change, elements });
	return elements;
}

function asked(history: TextHistory): Text {
	const blocks = Object.keys(history.blocks);
	return {
		history,
		times: reached(history.ats),
		changes: new Map(blocks.map((block) => [block, changesIn(history, block)])),
		now: new Map(),
		inHall: new Map()
	};
}
