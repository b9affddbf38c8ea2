import type { Item } from '../../src/lib/agenda/contract.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { Version } from '../../src/lib/standing/standing.ts';
import type { Database } from '../db/client.ts';
import { dayOf } from '../pages/local-time.ts';
import { standingOn } from '../standing/keep.ts';

interface Agenda {
	readonly items: Item[];
	/** By item. */
	readonly titles: Record<string, string>;
}

const MINUTES = 5;

/** The items that stand in every regular agenda of a cell on that day; a thematic meeting has its own (ST5). */
export async function standingItems(
	app: { readonly db: Database },
	cell: string,
	{ type, plannedStart }: Pick<Setup, 'type' | 'plannedStart'>
): Promise<Version[]> {
	if (type === 'thematic') return [];
	return (await standingOn(app, cell, dayOf(plannedStart))).filter(({ kind }) => kind === 'item');
}

/** Behind the other items of the content. */
export function withStanding({ items, titles }: Agenda, standing: readonly Version[]): Agenda {
	const made = standing.map(({ title, minutes }, index) => ({ id: `s${index + 1}`, title, minutes }));
	const last = items.findLastIndex(({ phase }) => phase === 'content') + 1;
	const added = made.map(({ id, minutes }): Item => ({
		id,
		code: null,
		phase: 'content',
		responsible: null,
		minutes: minutes ?? MINUTES,
		required: false,
		speakLimitSeconds: null
	}));
	return {
		items: [...items.slice(0, last), ...added, ...items.slice(last)],
		titles: { ...titles, ...Object.fromEntries(made.map(({ id, title }) => [id, title])) }
	};
}
