/** What the room proposes for an item, from what it knows about it (SC9-SC11). */
import type { Criterion, Fact, Limit } from './contract.ts';
import { halfUp } from './judge.ts';

/** A fraction of whole numbers: `[22, 24]`. */
export type Share = readonly [part: number, whole: number];

/** What the room knows of one fact. */
export interface Finding {
	/** `later`: cannot be known yet. `unknown`: the room never knows; people do. */
	readonly state: 'met' | 'part' | 'unmet' | 'later' | 'unknown';
	/** How much of it there is, where that can be said in numbers. */
	readonly share: Share | null;
	/** What that is worth, where it is worth more than itself. */
	readonly worth?: Share;
	/** Minutes that are missing, of a time that is asked for. */
	readonly minutesShort?: number;
	/** What the words beside it say. */
	readonly figures: readonly number[];
}

export type Findings = Readonly<Record<Fact, Finding>>;

export interface Proposal {
	/** Null where people must judge. */
	readonly points: number | null;
	readonly isProvisional: boolean;
}

export function propose(criterion: Criterion, findings: Findings): Proposal {
	const { maxPoints, options, evidence } = criterion;
	const found = evidence.map((fact) => findings[fact]);
	const isProvisional = found.some(({ state }) => state === 'later');
	if (maxPoints === null || found.length === 0 || found.some(({ state }) => state === 'unknown'))
		return { points: null, isProvisional };
	const points = options.length > 0 ? chosen(criterion, found) : inProportion(maxPoints, found);
	return { points, isProvisional };
}

/** Each finding counts alike. */
function inProportion(maxPoints: number, found: readonly Finding[]): number {
	const [part, whole] = found.map(shareOf).reduce(([a, b], [c, d]) => [a * d + c * b, b * d], [0, 1]);
	return halfUp(Math.round(maxPoints * 10) * part, whole * found.length);
}

function shareOf({ state, share, worth }: Finding): Share {
	if (state === 'met' || state === 'later') return [1, 1];
	return (state === 'part' ? (worth ?? share) : null) ?? [0, 1];
}

/** The first finding is measured; any other that does not hold leaves only the last option. */
function chosen({ options }: Criterion, [measured, ...others]: readonly Finding[]): number | null {
	const last = options.at(-1)?.points ?? null;
	if (!measured || others.some(({ state }) => state === 'unmet')) return last;
	return options.find(({ from }) => from !== null && reaches(measured, from))?.points ?? last;
}

function reaches({ state, share, minutesShort = 0 }: Finding, limit: Limit): boolean {
	if (state === 'later') return true;
	if ('minutesShort' in limit) return minutesShort <= limit.minutesShort;
	const [part, whole] = share ?? (state === 'met' ? [1, 1] : [0, 1]);
	return 100 * part >= limit.percent * whole;
}
