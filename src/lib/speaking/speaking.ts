import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type ItemId,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Kind, Refusal, TurnKind } from './contract.ts';

export interface Request {
	readonly id: string;
	readonly person: PersonId;
	readonly kind: Kind;
	readonly item: ItemId | null;
	readonly at: Instant;
	readonly state: 'waiting' | 'granted' | 'withdrawn' | 'deferred' | 'not-reached';
	readonly reason?: string;
}

export interface Turn {
	/** The id of its request, or of its invitation. */
	readonly id: string;
	readonly person: PersonId;
	readonly kind: TurnKind;
	readonly item: ItemId | null;
	readonly invited: boolean;
	readonly startedAt: Instant;
	readonly endedAt: Instant | null;
	readonly limitSeconds: number | null;
	/** When the limit runs out (SP4); while paused, as it stood when the pause began. */
	readonly endsAt: Instant | null;
	readonly pausedAt: Instant | null;
	readonly pausedMs: number;
}

export interface Floor {
	/** Everybody who ever asked; the waiting ones stand in the order of the queue. */
	readonly requests: readonly Request[];
	readonly turns: readonly Turn[];
}

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	readonly isPresent: (id: PersonId) => boolean;
	readonly isChair: boolean;
	readonly runningItem: ItemId | null;
	readonly itemExists: (id: ItemId) => boolean;
	/** The running item's limit, else the meeting's; null where neither sets one (SP4). */
	readonly limitSeconds: number | null;
}

export const initial: Floor = { requests: [], turns: [] };

export function waiting(floor: Floor): Request[] {
	return floor.requests.filter((request) => request.state === 'waiting');
}

export function speakingNow(floor: Floor): Turn | undefined {
	return floor.turns.find((turn) => turn.endedAt === null);
}

/** Whole seconds spoken until `now`, pauses left out (SP5). */
export function secondsSpoken(turn: Turn, now: Instant): number {
	const until = turn.endedAt ?? turn.pausedAt ?? Math.max(now, turn.startedAt);
	return Math.floor((until - turn.startedAt - turn.pausedMs) / 1000);
}

/** Whole seconds left until the limit, negative when over it; null without a limit. */
export function secondsLeft(turn: Turn, now: Instant): number | null {
	return turn.endsAt === null
		? null
		: Math.ceil((turn.endsAt - (turn.endedAt ?? turn.pausedAt ?? now)) / 1000);
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
			return withWaiting(floor, command.request, ({ id }) =>
				happened({ type: 'floor.moved', request: id, before: null })
			);
		case 'floor.move':
			return withWaiting(floor, command.request, ({ id }) => {
				if (command.before !== null && !waiting(floor).some((other) => other.id === command.before))
					return refused('not-waiting');
				return happened({ type: 'floor.moved', request: id, before: command.before });
			});
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
	if (!facts.isPresent(facts.who)) return refused('not-present');
	if (waiting(floor).some((other) => other.person === facts.who)) return refused('already-waiting');
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
	return happened({
		type: 'floor.granted',
		turn: asked.id,
		person: asked.person,
		kind: asked.kind,
		item: facts.runningItem,
		limitSeconds: command.limitSeconds ?? facts.limitSeconds,
		invited: false
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
		limitSeconds: command.limitSeconds ?? (command.kind === 'presentation' ? null : facts.limitSeconds),
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

export function evolve(floor: Floor, event: Logged<Event>): Floor {
	switch (event.type) {
		case 'floor.requested': {
			const { request: id, person, kind, item, at } = event;
			return { ...floor, requests: [...floor.requests, { id, person, kind, item, at, state: 'waiting' }] };
		}
		case 'floor.granted':
			return {
				requests: marked(floor, event.turn, { state: 'granted' }),
				turns: [...floor.turns, begun(event)]
			};
		case 'floor.withdrawn':
			return { ...floor, requests: marked(floor, event.request, { state: 'withdrawn' }) };
		case 'floor.deferred':
			return {
				...floor,
				requests: marked(floor, event.request, {
					state: 'deferred',
					...(event.reason && { reason: event.reason })
				})
			};
		case 'floor.not-reached':
			return { ...floor, requests: marked(floor, event.request, { state: 'not-reached' }) };
		case 'floor.moved':
			return { ...floor, requests: moved(floor.requests, event.request, event.before) };
		case 'floor.paused':
			return withTurn(floor, (turn) => ({ ...turn, pausedAt: event.at }));
		case 'floor.resumed':
			return withTurn(floor, (turn) => resumed(turn, event.at));
		case 'floor.extended':
			return withTurn(floor, (turn) => ({
				...turn,
				limitSeconds: (turn.limitSeconds ?? 0) + event.seconds,
				endsAt: (turn.endsAt ?? event.at) + event.seconds * 1000
			}));
		case 'floor.ended':
			return withTurn(floor, (turn) => ({ ...resumed(turn, event.at), endedAt: event.at }));
		default:
			return unreachable(event);
	}
}

function begun(event: Logged<Extract<Event, { type: 'floor.granted' }>>): Turn {
	const { turn: id, person, kind, item, invited, limitSeconds, at } = event;
	const endsAt = limitSeconds === null ? null : at + limitSeconds * 1000;
	return {
		id,
		person,
		kind,
		item,
		invited,
		startedAt: at,
		endedAt: null,
		limitSeconds,
		endsAt,
		pausedAt: null,
		pausedMs: 0
	};
}

function resumed(turn: Turn, at: Instant): Turn {
	if (turn.pausedAt === null) return turn;
	const pause = at - turn.pausedAt;
	return {
		...turn,
		pausedAt: null,
		pausedMs: turn.pausedMs + pause,
		endsAt: turn.endsAt === null ? null : turn.endsAt + pause
	};
}

function withTurn(floor: Floor, how: (turn: Turn) => Turn): Floor {
	return { ...floor, turns: floor.turns.map((turn) => (turn.endedAt === null ? how(turn) : turn)) };
}

function marked(floor: Floor, id: string, change: Partial<Request>): readonly Request[] {
	return floor.requests.map((request) => (request.id === id ? { ...request, ...change } : request));
}

function moved(requests: readonly Request[], id: string, before: string | null): readonly Request[] {
	const request = requests.find((other) => other.id === id);
	if (!request) return requests;
	const others = requests.filter((other) => other.id !== id);
	const index = before === null ? others.length : others.findIndex((other) => other.id === before);
	return [...others.slice(0, index), request, ...others.slice(index)];
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
