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
import type { Command, Event, Refusal, TurnKind } from './contract.ts';
import type { Place } from './queue.ts';
import { speakingNow, waiting, type Floor, type Request, type Turn } from './speaking.ts';

/** How long a point of order may take, unless the chair gives more (SP12). */
export const POINT_OF_ORDER_SECONDS = 60;

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	readonly isChair: boolean;
	readonly runningItem: ItemId | null;
	readonly itemExists: (id: ItemId) => boolean;
	/** The running item's limit, else the meeting's; null where neither sets one (SP4). */
	readonly limitSeconds: number | null;
	/** The waiting in their order. */
	readonly queue: () => readonly Place[];
}

export function decide(floor: Floor, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'floor.request':
			return request(floor, command, facts);
		case 'floor.withdraw':
			return withWaiting(floor, command.request, (asked) =>
				asked.person === facts.who
					? happened({ type: 'floor.withdrawn', request: asked.id })
					: refused('not-allowed')
			);
		case 'floor.grant':
			return grant(floor, command, facts);
		case 'floor.defer':
			return withWaiting(floor, command.request, ({ id }) =>
				happened({ type: 'floor.deferred', request: id, ...(command.reason && { reason: command.reason }) })
			);
		case 'floor.skip':
			return withWaiting(floor, command.request, ({ id }) => move(facts, id, null));
		case 'floor.move':
			return withWaiting(floor, command.request, ({ id }) => move(facts, id, command.before));
		case 'floor.policy':
			return happened({ type: 'floor.policy-chosen', policy: command.policy });
		case 'floor.limits':
			return happened({
				type: 'floor.limited',
				turnSeconds: command.turnSeconds,
				totalMinutes: command.totalMinutes
			});
		case 'floor.groups':
			return command.groups.some(({ members }) => members.some((id) => !facts.person(id)))
				? refused('unknown')
				: happened({ type: 'floor.grouped', groups: command.groups });
		case 'floor.invite':
			return invite(floor, command, facts);
		case 'floor.pause':
			return whileSpeaking(floor, (turn) =>
				turn.pausedAt === null ? happened({ type: 'floor.paused' }) : refused('already-paused')
			);
		case 'floor.resume':
			return whileSpeaking(floor, (turn) =>
				turn.pausedAt === null ? refused('not-paused') : happened({ type: 'floor.resumed' })
			);
		case 'floor.extend':
			return whileSpeaking(floor, () => happened({ type: 'floor.extended', seconds: command.seconds }));
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
		item
	});
}

function grant(
	floor: Floor,
	command: Extract<Command, { type: 'floor.grant' }>,
	facts: Facts
): Decision<Event, Refusal> {
	const asked = floor.requests.find((other) => other.id === command.request);
	if (!asked) return refused('unknown');
	if (facts.person(asked.person)?.kind === 'observer') return refused('observer');
	if (asked.state !== 'waiting') return refused('not-waiting');
	if (!facts.isPresent(asked.person)) return refused('not-present');
	if (speakingNow(floor)) return refused('floor-taken');
	const passedOver = passedOverFor(asked, facts);
	return happened({
		type: 'floor.granted',
		turn: asked.id,
		person: asked.person,
		kind: asked.kind,
		item: facts.runningItem,
		limitSeconds: command.limitSeconds ?? limitOf(asked.kind, facts),
		invited: false,
		...(passedOver > 0 && { passedOver })
	});
}

function limitOf(kind: TurnKind, { limitSeconds }: Facts): number | null {
	if (kind === 'presentation') return null;
	return kind === 'point-of-order'
		? Math.min(limitSeconds ?? POINT_OF_ORDER_SECONDS, POINT_OF_ORDER_SECONDS)
		: limitSeconds;
}

/** How many members who could have spoken stood before `asked` (SP11). */
function passedOverFor(asked: Request, facts: Facts): number {
	const places = facts.queue();
	const at = places.findIndex(({ request: { id } }) => id === asked.id);
	return places.slice(0, Math.max(0, at)).filter(({ request: { person }, why: { because } }) => {
		const isReady = because !== 'away' && because !== 'heard' && because !== 'later-item';
		return isReady && facts.person(person)?.kind === 'member';
	}).length;
}

/** @param before  whom to stand before; null for behind everybody */
function move(facts: Facts, id: string, before: string | null): Decision<Event, Refusal> {
	const others = facts.queue().flatMap(({ request }) => (request.id === id ? [] : [request.id]));
	const at = before === null ? others.length : others.indexOf(before);
	if (at < 0) return refused('not-waiting');
	return happened({
		type: 'floor.moved',
		request: id,
		order: [...others.slice(0, at), id, ...others.slice(at)]
	});
}

function invite(
	floor: Floor,
	command: Extract<Command, { type: 'floor.invite' }>,
	facts: Facts
): Decision<Event, Refusal> {
	const person = facts.person(command.to);
	if (!person) return refused('unknown');
	if (isTaken(floor, command.ref)) return refused('id-taken');
	if (person.kind === 'observer' && command.kind !== 'presentation') return refused('observer');
	if (!facts.isPresent(command.to)) return refused('not-present');
	if (speakingNow(floor)) return refused('floor-taken');
	return happened({
		type: 'floor.granted',
		turn: command.ref,
		person: command.to,
		kind: command.kind,
		item: facts.runningItem,
		limitSeconds: command.limitSeconds ?? limitOf(command.kind, facts),
		invited: true
	});
}

/** Who still waits when their item ends, or the meeting (`item` null: everybody), was not reached (SP6). */
export function notReached(floor: Floor, item: ItemId | null): Event[] {
	return waiting(floor)
		.filter((request) => item === null || request.item === item)
		.map((request) => ({ type: 'floor.not-reached', request: request.id }));
}

/** A turn that still runs when the meeting ends is ended with it. */
export function cutOff(floor: Floor): Event[] {
	const turn = speakingNow(floor);
	return turn ? [{ type: 'floor.ended', turn: turn.id }] : [];
}

function isTaken(floor: Floor, id: string): boolean {
	return floor.requests.some((request) => request.id === id) || floor.turns.some((turn) => turn.id === id);
}

function withWaiting(
	floor: Floor,
	id: string,
	then: (request: Request) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const asked = floor.requests.find((request) => request.id === id);
	if (!asked) return refused('unknown');
	return asked.state === 'waiting' ? then(asked) : refused('not-waiting');
}

function whileSpeaking(
	floor: Floor,
	then: (turn: Turn) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const turn = speakingNow(floor);
	return turn ? then(turn) : refused('not-speaking');
}
