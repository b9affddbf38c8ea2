import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import type { Amendments } from './amendments.ts';

export const initial: Amendments = [];

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
