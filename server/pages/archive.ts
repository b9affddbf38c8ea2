/** What the page of records is asked for, and by whom. */
import type { Setup } from '../../src/lib/meeting/contract.ts';
import { clean } from '../../src/lib/kernel/text.ts';
import { overdueIn, type Overdue } from '../archive/retention.ts';
import type { Reader, Wanted } from '../archive/search.ts';
import type { Principal } from '../auth/auth.ts';
import type { Database } from '../db/client.ts';
import { cellRights } from '../people/cell-rights.ts';
import { placeOf } from '../people/directory.ts';
import { committeeOf } from '../publication/publish.ts';

export async function readerFor(db: Database, principal: Principal): Promise<Reader> {
	const { person, account, kind } = principal;
	if (kind === 'wall') return { cell: null, ids: [], committee: null };
	const place = await placeOf(db, principal);
	const rights = cellRights(principal, place, place?.cell ?? '');
	const cell = place && rights.content ? place.cell : null;
	return {
		cell,
		ids: person === null ? [account] : [person, account],
		committee: cell === null ? null : await committeeOf(db, cell)
	};
}

/** For the owner of a cell's records (AV7). */
export async function overdueFor(
	app: { readonly db: Database; readonly clock: () => number },
	principal: Principal
): Promise<Overdue[]> {
	const place = await placeOf(app.db, principal);
	if (!place || !cellRights(principal, place, place.cell).records) return [];
	return overdueIn(app, place.cell);
}

const TYPES: readonly Setup['type'][] = ['regular', 'thematic', 'combined'];
const MOST_LETTERS = 200;
const LAST_PAGE = 999;

/** What is not understood narrows nothing down: an address may have been typed, or be old. */
export function wantedIn(asked: URLSearchParams): Wanted {
	const said = (name: string) => clean(asked.get(name) ?? '').slice(0, MOST_LETTERS);
	const matching = (name: string, form: RegExp) => (form.test(said(name)) ? said(name) : null);
	return {
		words: said('q'),
		models: said('from') === 'models',
		inTitle: said('in') === 'title',
		cell: matching('cell', /^[\w-]{1,64}$/),
		month: matching('month', /^\d{4}-(0[1-9]|1[0-2])$/),
		type: TYPES.find((type) => type === said('type')) ?? null,
		model: said('type') === 'model',
		page: Math.min(LAST_PAGE, Number(matching('page', /^\d{1,3}$/) ?? 0))
	};
}
