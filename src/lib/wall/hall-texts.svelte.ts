import { createContext } from 'svelte';

/** The words that slides draw: on a screen what the hall may read, in a preview what it has or would have. */
export interface HallTexts {
	/** As it is read, with what its facts say. */
	text(document: string, block: string): string;
	/** What people typed alone: the slide of an item says its facts itself, and needs no words for them. */
	typed(document: string, block: string): string;
	/** The first line of an item's words in the agenda. */
	title(item: string): string;
}

export function hallTexts(text: HallTexts['text'], typed: HallTexts['typed']): HallTexts {
	return { text, typed, title: (item) => typed('agenda', item).split('\n', 1)[0] ?? '' };
}

export const [getHallTexts, setHallTexts] = createContext<HallTexts>();
