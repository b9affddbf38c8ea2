import type { Event, Numbered } from './contract.ts';

/** What each paper that has a number is called by. */
export type Numbers = Readonly<Partial<Record<Numbered, string>>>;

export const initial: Numbers = {};

export function evolve(numbers: Numbers, { paper, words }: Event): Numbers {
	return { ...numbers, [paper]: words };
}
