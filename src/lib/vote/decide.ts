import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type PersonId
} from '../kernel/decider.ts';
import type { Choice, Command, Counts, Event, Refusal, Subject, Version } from './contract.ts';
import { needed, papersAddUp, type PaperCount } from './counting.ts';
import { countHands } from './hands.ts';
import { countsNow } from './counts-now.ts';
import { current, find, isCounted, isSecret, type Vote, type Votes } from './vote.ts';

export interface Facts extends Act {
	/** Who forms the base and who of them is in the room, at this instant (VO2, VO3). */
	readonly electorate: () => { readonly base: PersonId[]; readonly roll: PersonId[] };
	readonly version: (subject: Subject) => Version | null;
	/** Why the thing itself cannot be put to the vote now; null where it can. */
	readonly mayPut: (subject: Subject) => Refusal | null;
	readonly isKnown: (id: PersonId) => boolean;
	readonly isPresent: (id: PersonId) => boolean;
	/** Whether the sender's device is their own, or they named themselves on it since and a moment ago (VO16). */
	readonly isNamedSince: (moment: Instant) => boolean;
	/** Whether the sender is of the desk, who counts hands where no tellers were named. */
	readonly isDesk: boolean;
	/** The process that will hold the choices of a secret ballot opened now. */
	readonly box: string;
	/** The totals of a secret ballot, known to the process that holds it. */
	readonly tally: (vote: string) => Counts;
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
	if (!tellers.every(facts.isKnown)) return refused('tellers-wrong');
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
function cast(vote: Vote, choice: Choice, { who, isPresent, isNamedSince }: Facts): Decision<Event, Refusal> {
	if (!isPresent(who)) return refused('not-present');
	if (vote.state !== 'open') return refused('vote-not-open');
	if (vote.ballot === 'secret-paper') return refused('paper-vote');
	if (isCounted(vote)) return refused('hands-vote');
	if (!vote.roll.includes(who)) return refused('not-on-roll');
	if (Object.hasOwn(vote.ballots, who)) return refused('already-voted');
	if (isSecret(vote) && !isNamedSince(vote.openedAt)) return refused('choose-name');
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
