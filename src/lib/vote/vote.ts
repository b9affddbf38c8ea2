import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Counts, Event, Refusal, Subject, Threshold, Version } from './contract.ts';

interface Question {
	readonly id: string;
	readonly title: string;
	readonly threshold: Threshold;
	readonly subject: Subject;
	readonly version: Version | null;
	readonly putAt: Instant;
}

interface Frozen {
	readonly base: readonly PersonId[];
	readonly roll: readonly PersonId[];
	readonly needed: number;
	readonly openedAt: Instant;
	readonly counts: Counts | null;
}

export type Vote =
	| (Question & { readonly state: 'put' })
	| (Question & Frozen & { readonly state: 'open' })
	| (Question &
			Frozen & {
				readonly state: 'closed';
				readonly counts: Counts;
				readonly passed: boolean;
				readonly closedAt: Instant;
			})
	| (Question & { readonly state: 'cancelled' });

export type Votes = readonly Vote[];

export interface Facts extends Act {
	/** Who forms the base and who of them is in the room, at this instant (VO2, VO3). */
	readonly electorate: () => { readonly base: PersonId[]; readonly roll: PersonId[] };
	readonly version: (subject: Subject) => Version | null;
}

export const initial: Votes = [];

/** The question that is put or open now. */
export function current(votes: Votes): Vote | undefined {
	return votes.find((vote) => vote.state === 'put' || vote.state === 'open');
}

/** How many must agree (VO4). */
export function needed(base: number, threshold: Threshold): number {
	return threshold === 'majority' ? Math.floor(base / 2) + 1 : Math.ceil((2 * base) / 3);
}

export function decide(votes: Votes, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'vote.put': {
			if (votes.some((vote) => vote.id === command.ref)) return refused('id-taken');
			if (current(votes)) return refused('vote-already-open');
			const { ref, title, threshold, subject } = command;
			return happened({
				type: 'vote.put',
				vote: ref,
				title,
				threshold,
				subject,
				version: facts.version(subject)
			});
		}
		case 'vote.open':
			return withVote(votes, command.vote, (vote) => {
				if (vote.state !== 'put')
					return refused(vote.state === 'open' ? 'vote-already-open' : 'vote-not-open');
				const { base, roll } = facts.electorate();
				return happened({
					type: 'vote.opened',
					vote: vote.id,
					base,
					roll,
					needed: needed(base.length, vote.threshold)
				});
			});
		case 'hands.count':
			return withVote(votes, command.vote, (vote) => {
				if (vote.state !== 'open') return refused('vote-not-open');
				if (total(command.counts) > vote.roll.length) return refused('counts-wrong');
				return happened({ type: 'hands.counted', vote: vote.id, counts: command.counts });
			});
		case 'vote.close':
			return withVote(votes, command.vote, (vote) => {
				if (vote.state !== 'open') return refused('vote-not-open');
				if (!vote.counts) return refused('counts-wrong');
				return happened({ type: 'vote.closed', vote: vote.id, passed: vote.counts.for >= vote.needed });
			});
		case 'vote.cancel':
			return withVote(votes, command.vote, (vote) =>
				vote.state === 'put' || vote.state === 'open'
					? happened({ type: 'vote.cancelled', vote: vote.id })
					: refused('vote-not-open')
			);
		default:
			return unreachable(command);
	}
}

export function evolve(votes: Votes, event: Logged<Event>): Votes {
	switch (event.type) {
		case 'vote.put': {
			const { vote: id, title, threshold, subject, version, at } = event;
			return [...votes, { state: 'put', id, title, threshold, subject, version, putAt: at }];
		}
		case 'vote.opened': {
			const { base, roll, needed, at } = event;
			return changed(votes, event.vote, (vote) => ({
				...vote,
				state: 'open',
				base,
				roll,
				needed,
				openedAt: at,
				counts: null
			}));
		}
		case 'hands.counted':
			return changed(votes, event.vote, (vote) =>
				vote.state === 'open' ? { ...vote, counts: event.counts } : vote
			);
		case 'vote.closed':
			return changed(votes, event.vote, (vote) =>
				vote.state === 'open' && vote.counts
					? { ...vote, state: 'closed', counts: vote.counts, passed: event.passed, closedAt: event.at }
					: vote
			);
		case 'vote.cancelled':
			return changed(votes, event.vote, ({ id, title, threshold, subject, version, putAt }) => ({
				state: 'cancelled',
				id,
				title,
				threshold,
				subject,
				version,
				putAt
			}));
		default:
			return unreachable(event);
	}
}

/** Whether a question on the resolution passed (VO7). */
export function isAdopted(votes: Votes): boolean {
	return votes.some((vote) => vote.state === 'closed' && vote.passed && vote.subject.kind === 'resolution');
}

/** Whether the resolution may not change now: a question on it is put or open, or it is adopted (AC6). */
export function freezesResolution(votes: Votes): boolean {
	return isAdopted(votes) || current(votes)?.subject.kind === 'resolution';
}

function total(counts: Counts): number {
	return counts.for + counts.against + counts.abstain;
}

function changed(votes: Votes, id: string, how: (vote: Vote) => Vote): Votes {
	return votes.map((vote) => (vote.id === id ? how(vote) : vote));
}

function withVote(
	votes: Votes,
	id: string,
	then: (vote: Vote) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const vote = votes.find((other) => other.id === id);
	return vote ? then(vote) : refused('unknown');
}
