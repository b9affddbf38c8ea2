import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Ballot, Choice, Counts, Subject, Threshold, Version } from './contract.ts';
import type { GroupCount, PaperCount } from './counting.ts';

export interface Question {
	readonly id: string;
	readonly title: string;
	readonly ballot: Ballot;
	readonly threshold: Threshold;
	readonly subject: Subject;
	readonly version: Version | null;
	readonly tellers: readonly PersonId[];
	readonly groups: readonly string[];
	readonly putAt: Instant;
	/** When the choices of an earlier secret ballot on it were lost (VO14). */
	readonly voidedAt: Instant | null;
}

export interface Frozen {
	readonly base: readonly PersonId[];
	readonly roll: readonly PersonId[];
	readonly needed: number;
	readonly openedAt: Instant;
	/** Who voted, and how; the choice is null where it is kept nowhere. */
	readonly ballots: Readonly<Record<PersonId, Choice | null>>;
	/** By voter: who recorded the hand or card that they raised (VO12); nobody for a ballot that was cast by oneself. */
	readonly recordedBy: Readonly<Record<PersonId, PersonId>>;
	/** Who was given a paper. */
	readonly issued: readonly PersonId[];
	readonly papers: PaperCount | null;
}

export type OpenVote = Question &
	Frozen & {
		readonly state: 'open';
		readonly box: string | null;
		/** What the desk counted of hands or cards; the last count stands. */
		readonly counts: Counts | null;
		/** What two tellers counted, by group. */
		readonly counted: Readonly<Record<string, GroupCount>>;
	};

export interface Reservation {
	readonly member: PersonId;
	readonly text: string;
	readonly at: Instant;
	/** Who wrote it down, where that was not the member. */
	readonly enteredBy?: PersonId;
}

export type ClosedVote = Question &
	Frozen & {
		readonly state: 'closed';
		readonly counts: Counts;
		readonly passed: boolean;
		readonly closedAt: Instant;
		readonly reservations: readonly Reservation[];
	};

export type Vote =
	| (Question & { readonly state: 'put' })
	| OpenVote
	| ClosedVote
	| (Question & { readonly state: 'cancelled' });

export type Votes = readonly Vote[];

export const initial: Votes = [];

/** The question that is put or open now. */
export function current(votes: Votes): Vote | undefined {
	return votes.find((vote) => vote.state === 'put' || vote.state === 'open');
}

export function find(votes: Votes, id: string): Vote | undefined {
	return votes.find((vote) => vote.id === id);
}

export function isSecret({ ballot }: Pick<Question, 'ballot'>): boolean {
	return ballot === 'secret-app' || ballot === 'secret-paper';
}

/** Whether hands or cards are raised and counted, nobody named. */
export function isCounted({ ballot }: Pick<Question, 'ballot'>): boolean {
	return ballot === 'hands' || ballot === 'card';
}

/** How many of the roll have voted: ballots, or papers that came back (VO11). */
export function voted({ ballot, ballots, papers, ...vote }: OpenVote | ClosedVote): number {
	if (ballot === 'open' || ballot === 'secret-app') return Object.keys(ballots).length;
	if (ballot === 'secret-paper') return papers?.returned ?? 0;
	const { counts } = vote;
	return counts ? counts.for + counts.against + counts.abstain : 0;
}

/** Of the roll, who gave no ballot; on paper, whose did not come back. */
export function notVoting(vote: OpenVote | ClosedVote): number {
	return vote.roll.length - voted(vote);
}

/** Whether all who are there could carry it; where not, the chair is told before the vote opens (VO5). */
export function canPass(roll: number, mustAgree: number): boolean {
	return roll >= mustAgree;
}

/** Whether a question on the resolution passed (VO7). */
export function isAdopted(votes: Votes): boolean {
	return votes.some((vote) => vote.state === 'closed' && vote.passed && vote.subject.kind === 'resolution');
}

/** Whether the resolution may not change now: a question on it or on an amendment is put or open, or it is adopted (AC6). */
export function freezesResolution(votes: Votes): boolean {
	const kind = current(votes)?.subject.kind;
	return kind === 'resolution' || kind === 'amendment' || isAdopted(votes);
}

/** The question that adopted the minutes; the last one, where what was added later was adopted as well. */
export function minutesAdoptedBy(votes: Votes): ClosedVote | undefined {
	return votes.findLast(
		(vote): vote is ClosedVote => vote.state === 'closed' && vote.passed && vote.subject.kind === 'minutes'
	);
}

/** Whether nobody types in the minutes now: a question on them is put or open, or they are adopted (AC7). */
export function freezesMinutes(votes: Votes): boolean {
	return current(votes)?.subject.kind === 'minutes' || minutesAdoptedBy(votes) !== undefined;
}

/** Secret on phones, and open: the choices are in the memory of the process that holds its box. */
export function openBox(votes: Votes): { readonly vote: string; readonly box: string } | null {
	const vote = current(votes);
	return vote?.state === 'open' && vote.box !== null ? { vote: vote.id, box: vote.box } : null;
}
