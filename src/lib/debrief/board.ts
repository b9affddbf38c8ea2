/** The remarks of all observers, merged by category (DB8). */
export interface OnBoard {
	readonly category: string;
	readonly pole: 'strength' | 'limit' | 'suggestion';
	readonly at: number;
	readonly withdrawn: boolean;
}

export interface Column<Remark extends OnBoard> {
	readonly category: string;
	readonly remarks: readonly Remark[];
}

const ORDER = { strength: 0, limit: 1, suggestion: 2 } as const;

/**
 * What stands, by category: the known ones in their order, then the others as they were first named; strengths
 * before limits before suggestions, each in order of time.
 */
export function board<Remark extends OnBoard>(
	remarks: readonly Remark[],
	known: readonly string[]
): Column<Remark>[] {
	const standing = remarks.filter(({ withdrawn }) => !withdrawn);
	const named = new Set(standing.map(({ category }) => category));
	const categories = [
		...known.filter((category) => named.has(category)),
		...[...named].filter((category) => !known.includes(category))
	];
	return categories.map((category) => ({
		category,
		remarks: standing
			.filter((remark) => remark.category === category)
			.sort((a, b) => ORDER[a.pole] - ORDER[b.pole] || a.at - b.at)
	}));
}
