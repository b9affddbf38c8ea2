/** How much of a text stands in another one (SU3). */
import { folded } from '../kernel/text.ts';

const RUN = 4;
/** SU3†: shorter texts repeat by chance. */
const LEAST_WORDS = 20;
const REPEATS_FROM = 50;

function wordsOf(text: string): string[] {
	return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): Set<string> {
	return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

/** Percent of the runs of four words in `now` that stand in `before` as well; 0 for a text without one. */
export function repeatedPercent(now: string, before: string): number {
	const runs = runsOf(wordsOf(now));
	if (runs.size === 0) return 0;
	const known = runsOf(wordsOf(before));
	return Math.round((100 * [...runs].filter((run) => known.has(run)).length) / runs.size);
}

export function repeats(now: string, before: string): boolean {
	return wordsOf(now).length >= LEAST_WORDS && repeatedPercent(now, before) >= REPEATS_FROM;
}

/** Whether a text speaks of inspection or supervision (SU2). */
export function speaksOfInspection(text: string): boolean {
	return /\b(kiem tra|giam sat)\b/.test(folded(text));
}
