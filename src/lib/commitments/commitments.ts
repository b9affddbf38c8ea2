import { unreachable, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Mark } from './contract.ts';

export interface Line {
	readonly text: string;
	/** What was last said of it, and by whom; null until then (CM2). */
	readonly review: { readonly mark: Mark; readonly note: string | null; readonly by: PersonId } | null;
}

export interface Commitment {
	readonly year: number;
	readonly lines: readonly Line[];
}

/** By member; for who may not see somebody's, that member has none (CM3). */
export type Commitments = Readonly<Record<PersonId, Commitment>>;

export const initial: Commitments = {};

export function evolve(commitments: Commitments, event: Logged<Event>): Commitments {
	switch (event.type) {
		case 'commitment.brought': {
			const { member, year, lines } = event;
			return { ...commitments, [member]: { year, lines: lines.map((text) => ({ text, review: null })) } };
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
