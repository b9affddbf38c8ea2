/** Reading the minutes back before they are put to the vote (AD5 to AD8). */
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Confirmation, Signing } from './contract.ts';

/** What was read of a section, and who agreed with these very words. */
export interface Read {
	readonly version: string;
	readonly at: Instant;
	readonly agreed: readonly PersonId[];
}

export interface Correction {
	readonly id: string;
	readonly section: string;
	readonly member: PersonId;
	readonly text: string;
	readonly at: Instant;
	/** Null while nobody has dealt with it. */
	readonly outcome: {
		readonly as: 'done' | 'declined';
		readonly reason: string | null;
		readonly by: PersonId;
		readonly at: Instant;
	} | null;
}

export interface Signature {
	readonly role: Signing;
	readonly person: PersonId;
	readonly at: Instant;
	readonly confirmed: Confirmation;
	/** Who answers for it at the desk, and why; null where the signer's own sign-in was confirmed. */
	readonly vouchedBy: PersonId | null;
	readonly reason: string | null;
}

export interface Adoption {
	/** The section that is read out now. */
	readonly reading: string | null;
	readonly read: Readonly<Record<string, Read>>;
	readonly corrections: readonly Correction[];
	readonly signatures: readonly Signature[];
	/** Comments that stand in the minutes. */
	readonly quoted: readonly string[];
}

/** What was asked for and nobody has dealt with. */
export function openCorrections({ corrections }: Adoption): Correction[] {
	return corrections.filter(({ outcome }) => outcome === null);
}
