import type { Written } from '../documents/woven.ts';
import type { TextOfBlock } from './contract.ts';
import type { readingOf } from './reading.ts';
import type { Meeting } from './state.ts';

/** By document, by block. */
export type Texts = Readonly<Record<string, Readonly<Record<string, Written>>>>;

interface Start {
	/** For a screen the words that it may show, for people the newest. */
	readonly texts: Texts;
	/** By document: the `seq` that these words are of. */
	readonly textSeqs: Readonly<Record<string, number>>;
	/** The screen of the hall that looks; null for people. */
	readonly screen: string | null;
}

/** The words of a meeting's texts as a page has them, and at the desk also those that the hall has. */
export class RoomTexts {
	#texts: Texts;
	#onWall: Texts = $state.raw({});
	readonly #seqs: Record<string, number>;
	#readingOf: typeof readingOf | null = $state.raw(null);
	#isFetching = false;
	readonly #isScreen: boolean;
	readonly #meeting: () => Meeting;

	constructor({ texts, textSeqs, screen }: Start, meeting: () => Meeting) {
		this.#texts = $state.raw(texts);
		this.#seqs = { ...textSeqs };
		this.#isScreen = screen !== null;
		this.#meeting = meeting;
	}

	/** By text: the committed batch whose words this page has. */
	get seqs(): Readonly<Record<string, number>> {
		return this.#seqs;
	}

	/** What people typed. */
	typed(document: string, block: string): string {
		return this.#texts[document]?.[block]?.text ?? '';
	}

	/** A block as it is read, with what the facts in it say now. */
	reads(document: string, block: string): string {
		return this.#read(this.#texts[document]?.[block]);
	}

	/** The words that the screens of the hall have: on a screen its own, at the desk what is told of them. */
	onWall(document: string, block: string): string {
		return this.#read(this.#inHall(document, block));
	}

	/** Those of them that people typed. */
	typedOnWall(document: string, block: string): string {
		return this.#inHall(document, block)?.text ?? '';
	}

	take({ document, seq, block, text, facts, onWall }: TextOfBlock): void {
		const written = { text, facts };
		if (onWall) {
			this.#onWall = withBlock(this.#onWall, document, block, written);
			return;
		}
		this.#seqs[document] = Math.max(seq, this.#seqs[document] ?? 0);
		this.#texts = withBlock(this.#texts, document, block, written);
	}

	#inHall(document: string, block: string): Written | undefined {
		return (this.#isScreen ? this.#texts : this.#onWall)[document]?.[block];
	}

	/** The words of facts are fetched when a text that holds one is first shown; until then its own stand alone. */
	#read(written: Written | undefined): string {
		if (!written?.facts) return written?.text ?? '';
		if (this.#readingOf) return this.#readingOf(this.#meeting(), written);
		void this.#fetchFactWords();
		return written.text;
	}

	async #fetchFactWords(): Promise<void> {
		if (import.meta.env.SSR || this.#isFetching) return;
		this.#isFetching = true;
		try {
			this.#readingOf = (await import('./reading.ts')).readingOf;
		} catch {
			// No link: asked for again with the next change that arrives.
			this.#isFetching = false;
		}
	}
}

function withBlock(texts: Texts, document: string, block: string, written: Written): Texts {
	return { ...texts, [document]: { ...texts[document], [block]: written } };
}
