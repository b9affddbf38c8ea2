/** The arithmetic of votes: thresholds, totals, and what cannot be true. */
import type { PersonId } from '../kernel/decider.ts';
import type { Choice, Counts, Threshold } from './contract.ts';

/** How many must agree (VO4). */
export function needed(base: number, threshold: Threshold): number {
	return threshold === 'majority' ? Math.floor(base / 2) + 1 : Math.ceil((2 * base) / 3);
}

export const NO_VOTES: Counts = { for: 0, against: 0, abstain: 0 };

export function total(counts: Counts): number {
	return counts.for + counts.against + counts.abstain;
}

export function sum(all: readonly Counts[]): Counts {
	return all.reduce(
		(so, { for: agree, against, abstain }) => ({
			for: so.for + agree,
			against: so.against + against,
			abstain: so.abstain + abstain
		}),
		NO_VOTES
	);
}

export function same(a: Counts, b: Counts): boolean {
	return a.for === b.for && a.against === b.against && a.abstain === b.abstain;
}

/** Of named ballots; a ballot without a choice is secret and counted elsewhere. */
export function countsOf(ballots: Readonly<Record<PersonId, Choice | null>>): Counts {
	const chosen = Object.values(ballots);
	const count = (choice: Choice) => chosen.filter((each) => each === choice).length;
	return { for: count('for'), against: count('against'), abstain: count('abstain') };
}

/** What tellers counted of paper ballots. */
export interface PaperCount {
	readonly returned: number;
	readonly valid: number;
	readonly invalid: number;
	readonly counts: Counts;
}

/** VO10: no more come back than went out, and every paper that came back is in one place. */
export function papersAddUp({ returned, valid, invalid, counts }: PaperCount, issued: number): boolean {
	return returned <= issued && valid + invalid === returned && total(counts) === valid;
}

/** What two tellers entered for one part of the hall; null where this viewer does not see it yet. */
export interface GroupCount {
	readonly entries: Readonly<Record<PersonId, Counts | null>>;
	/** Both have entered, and what differs is shown. */
	readonly compared: boolean;
}

const UNCOUNTED: GroupCount = { entries: {}, compared: false };

/** What both tellers found; null while one has not counted or they differ (VO8). */
export function agreed({ entries, compared }: GroupCount): Counts | null {
	const [first, ...others] = Object.values(entries);
	if (!compared || !first) return null;
	return others.every((other) => other && same(other, first)) ? first : null;
}

/** Read as an own property only: a group may have any name. */
export function groupOf(counted: Readonly<Record<string, GroupCount>>, group: string): GroupCount {
	return (Object.hasOwn(counted, group) && counted[group]) || UNCOUNTED;
}

/** The whole hall, group by group; null until every group is agreed. */
export function reconciled(
	groups: readonly string[],
	counted: Readonly<Record<string, GroupCount>>
): Counts | null {
	const found = partsOf(groups).map((group) => agreed(groupOf(counted, group)));
	return found.every((counts) => counts !== null) ? sum(found) : null;
}

/** A hall that is not divided is one group without a name. */
export function partsOf(groups: readonly string[]): readonly string[] {
	return groups.length === 0 ? [''] : groups;
}
