import { unreachable } from '../kernel/decider.ts';
import type { Counts } from './contract.ts';
import { countsOf, reconciled } from './counting.ts';
import type { OpenVote } from './vote.ts';

/** The totals as far as they are known; null while they are not, and always while a ballot is secret on phones. */
export function countsNow(vote: OpenVote): Counts | null {
	switch (vote.ballot) {
		case 'open':
			return countsOf(vote.ballots);
		case 'secret-app':
			return null;
		case 'secret-paper':
			return vote.papers?.counts ?? null;
		case 'hands':
		case 'card':
			return vote.tellers.length === 0 ? vote.counts : reconciled(vote.groups, vote.counted);
		default:
			return unreachable(vote.ballot);
	}
}
