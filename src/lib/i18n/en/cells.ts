import type { Cells } from '../vi/cells.ts';

export const cells = {
	title: 'Cell',
	people: 'Members',
	name: 'Name of the cell',
	upper: 'Committee above it'
} satisfies Cells;
