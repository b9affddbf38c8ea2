import { createContext } from 'svelte';
import type { Comment } from './contract.ts';

/** How the words read now that comments name: null where they are gone, absent while nobody has the text open. */
export type PassagesNow = Readonly<Record<string, string | null>>;

/** What the open text tells the comments beside it (CO9). */
export class Passages {
	#now: PassagesNow = $state.raw({});

	set(now: PassagesNow): void {
		this.#now = now;
	}

	of({ id }: Pick<Comment, 'id'>): string | null | undefined {
		return this.#now[id];
	}
}

export const [getPassages, setPassages] = createContext<Passages>();
