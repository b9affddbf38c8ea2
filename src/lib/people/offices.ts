import { happened, refused, unreachable, type Act, type Decision } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Roster } from './roster.ts';

export interface Facts extends Act {
	readonly people: Roster;
}

/** Offices of one meeting: only members of the cell hold them. */
export function decide(command: Command, { people }: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'chair.hand-over':
			return forMember(people, command.to, () => happened({ type: 'chair.handed-over', to: command.to }));
		case 'facilitator.appoint': {
			const { to } = command;
			if (to === null) return happened({ type: 'facilitator.appointed', to });
			return forMember(people, to, () => happened({ type: 'facilitator.appointed', to }));
		}
		case 'minutes.appoint':
			return forMember(people, command.to, () =>
				happened({ type: 'minute-taker.appointed', to: command.to })
			);
		case 'observer.invite': {
			if (people[command.ref]) return refused('id-taken');
			const { ref: id, name, title, organisation, mode, supervises = false } = command;
			const observer = {
				kind: 'observer',
				id,
				name,
				title,
				organisation,
				mode,
				rank: supervises ? 'higher_level_delegate' : 'guest_observer',
				supervises
			} as const;
			return happened({ type: 'roster.changed', people: [observer] });
		}
		default:
			return unreachable(command);
	}
}

function forMember(
	people: Roster,
	id: string,
	then: () => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const person = people[id];
	if (!person) return refused('unknown');
	return person.kind === 'member' ? then() : refused('not-eligible');
}
