import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import { groupOf, type GroupCount } from './counting.ts';
import type { ClosedVote, OpenVote, Question, Reservation, Vote, Votes } from './vote.ts';

export function evolve(votes: Votes, event: Logged<Event>): Votes {
	if (event.type === 'vote.put') {
		const { vote: id, title, ballot, threshold, subject, version, tellers, groups, at } = event;
		const question = { id, title, ballot, threshold, subject, version, tellers, groups };
		return [...votes, { state: 'put', ...question, putAt: at, voidedAt: null }];
	}
	return votes.map((vote) => (vote.id === event.vote ? changed(vote, event) : vote));
}

type Later = Exclude<Logged<Event>, { type: 'vote.put' }>;

function changed(vote: Vote, event: Later): Vote {
	switch (event.type) {
		case 'vote.opened':
			return opened(vote, event);
		case 'ballot.recorded':
			return whileOpen(vote, ({ ballots, recordedBy }) => ({
				ballots: { ...ballots, [event.member]: event.choice },
				...(event.by !== event.member && { recordedBy: { ...recordedBy, [event.member]: event.by } })
			}));
		case 'papers.issued':
			return whileOpen(vote, ({ issued }) => ({ issued: [...new Set([...issued, ...event.to])] }));
		case 'papers.counted': {
			const { returned, valid, invalid, counts } = event;
			return whileOpen(vote, () => ({ papers: { returned, valid, invalid, counts } }));
		}
		case 'hands.counted': {
			const { teller, group, counts } = event;
			if (teller === null) return whileOpen(vote, () => ({ counts }));
			return inGroup(vote, group, ({ entries }) => ({
				entries: { ...entries, [teller]: counts },
				compared: false
			}));
		}
		case 'hands.compared':
			return inGroup(vote, event.group, () => ({ entries: event.entries, compared: true }));
		case 'vote.closed':
			return vote.state === 'open' ? closed(vote, event) : vote;
		case 'vote.cancelled':
			return { state: 'cancelled', ...questionOf(vote) };
		case 'vote.voided':
			return { state: 'put', ...questionOf(vote), voidedAt: event.at };
		case 'vote.reserved':
			return vote.state === 'closed'
				? { ...vote, reservations: [...vote.reservations, reserved(event)] }
				: vote;
		default:
			return unreachable(event);
	}
}

function opened(vote: Vote, event: Extract<Later, { type: 'vote.opened' }>): OpenVote {
	const { base, roll, needed, box, at } = event;
	return {
		...questionOf(vote),
		state: 'open',
		base,
		roll,
		needed,
		box,
		openedAt: at,
		ballots: {},
		recordedBy: {},
		issued: [],
		papers: null,
		counts: null,
		counted: {}
	};
}

function closed(vote: OpenVote, { counts, passed, at }: Extract<Later, { type: 'vote.closed' }>): ClosedVote {
	const { base, roll, needed, openedAt, ballots, recordedBy, issued, papers } = vote;
	const frozen = { base, roll, needed, openedAt, ballots, recordedBy, issued, papers };
	return { ...questionOf(vote), ...frozen, state: 'closed', counts, passed, closedAt: at, reservations: [] };
}

function reserved({ member, text, at, by }: Extract<Later, { type: 'vote.reserved' }>): Reservation {
	return { member, text, at, ...(by !== member && { enteredBy: by }) };
}

function questionOf(vote: Question): Question {
	const { id, title, ballot, threshold, subject, version, tellers, groups, putAt, voidedAt } = vote;
	return { id, title, ballot, threshold, subject, version, tellers, groups, putAt, voidedAt };
}

function whileOpen(vote: Vote, how: (vote: OpenVote) => Partial<OpenVote>): Vote {
	return vote.state === 'open' ? { ...vote, ...how(vote) } : vote;
}

function inGroup(vote: Vote, group: string | null, how: (counted: GroupCount) => GroupCount): Vote {
	const name = group ?? '';
	return whileOpen(vote, ({ counted }) => ({
		counted: { ...counted, [name]: how(groupOf(counted, name)) }
	}));
}
