import { unreachable, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Mark } from './contract.ts';

export interface Line {
	readonly text: string;
	/** What was last said of it, and by whom; null until then (CM2). */
	readonly review: { readonly mark: Mark; readonly note: string | null; readonly by: PersonId } | null;
	/** What the meeting before said of it; null for what is new (CM4). */
	readonly earlier: Mark | null;
}

export interface Commitment {
	readonly year: number;
	readonly lines: readonly Line[];
}

/** By member; for who may not see somebody's, that member has none (CM3). */
export type Commitments = Readonly<Record<PersonId, Commitment>>;

export const initial: Commitments = {};

/** What the next meeting begins with: every line, and what was last said of it (CM4). */
export function carriedOver(commitments: Commitments): Extract<Event, { type: 'commitment.brought' }>[] {
	return Object.entries(commitments).map(([member, { year, lines }]) => ({
		type: 'commitment.brought',
		member,
		year,
		lines: lines.map(({ text }) => text),
		earlier: lines.map(({ review, earlier }) => review?.mark ?? earlier)
	}));
}

export function evolve(commitments: Commitments, event: Logged<Event>): Commitments {
	switch (event.type) {
		case 'commitment.brought': {
			const { member, year, lines, earlier = [] } = event;
			const begun = lines.map((text, index) => ({ text, review: null, earlier: earlier[index] ?? null }));
			return { ...commitments, [member]: { year, lines: begun } };
		}
		case 'commitment.reviewed': {
			const { member, line, mark, note, by } = event;
			const commitment = commitments[member];
			if (!commitment) return commitments;
			const lines = commitment.lines.map((each, index) =>
				index === line ? { ...each, review: { mark, note, by } } : each
			);
			return { ...commitments, [member]: { ...commitment, lines } };
		}
		default:
			return unreachable(event);
	}
}
