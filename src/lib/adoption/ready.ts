/** What the minutes still lack before they can be put to the vote (AD9). No texts: the facts come in by the door. */

/** In the order in which it is best mended: what changes the words first. */
export const LACKS = [
	'empty',
	'conclusions',
	'corrections',
	'comments',
	'amendments',
	'leaves',
	'votes',
	'tasks',
	'clauses'
] as const;
export type Kind = (typeof LACKS)[number];

/** By kind: the things, in order, that are still to be done. */
export type Facts = Readonly<Record<Kind, readonly string[]>>;

export interface Lack {
	readonly kind: Kind;
	readonly things: readonly string[];
}

export function lacks(facts: Facts): Lack[] {
	return LACKS.flatMap((kind) => (facts[kind].length > 0 ? [{ kind, things: facts[kind] }] : []));
}

/** How many things are still to be done. */
export function left(found: readonly Lack[]): number {
	return found.reduce((sum, { things }) => sum + things.length, 0);
}
