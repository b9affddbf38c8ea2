/** Which words the screens of the hall had, read back from the logs alone (RP6). */
import type { Instant } from '../kernel/decider.ts';
import { countAt } from './moments.ts';

export interface HallFacts {
	readonly wording: 'settled' | 'live' | 'published';
	/** The step whose words of this block were published last; 0 for none. */
	readonly published: number;
	/** When its words were last put on the screens by hand; null for never. */
	readonly byHand: Instant | null;
	/** How long these words must rest before they are shown. */
	readonly restFor: (text: string) => number;
}

export interface BlockCourse {
	/** When each step of the text had been committed. */
	readonly times: readonly Instant[];
	/** The steps that changed the block, in order. */
	readonly changes: readonly number[];
	readonly text: (step: number) => string;
}

/** @returns the step after which the block read as the screens showed it at `at`; 0 where they had nothing of it */
export function stepInHall(block: BlockCourse, at: Instant, facts: HallFacts): number {
	const now = countAt(block.times, at);
	if (facts.wording === 'live') return now;
	if (facts.wording === 'published') return Math.min(facts.published, now);
	const shown = facts.byHand === null ? 0 : countAt(block.times, Math.min(facts.byHand, at));
	return Math.max(shown, settled(block, at, facts.restFor));
}

/** The last step whose words had their rest before they changed again. */
function settled({ times, changes, text }: BlockCourse, at: Instant, restFor: HallFacts['restFor']): number {
	const shortest = restFor('');
	for (let index = countAt(changes, countAt(times, at)) - 1; index >= 0; index -= 1) {
		const step = changes[index] ?? 0;
		const next = changes[index + 1];
		const until = next === undefined ? at : Math.min(at, times[next - 1] ?? at);
		const rested = until - (times[step - 1] ?? at);
		if (rested >= shortest && rested >= restFor(text(step))) return step;
	}
	return 0;
}
