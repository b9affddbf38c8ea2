import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Place } from './queue.ts';
import { speakingNow, waiting, type Floor, type Request } from './speaking.ts';

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	readonly isChair: boolean;
	readonly runningItem: ItemId | null;
	readonly itemExists: (id: ItemId) => boolean;
	readonly questionExists: (id: string) => boolean;
	/** The running item's limit, else the meeting's; null where neither sets one (SP4). */
	readonly limitSeconds: number | null;
	/** What somebody was asked to prepare an opinion on. */
	readonly topicsOf: (id: PersonId) => readonly string[];
	/** The waiting in their order. */
	readonly queue: () => readonly Place[];
}

type Asking = Extract<Command, { type: 'floor.request' | 'floor.withdraw' | 'floor.end' }>;

/** What everybody does for their own turn, apart from what the chair does: a phone carries these rules alone. */
export function ask(floor: Floor, command: Asking, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'floor.request':
			return request(floor, command, facts);
		case 'floor.withdraw':
			return withWaiting(floor, command.request, (asked) =>
				asked.person === facts.who
					? happened({ type: 'floor.withdrawn', request: asked.id })
					: refused('not-allowed')
			);
		case 'floor.end': {
			const turn = speakingNow(floor);
			if (!turn || turn.id !== command.turn) return refused('not-speaking');
			if (turn.person !== facts.who && !facts.isChair) return refused('not-allowed');
			return happened({ type: 'floor.ended', turn: turn.id });
		}
		default:
			return unreachable(command);
	}
}

function request(
	floor: Floor,
	command: Extract<Command, { type: 'floor.request' }>,
	facts: Facts
): Decision<Event, Refusal> {
	if (isTaken(floor, command.ref)) return refused('id-taken');
	if (command.item !== undefined && !facts.itemExists(command.item)) return refused('unknown');
	if (!isQuestion(command.question, facts)) return refused('unknown');
	const isUrgent = command.kind === 'point-of-order';
	if (isUrgent && facts.person(facts.who)?.kind === 'observer') return refused('observer');
	if (!facts.isPresent(facts.who)) return refused('not-present');
	// Who waits for a turn may still raise how the meeting is held.
	const isAlike = (other: Request) => (other.kind === 'point-of-order') === isUrgent;
	if (waiting(floor).some((other) => other.person === facts.who && isAlike(other)))
		return refused('already-waiting');
	const item = command.item ?? facts.runningItem;
	return happened({
		type: 'floor.requested',
		request: command.ref,
		person: facts.who,
		kind: command.kind,
		item,
		...(command.question && { question: command.question })
	});
}

/** Or none at all (SP14). */
export function isQuestion(id: string | null | undefined, { questionExists }: Facts): boolean {
	return id === undefined || id === null || questionExists(id);
}

export function isTaken(floor: Floor, id: string): boolean {
	return floor.requests.some((request) => request.id === id) || floor.turns.some((turn) => turn.id === id);
}

export function withWaiting(
	floor: Floor,
	id: string,
	then: (request: Request) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const asked = floor.requests.find((request) => request.id === id);
	if (!asked) return refused('unknown');
	return asked.state === 'waiting' ? then(asked) : refused('not-waiting');
}
