/** Raised hands and cards: counted by the desk, or by two tellers who count apart and are compared (VO8). */
import { happened, refused, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Counts, Event, Refusal } from './contract.ts';
import { groupOf, partsOf, total } from './counting.ts';
import type { Facts } from './decide.ts';
import type { OpenVote, Vote } from './vote.ts';

type Count = Extract<Command, { type: 'hands.count' }>;

export function countHands(vote: Vote, { counts, group }: Count, facts: Facts): Decision<Event, Refusal> {
	const byTellers = vote.tellers.length > 0;
	if (byTellers ? !vote.tellers.includes(facts.who) : !facts.isDesk) return refused('not-allowed');
	if (vote.ballot !== 'hands' && vote.ballot !== 'card') return refused('other-ballot');
	if (vote.state !== 'open') return refused('vote-not-open');
	if (!byTellers) {
		if (total(counts) > vote.roll.length) return refused('counts-wrong');
		return happened({ type: 'hands.counted', vote: vote.id, teller: null, group: null, counts });
	}
	if (!partsOf(vote.groups).includes(group ?? '')) return refused('unknown');
	if (hallOf(vote, facts.who, group ?? '') + total(counts) > vote.roll.length) return refused('counts-wrong');
	return happened<Event>(
		{ type: 'hands.counted', vote: vote.id, teller: facts.who, group: group ?? null, counts },
		...compared(vote, facts.who, group ?? null, counts)
	);
}

/** How many one teller has counted in the other groups. */
function hallOf({ groups, counted }: OpenVote, teller: PersonId, except: string): number {
	const others = partsOf(groups).filter((group) => group !== except);
	return others.reduce((sum, group) => {
		const entry = groupOf(counted, group).entries[teller];
		return sum + (entry ? total(entry) : 0);
	}, 0);
}

function compared(vote: OpenVote, teller: PersonId, group: string | null, counts: Counts): Event[] {
	const { entries } = groupOf(vote.counted, group ?? '');
	const all: Record<PersonId, Counts> = { [teller]: counts };
	for (const other of vote.tellers) {
		if (other === teller) continue;
		const entry = entries[other];
		if (!entry) return [];
		all[other] = entry;
	}
	return [{ type: 'hands.compared', vote: vote.id, group, entries: all }];
}
