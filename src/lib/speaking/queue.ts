/**
 * The order in which the waiting stand, and why each stands there: the same from the same facts, on the server
 * and on every screen. No clock: the order changes only when something happens.
 */
import { unreachable, type ItemId, type PersonId } from '../kernel/decider.ts';
import { secondsSpoken, speakingNow, waiting, type Floor, type Request, type Turn } from './speaking.ts';

export interface QueueFacts {
	readonly runningItem: ItemId | null;
	readonly isPresent: (id: PersonId) => boolean;
	readonly isGuest: (id: PersonId) => boolean;
	/** The party group of a member, the delegation of a guest. */
	readonly groupOf: (id: PersonId) => string;
}

/** Why somebody stands where they stand (SP10). */
export type Why =
	| { readonly because: 'moved' | 'point-of-order' | 'arrival' | 'away' | 'heard' }
	| { readonly because: 'turns'; readonly turns: number }
	| { readonly because: 'seconds'; readonly seconds: number }
	| { readonly because: 'group'; readonly group: string }
	| { readonly because: 'later-item'; readonly item: ItemId | null };

export interface Place {
	readonly request: Request;
	readonly why: Why;
}

/** Everybody who waits, once each, in order. */
export function queue(floor: Floor, facts: QueueFacts): Place[] {
	const places = waiting(floor).map((request) => ({ request, set: setAside(floor, facts, request) }));
	const urgent = places.filter(({ set }) => set?.because === 'point-of-order');
	const ordinary = places.flatMap(({ request, set }) => (set ? [] : [request]));
	const rest = LAST.flatMap((because) => places.filter(({ set }) => set?.because === because));
	const placed = ({ request, set }: { request: Request; set: Why | null }) =>
		set ? [{ request, why: set }] : [];
	return moved(
		[...urgent.flatMap(placed), ...ordered(floor, facts, ordinary), ...rest.flatMap(placed)],
		floor
	);
}

/** Whom the chair gives the floor next: the first who is in the room and has a part in what is discussed. */
export function nextSpeaker(places: readonly Place[]): Request | undefined {
	const here = places.filter(({ why }) => why.because !== 'away');
	return (here.find(({ why }) => why.because !== 'heard' && why.because !== 'later-item') ?? here[0])
		?.request;
}

const LAST = ['later-item', 'heard', 'away'] as const;

/** Those whom no policy touches: who must be heard at once, and who cannot or need not be heard now. */
function setAside(floor: Floor, facts: QueueFacts, { person, item, at, kind }: Request): Why | null {
	const { runningItem } = facts;
	if (!facts.isPresent(person)) return { because: 'away' };
	if (kind === 'point-of-order') return { because: 'point-of-order' };
	if (item !== null && runningItem !== null && item !== runningItem) return { because: 'later-item', item };
	// An invitation leaves the request standing, since the script counts that as not reached.
	const heard = floor.turns.some(
		(turn) =>
			turn.person === person &&
			turn.invited &&
			turn.startedAt >= at &&
			(isFair(turn) || facts.isGuest(person))
	);
	return heard ? { because: 'heard' } : null;
}

function ordered(floor: Floor, facts: QueueFacts, requests: readonly Request[]): Place[] {
	switch (floor.policy) {
		case 'first-come':
			return requests.map((request) => ({ request, why: { because: 'arrival' } }));
		case 'not-spoken-first':
			return byLeast(requests, (request) => {
				const turns = turnsOf(floor, request.person).length;
				return { rank: Math.min(turns, 1), why: { because: 'turns', turns } };
			});
		case 'least-time-first':
			return byLeast(requests, ({ person }) => {
				const seconds = spokenBy(floor, person);
				// Who speaks at this moment has for the order spoken longest.
				const rank = speakingNow(floor)?.person === person ? Infinity : seconds;
				return { rank, why: { because: 'seconds', seconds } };
			});
		case 'by-group':
			return alternating(floor, facts, requests);
		default:
			return unreachable(floor.policy);
	}
}

/** Stable: who ranks alike keeps the order of asking. */
function byLeast(
	requests: readonly Request[],
	of: (request: Request) => { readonly rank: number; readonly why: Why }
): Place[] {
	return requests
		.map((request) => ({ request, ...of(request) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ request, why }) => ({ request, why }));
}

/** Whose group was heard longest ago comes next; within a group, and between groups never heard, who asked first. */
function alternating(floor: Floor, { groupOf }: QueueFacts, requests: readonly Request[]): Place[] {
	const heard = new Map<string, number>();
	floor.turns.filter(isFair).forEach((turn, index) => heard.set(groupOf(turn.person), index));
	let turn = floor.turns.length;
	const left = [...requests];
	const places: Place[] = [];
	while (left.length > 0) {
		const longestAgo = Math.min(...left.map(({ person }) => heard.get(groupOf(person)) ?? -1));
		const at = left.findIndex(({ person }) => (heard.get(groupOf(person)) ?? -1) === longestAgo);
		for (const request of left.splice(at, 1)) {
			const group = groupOf(request.person);
			heard.set(group, turn++);
			places.push({ request, why: { because: 'group', group } });
		}
	}
	return places;
}

/**
 * The chair's own hand wins (SP7): who was moved stands before all those who stood behind when the chair last
 * moved somebody, and where none of them is left, behind those who stood before.
 */
function moved(places: readonly Place[], { byHand: { moved, order } }: Floor): Place[] {
	const ofId = new Map(places.map((place) => [place.request.id, place]));
	const others = places.filter(({ request: { id } }) => !moved.includes(id));
	const own = order.flatMap((id) => (moved.includes(id) ? (ofId.get(id) ?? []) : []));
	const gaps = own.map((place) => ({ place, at: gap(others, order, place.request.id) }));
	const before = (at: number) =>
		gaps.flatMap((each): Place[] => (each.at === at ? [{ ...each.place, why: { because: 'moved' } }] : []));
	return [...others.flatMap((place, at) => [...before(at), place]), ...before(others.length)];
}

/** Before which of `others` somebody belongs by the chair's order. */
function gap(others: readonly Place[], order: readonly string[], id: string): number {
	const rank = order.indexOf(id);
	const isBehind = ({ request }: Place) => order.indexOf(request.id) > rank;
	const first = others.findIndex(isBehind);
	if (first >= 0) return first;
	// Who asked since is in no order of the chair's.
	return others.findLastIndex(({ request }) => order.includes(request.id)) + 1;
}

/** What counts towards fairness: a presentation is no speech (SP8), a point of order no contribution (SP12). */
function isFair({ kind }: Turn): boolean {
	return kind !== 'presentation' && kind !== 'point-of-order';
}

function turnsOf(floor: Floor, person: PersonId): Turn[] {
	return floor.turns.filter((turn) => turn.person === person && isFair(turn));
}

/** Whole seconds of the turns that are over. */
function spokenBy(floor: Floor, person: PersonId): number {
	const over = turnsOf(floor, person).filter(({ endedAt }) => endedAt !== null);
	return over.reduce((sum, turn) => sum + secondsSpoken(turn, turn.startedAt), 0);
}
