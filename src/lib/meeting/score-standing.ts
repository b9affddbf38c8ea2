/** How the cell's own score stands: voted on, confirmed, still provisional (`scoring/RULES.md`, SC5, SC8, SC11). */
import { observers } from '../people/roster.ts';
import type { Fact } from '../scoring/contract.ts';
import { criteria } from '../scoring/frame.ts';
import type { Findings } from '../scoring/proposal.ts';
import { supervisorOf } from '../scoring/readers.ts';
import type { Sheet } from '../scoring/scoring.ts';
import { isThematic, type Meeting } from './state.ts';

/** What became of the question on the score as it stands now; null where none was put since. */
export function voteOnScore({ votes, scores }: Meeting): 'voting' | 'voted' | 'rejected' | null {
	const at = scores.self?.at ?? Infinity;
	const vote = votes.findLast(
		({ subject, putAt, state }) => subject.kind === 'self-score' && putAt >= at && state !== 'cancelled'
	);
	if (!vote) return null;
	return vote.state !== 'closed' ? 'voting' : vote.passed ? 'voted' : 'rejected';
}

/** The supervisor's sheet, as far as whoever looks may read it. */
export function supervisorSheet({ people, scores }: Meeting): Sheet | null {
	const by = supervisorOf(observers(people), (id) => scores.observers[id] !== undefined);
	return by === null ? null : (scores.observers[by] ?? null);
}

/** What the points hang on and cannot be known yet (SC11). */
export function awaited(meeting: Meeting, findings: Findings): Fact[] {
	const frame = meeting.setup.rules.scoring;
	const asked = frame ? criteria(frame, isThematic(meeting)).flatMap(({ evidence }) => evidence) : [];
	return [...new Set(asked)].filter((fact) => findings[fact].state === 'later');
}
