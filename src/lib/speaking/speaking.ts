import { unreachable, type Instant, type ItemId, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Group, Kind, Limits, Policy, TurnKind } from './contract.ts';

export interface Request {
	readonly id: string;
	readonly person: PersonId;
	readonly kind: Kind;
	readonly item: ItemId | null;
	readonly at: Instant;
	readonly state: 'waiting' | 'granted' | 'withdrawn' | 'deferred' | 'not-reached';
	readonly reason?: string;
	/** Who asked for them, where that was not themselves. */
	readonly enteredBy?: PersonId;
	/** The guiding question that they want to speak to (SP14). */
	readonly question?: string;
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
	/** How long it was, where that was put right afterwards (SP16). */
	readonly corrected?: number;
	/** How many stood before this one when the chair called it out of order (SP11). */
	readonly passedOver: number;
	/** What its speaker was asked to prepare; absent where that was nothing (SP15). */
	readonly topics?: readonly string[];
	/** The guiding question that it speaks to; absent for none (SP14). */
	readonly question?: string;
}

export interface Floor {
	/** Everybody who ever asked, in order of asking. */
	readonly requests: readonly Request[];
	readonly turns: readonly Turn[];
	readonly policy: Policy;
	/** Null while the meeting's own limits stand as they were made. */
	readonly limits: Limits | null;
	readonly groups: readonly Group[];
	/** Whom the chair moved, and how all who waited stood after the last move (SP7); ids of requests. */
	readonly byHand: { readonly moved: readonly string[]; readonly order: readonly string[] };
}

export const initial: Floor = {
	requests: [],
	turns: [],
	policy: 'first-come',
	limits: null,
	groups: [],
	byHand: { moved: [], order: [] }
};

/** In order of asking; `queue.ts` gives the order of speaking. */
export function waiting(floor: Floor): Request[] {
	return floor.requests.filter((request) => request.state === 'waiting');
}

export function speakingNow(floor: Floor): Turn | undefined {
	return floor.turns.find((turn) => turn.endedAt === null);
}

/** Whole seconds spoken until `now`, pauses left out (SP5). */
export function secondsSpoken(turn: Turn, now: Instant): number {
	if (turn.corrected !== undefined) return turn.corrected;
	const until = turn.endedAt ?? turn.pausedAt ?? Math.max(now, turn.startedAt);
	return Math.floor((until - turn.startedAt - turn.pausedMs) / 1000);
}

/** Whole seconds left until the limit, negative when over it; null without a limit. */
export function secondsLeft(turn: Turn, now: Instant): number | null {
	return turn.endsAt === null
		? null
		: Math.ceil((turn.endsAt - (turn.endedAt ?? turn.pausedAt ?? now)) / 1000);
}

export function evolve(floor: Floor, event: Logged<Event>): Floor {
	switch (event.type) {
		case 'floor.requested': {
			const { request: id, person, kind, item, at, question } = event;
			const asked: Request = {
				id,
				person,
				kind,
				item,
				at,
				state: 'waiting',
				...(event.by !== person && { enteredBy: event.by }),
				...(question && { question })
			};
			return { ...floor, requests: [...floor.requests, asked] };
		}
		case 'floor.granted':
			return {
				...floor,
				requests: marked(floor, event.turn, { state: 'granted' }),
				turns: [...floor.turns, begun(event)]
			};
		case 'floor.attached':
			return {
				...floor,
				turns: floor.turns.map((turn) => (turn.id === event.turn ? about(turn, event.question) : turn))
			};
		case 'floor.corrected': {
			const { turn: id, kind, seconds } = event;
			const turns = floor.turns.map((turn) =>
				turn.id === id ? { ...turn, kind, corrected: seconds } : turn
			);
			return { ...floor, turns };
		}
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
			return {
				...floor,
				byHand: { moved: [...floor.byHand.moved, event.request], order: event.order }
			};
		case 'floor.policy-chosen':
			return { ...floor, policy: event.policy };
		case 'floor.limited':
			return {
				...floor,
				limits: { turnSeconds: event.turnSeconds, totalMinutes: event.totalMinutes }
			};
		case 'floor.grouped':
			return { ...floor, groups: event.groups };
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
	const { turn: id, person, kind, item, invited, limitSeconds, passedOver, question, topics, at } = event;
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
		pausedMs: 0,
		passedOver: passedOver ?? 0,
		...(question && { question }),
		...(topics && { topics })
	};
}

function about(turn: Turn, question: string | null): Turn {
	const { question: _, ...rest } = turn;
	return question === null ? rest : { ...rest, question };
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
