import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Outcome } from './contract.ts';
import type { Proposal } from './draft.ts';

export interface Amendment extends Proposal {
	readonly id: string;
	/** Who proposes it, whoever entered it. */
	readonly person: PersonId;
	/** Who wrote it down, where that was not the proposer. */
	readonly enteredBy?: PersonId;
	readonly at: Instant;
	readonly rationale?: string;
	readonly basedOn?: string;
	/** Null while it is pending. */
	readonly outcome: {
		readonly as: Outcome;
		readonly at: Instant;
		readonly by: PersonId;
		readonly reason?: string;
		readonly vote?: string;
		readonly with?: readonly string[];
	} | null;
}

export type Amendments = readonly Amendment[];

export const initial: Amendments = [];

export function find(amendments: Amendments, id: string | undefined): Amendment | undefined {
	return amendments.find((amendment) => amendment.id === id);
}

export function pending(amendments: Amendments): Amendment[] {
	return amendments.filter(({ outcome }) => outcome === null);
}

export function isTakenIn(as: Outcome | undefined): boolean {
	return as === 'accepted' || as === 'merged' || as === 'adopted';
}

export function evolve(amendments: Amendments, event: Logged<Event>): Amendments {
	switch (event.type) {
		case 'amendment.proposed': {
			const { amendment: id, person, change, label, before, rationale, basedOn, at } = event;
			const why = {
				...(rationale && { rationale }),
				...(basedOn && { basedOn }),
				...(event.by !== person && { enteredBy: event.by })
			};
			return [...amendments, { id, person, at, change, label, before, ...why, outcome: null }];
		}
		case 'amendment.settled': {
			const { as, at, by, reason, vote, with: others } = event;
			const why = { ...(reason && { reason }), ...(vote && { vote }), ...(others && { with: others }) };
			return amendments.map((amendment) =>
				amendment.id === event.amendment ? { ...amendment, outcome: { as, at, by, ...why } } : amendment
			);
		}
		default:
			return unreachable(event);
	}
}
