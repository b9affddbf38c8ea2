import type { Amendment } from '../amendments/amendments.ts';
import type { Comment } from '../comments/comments.ts';
import type { ClauseId } from '../kernel/decider.ts';
import type { Vote } from '../vote/vote.ts';
import type { Meeting } from './state.ts';

/** One change of a clause: who asked for it, in what words it was proposed, who decided. */
export interface Step {
	readonly comments: readonly Comment[];
	readonly amendment: Amendment;
	readonly vote: Vote | undefined;
}

/** Where a clause comes from (AM10): comment → amendment → vote, in the order of proposing. */
export function pedigree({ amendments, comments, votes }: Meeting, clause: ClauseId): Step[] {
	return amendments
		.filter(({ change }) => change.clause === clause)
		.map((amendment) => ({
			amendment,
			comments: comments.filter(
				({ id, text, amendment: became }) =>
					text !== '' && (id === amendment.basedOn || became === amendment.id)
			),
			vote: votes.find(({ id }) => id === amendment.outcome?.vote)
		}));
}
