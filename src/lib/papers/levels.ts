import type { Level } from './contract.ts';
import type { Paper, Papers } from './papers.ts';

/** From the centre down (S2-4). */
const LEVELS: readonly Level[] = ['central', 'province', 'sector', 'grassroots', 'cell'];
/** Every meeting brings something of each: an empty one is worth saying. The cell's own papers it may do without. */
const EXPECTED: ReadonlySet<Level | null> = new Set(['central', 'province', 'sector', 'grassroots']);

export interface Shelf {
	/** Null for papers that do not say who issued them. */
	readonly level: Level | null;
	/** Those whose title the reader may know. */
	readonly papers: Papers;
	readonly isEmpty: boolean;
}

/** The papers by who issued them, the empty levels among them (PA6). */
export function byLevel(papers: Papers): Shelf[] {
	const shelves = [...LEVELS, null].map((level) => {
		const all = papers.filter((paper) => paper.level === level);
		return { level, papers: all.filter(isKnown), isEmpty: all.length === 0 };
	});
	return shelves.filter(({ level, papers: known, isEmpty }) =>
		isEmpty ? EXPECTED.has(level) : known.length > 0
	);
}

/** Of a paper that is not for them, observers have no title (PA2). */
function isKnown({ title }: Paper): boolean {
	return title !== '';
}
