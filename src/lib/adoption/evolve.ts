import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import type { Adoption } from './adoption.ts';

export const initial: Adoption = { reading: null, read: {}, corrections: [], signatures: [], quoted: [] };

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
