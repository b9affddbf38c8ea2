import { happened, refused, unreachable, type Act, type Decision } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { observers, type Observer, type Roster } from './roster.ts';

export interface Facts extends Act {
	readonly people: Roster;
}

/** Offices of one meeting, which only members of the cell hold, and who observes it. */
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
			const { type: _, ref: id, supervises = false, ...described } = command;
			const { rank = supervises ? 'higher_level_delegate' : 'guest_observer' } = command;
			return written(people, { kind: 'observer', id, supervises, ...described, rank });
		}
		case 'observer.change': {
			const { type: _, observer: id, title = '', organisation = '', ...described } = command;
			if (!people[id]) return refused('unknown');
			if (people[id].kind !== 'observer') return refused('not-eligible');
			return written(people, { kind: 'observer', id, title, organisation, ...described });
		}
		default:
			return unreachable(command);
	}
}

/** A delegation has one head: whoever led it before becomes one of its delegates (RE9). */
function written(people: Roster, observer: Observer): Decision<Event, Refusal> {
	const before = observers(people).filter(
		({ id, rank, delegation }) =>
			id !== observer.id && rank === HEAD && observer.rank === HEAD && delegation === observer.delegation
	);
	const stepBack = before.map((other) => ({ ...other, rank: 'higher_level_delegate' as const }));
	return happened({ type: 'roster.changed', people: [observer, ...stepBack] });
}

const HEAD: Observer['rank'] = 'delegation_head';

function forMember(
	people: Roster,
	id: string,
	then: () => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const person = people[id];
	if (!person) return refused('unknown');
	return person.kind === 'member' ? then() : refused('not-eligible');
}
