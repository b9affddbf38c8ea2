import { createContext } from 'svelte';

/** The words that slides draw: on a screen what the hall may read, in a preview what it has or would have. */
export interface HallTexts {
	text(document: string, block: string): string;
	/** The first line of an item's words in the agenda. */
	title(item: string): string;
}

export function hallTexts(text: HallTexts['text']): HallTexts {
	return { text, title: (item) => text('agenda', item).split('\n', 1)[0] ?? '' };
}

export const [getHallTexts, setHallTexts] = createContext<HallTexts>();
