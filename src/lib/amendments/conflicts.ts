import type { Amendment } from './amendments.ts';
import { takenIn, type Draft } from './draft.ts';

/** How two that are pending stand to each other: `first` can only go before `then`; `never` both (AM9). */
export type Clash =
	| { readonly is: 'never'; readonly a: string; readonly b: string }
	| { readonly is: 'ordered'; readonly first: string; readonly then: string };

export interface Conflicts {
	/** Those that do not fit the draft as it is, whatever else happens. */
	readonly stale: readonly string[];
	readonly clashes: readonly Clash[];
}

/** Among pending amendments of one draft. What does not fit by itself clashes with nothing: it is stale. */
export function conflicts(draft: Draft, pending: readonly Amendment[]): Conflicts {
	const stale = pending.filter((amendment) => !takenIn(draft, amendment)).map(({ id }) => id);
	const fresh = pending.filter(({ id }) => !stale.includes(id));
	const clashes = fresh.flatMap((a, index) =>
		fresh.slice(index + 1).flatMap((b) => (mayTouch(a, b) ? clash(draft, a, b) : []))
	);
	return { stale, clashes };
}

/** In the order of proposing, each that fits after those before it: the draft if the chair took in all that goes. */
export function withAll(draft: Draft, pending: readonly Amendment[]): { draft: Draft; taken: string[] } {
	const taken: string[] = [];
	let so = draft;
	for (const amendment of pending) {
		const next = takenIn(so, amendment);
		if (!next) continue;
		so = next;
		taken.push(amendment.id);
	}
	return { draft: so, taken };
}

function clash(draft: Draft, a: Amendment, b: Amendment): Clash[] {
	const ab = goes(draft, a, b);
	const ba = goes(draft, b, a);
	if (ab && ba) return [];
	if (ab) return [{ is: 'ordered', first: a.id, then: b.id }];
	if (ba) return [{ is: 'ordered', first: b.id, then: a.id }];
	return [{ is: 'never', a: a.id, b: b.id }];
}

function goes(draft: Draft, first: Amendment, then: Amendment): boolean {
	const after = takenIn(draft, first);
	return after !== null && takenIn(after, then) !== null;
}

/** Whether one can stand in the other's way at all: same clause, a new clause's place, the same new label. */
function mayTouch(a: Amendment, b: Amendment): boolean {
	const places = ({ change, label }: Amendment) =>
		change.kind === 'new-clause' ? [change.after, `label ${label}`] : [change.clause];
	const of = places(b);
	return places(a).some((place) => of.includes(place));
}

/** What the chair must know of one before acting on it. */
export type Warning =
	{ readonly is: 'stale' } | { readonly is: 'never' | 'after' | 'before'; readonly other: string };

export function warnings({ stale, clashes }: Conflicts, id: string): Warning[] {
	if (stale.includes(id)) return [{ is: 'stale' }];
	return clashes.flatMap((clash): Warning[] => {
		if (clash.is === 'never') {
			if (clash.a !== id && clash.b !== id) return [];
			return [{ is: 'never', other: clash.a === id ? clash.b : clash.a }];
		}
		if (clash.first === id) return [{ is: 'before', other: clash.then }];
		return clash.then === id ? [{ is: 'after', other: clash.first }] : [];
	});
}

/** An order in which all of them go, the given one if it does; null where none is found. */
export function orderOf(draft: Draft, chosen: readonly Amendment[]): readonly Amendment[] | null {
	const given = chosen.reduce<Draft | null>((so, each) => so && takenIn(so, each), draft);
	if (given) return chosen;
	for (const [index, first] of chosen.entries()) {
		const next = takenIn(draft, first);
		const rest = next && orderOf(next, [...chosen.slice(0, index), ...chosen.slice(index + 1)]);
		if (rest) return [first, ...rest];
	}
	return null;
}
