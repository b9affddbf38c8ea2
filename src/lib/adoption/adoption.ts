/** Reading the minutes back before they are put to the vote (AD5 to AD8). */
import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Confirmation, Event, Signing } from './contract.ts';

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

export const initial: Adoption = { reading: null, read: {}, corrections: [], signatures: [], quoted: [] };

/** What was asked for and nobody has dealt with. */
export function openCorrections({ corrections }: Adoption): Correction[] {
	return corrections.filter(({ outcome }) => outcome === null);
}

export function evolve(adoption: Adoption, event: Logged<Event>): Adoption {
	switch (event.type) {
		case 'minutes.reading':
			return reading(adoption, event);
		case 'minutes.agreed': {
			const { section, member } = event;
			const read = adoption.read[section];
			return read
				? {
						...adoption,
						read: { ...adoption.read, [section]: { ...read, agreed: [...read.agreed, member] } }
					}
				: adoption;
		}
		case 'minutes.correction-asked': {
			const { correction: id, section, member, text, at } = event;
			const asked = { id, section, member, text, at, outcome: null };
			return { ...adoption, corrections: [...adoption.corrections, asked] };
		}
		case 'minutes.correction-settled': {
			const { as, reason, by, at } = event;
			const corrections = adoption.corrections.map((each) =>
				each.id === event.correction ? { ...each, outcome: { as, reason, by, at } } : each
			);
			return { ...adoption, corrections };
		}
		case 'minutes.quoted':
			return { ...adoption, quoted: [...adoption.quoted, event.comment] };
		case 'minutes.signed': {
			const { signer: person, role, confirmed, reason, at, by } = event;
			const vouchedBy = confirmed === 'desk' ? by : null;
			const signature = { role, person, at, confirmed, vouchedBy, reason };
			return { ...adoption, signatures: [...adoption.signatures, signature] };
		}
		default:
			return unreachable(event);
	}
}

/** Other words of a section are agreed with anew; the same ones, read once more, are not (AD6). */
function reading(
	adoption: Adoption,
	{ section, version, at }: Logged<Extract<Event, { type: 'minutes.reading' }>>
): Adoption {
	if (section === null || version === null) return { ...adoption, reading: null };
	const known = adoption.read[section];
	const agreed = known?.version === version ? known.agreed : [];
	return {
		...adoption,
		reading: section,
		read: { ...adoption.read, [section]: { version, at, agreed } }
	};
}
