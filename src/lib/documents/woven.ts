/** Where a fact stands in the words of a block, which hold none of it. */
export interface FactPlace {
	/** How many characters (UTF-16) of the block's words stand before it. */
	readonly at: number;
	readonly kind: string;
	readonly ref: string;
}

/** The words of a block as the server tells them. */
export interface Written {
	readonly text: string;
	/** Where facts stand among them; absent where there are none. */
	readonly facts?: readonly FactPlace[] | undefined;
}

/**
 * A block as it is read: its own words with those of the facts between them, each a line of its own.
 * @param words  of one fact; empty for one that says nothing (yet)
 */
export function woven(
	text: string,
	places: readonly FactPlace[],
	words: (kind: string, ref: string) => string
): string {
	let from = 0;
	const lines = places.flatMap(({ at, kind, ref }) => {
		const before = text.slice(from, at);
		from = at;
		return [before, words(kind, ref)];
	});
	return [...lines, text.slice(from)]
		.map((part) => part.replace(/^\n/, ''))
		.filter((part) => part !== '')
		.join('\n');
}
