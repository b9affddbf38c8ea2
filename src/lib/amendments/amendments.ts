import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Outcome } from './contract.ts';
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

export function find(amendments: Amendments, id: string | undefined): Amendment | undefined {
	return amendments.find((amendment) => amendment.id === id);
}

export function pending(amendments: Amendments): Amendment[] {
	return amendments.filter(({ outcome }) => outcome === null);
}

export function isTakenIn(as: Outcome | undefined): boolean {
	return as === 'accepted' || as === 'merged' || as === 'adopted';
}
