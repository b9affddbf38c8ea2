import type { Instant, ItemId, Logged, PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Conclusion {
	readonly text: string;
	readonly by: PersonId;
	readonly at: Instant;
}

/** By item (CN4). */
export type Conclusions = Readonly<Record<ItemId, Conclusion>>;

export const initial: Conclusions = {};

export function evolve(conclusions: Conclusions, { item, text, by, at }: Logged<Event>): Conclusions {
	return { ...conclusions, [item]: { text, by, at } };
}
