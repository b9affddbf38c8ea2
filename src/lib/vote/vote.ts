import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type PersonId
} from '../kernel/decider.ts';
import type {
	Ballot,
	Choice,
	Command,
	Counts,
	Event,
	Refusal,
	Subject,
	Threshold,
	Version
} from './contract.ts';
import { countsOf, needed, papersAddUp, reconciled, type GroupCount, type PaperCount } from './counting.ts';
import { countHands } from './hands.ts';

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

export interface Facts extends Act {
	/** Who forms the base and who of them is in the room, at this instant (VO2, VO3). */
	readonly electorate: () => { readonly base: PersonId[]; readonly roll: PersonId[] };
	readonly version: (subject: Subject) => Version | null;
	/** Why the thing itself cannot be put to the vote now; null where it can. */
	readonly mayPut: (subject: Subject) => Refusal | null;
	readonly isMember: (id: PersonId) => boolean;
	readonly isPresent: (id: PersonId) => boolean;
	/** Whether the sender is of the desk, who counts hands where no tellers were named. */
	readonly isDesk: boolean;
	/** The process that will hold the choices of a secret ballot opened now. */
	readonly box: string;
	/** The totals of a secret ballot, known to the process that holds it. */
	readonly tally: (vote: string) => Counts;
}

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

export function decide(votes: Votes, command: Command, facts: Facts): Decision<Event, Refusal> {
	if (command.type === 'vote.put') return put(votes, command, facts);
	const vote = find(votes, command.vote);
	if (!vote) return refused('unknown');
	switch (command.type) {
		case 'vote.open':
			return open(vote, facts);
		case 'ballot.cast':
			return cast(vote, command.choice, facts);
		case 'papers.issue':
			return issue(vote, command.to, facts);
		case 'papers.count':
			return countPapers(vote, command, facts);
		case 'hands.count':
			return countHands(vote, command, facts);
		case 'vote.close':
			return close(vote, facts);
		case 'vote.cancel':
			return vote.state === 'put' || vote.state === 'open'
				? happened({ type: 'vote.cancelled', vote: vote.id })
				: refused('vote-not-open');
		case 'vote.reserve':
			if (vote.state !== 'closed' || !vote.passed) return refused('vote-not-passed');
			if (!vote.roll.includes(facts.who)) return refused('not-on-roll');
			return happened({ type: 'vote.reserved', vote: vote.id, member: facts.who, text: command.text });
		default:
			return unreachable(command);
	}
}

type Put = Extract<Command, { type: 'vote.put' }>;

function put(votes: Votes, command: Put, facts: Facts): Decision<Event, Refusal> {
	const { ref, title, ballot, threshold, subject } = command;
	const tellers = [...new Set(command.tellers ?? [])];
	const groups = [...new Set(command.groups ?? [])];
	if (find(votes, ref)) return refused('id-taken');
	if (current(votes)) return refused('vote-already-open');
	const why = facts.mayPut(subject);
	if (why) return refused(why);
	if (!tellers.every(facts.isMember)) return refused('tellers-wrong');
	// Two who count apart and are compared, or nobody: then the desk counts (VO8).
	if (isCounted(command) && tellers.length !== 0 && tellers.length !== 2) return refused('tellers-wrong');
	const version = facts.version(subject);
	return happened({
		type: 'vote.put',
		vote: ref,
		title,
		ballot,
		threshold,
		subject,
		version,
		tellers,
		groups
	});
}

function open(vote: Vote, { electorate, box }: Facts): Decision<Event, Refusal> {
	if (vote.state !== 'put') return refused(vote.state === 'open' ? 'vote-already-open' : 'vote-not-open');
	const { base, roll } = electorate();
	return happened({
		type: 'vote.opened',
		vote: vote.id,
		base,
		roll,
		needed: needed(base.length, vote.threshold),
		box: vote.ballot === 'secret-app' ? box : null
	});
}

/** The first reason why a ballot does not count, in the script's order (section 6). */
function cast(vote: Vote, choice: Choice, { who, isPresent }: Facts): Decision<Event, Refusal> {
	if (!isPresent(who)) return refused('not-present');
	if (vote.state !== 'open') return refused('vote-not-open');
	if (vote.ballot === 'secret-paper') return refused('paper-vote');
	if (isCounted(vote)) return refused('hands-vote');
	if (!vote.roll.includes(who)) return refused('not-on-roll');
	if (Object.hasOwn(vote.ballots, who)) return refused('already-voted');
	return happened({
		type: 'ballot.recorded',
		vote: vote.id,
		member: who,
		choice: isSecret(vote) ? null : choice
	});
}

function issue(vote: Vote, to: PersonId[], { who }: Facts): Decision<Event, Refusal> {
	if (!vote.tellers.includes(who)) return refused('not-allowed');
	if (vote.ballot !== 'secret-paper') return refused('other-ballot');
	if (vote.state === 'put') return refused('not-on-roll');
	if (vote.state !== 'open') return refused('vote-not-open');
	if (!to.every((id) => vote.roll.includes(id))) return refused('not-on-roll');
	return happened({ type: 'papers.issued', vote: vote.id, to });
}

function countPapers(
	vote: Vote,
	{ returned, valid, invalid, counts }: PaperCount,
	{ who }: Facts
): Decision<Event, Refusal> {
	if (!vote.tellers.includes(who)) return refused('not-allowed');
	if (vote.ballot !== 'secret-paper') return refused('other-ballot');
	if (vote.state !== 'open') return refused('vote-not-open');
	const count = { returned, valid, invalid, counts };
	if (!papersAddUp(count, vote.issued.length)) return refused('counts-wrong');
	return happened({ type: 'papers.counted', vote: vote.id, ...count });
}

function close(vote: Vote, { tally }: Facts): Decision<Event, Refusal> {
	if (vote.state !== 'open') return refused('vote-not-open');
	const counts = vote.ballot === 'secret-app' ? tally(vote.id) : countsNow(vote);
	if (!counts) return refused(isCounted(vote) && vote.tellers.length > 0 ? 'counts-differ' : 'counts-wrong');
	return happened({ type: 'vote.closed', vote: vote.id, passed: counts.for >= vote.needed, counts });
}

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

/** Secret on phones, and open: the choices are in the memory of the process that holds its box. */
export function openBox(votes: Votes): { readonly vote: string; readonly box: string } | null {
	const vote = current(votes);
	return vote?.state === 'open' && vote.box !== null ? { vote: vote.id, box: vote.box } : null;
}
