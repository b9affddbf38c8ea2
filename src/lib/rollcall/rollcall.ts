import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Method, Place, Reason } from './contract.ts';

/** One stay of somebody in the meeting, from `from` until `to` (null: still there). */
export interface Stay {
	readonly from: Instant;
	readonly to: Instant | null;
	readonly place: Place;
	readonly method: Method | null;
	readonly enteredBy: PersonId;
}

export interface Leave {
	readonly kind: 'absent' | 'late' | 'early';
	readonly reason: Reason;
	readonly at: Instant;
	readonly decision: 'waiting' | 'accepted' | 'refused';
	/** Who wrote it down, where that was not the member. */
	readonly enteredBy?: PersonId;
}

export interface Rollcall {
	readonly stays: Readonly<Record<PersonId, readonly Stay[]>>;
	/** In order of asking; a decision is about the last one. */
	readonly leaves: Readonly<Record<PersonId, readonly Leave[]>>;
}

export const initial: Rollcall = { stays: {}, leaves: {} };

/** The stay that is open now, if the person is there. */
export function stayNow(rollcall: Rollcall, id: PersonId): Stay | undefined {
	const last = rollcall.stays[id]?.at(-1);
	return last?.to === null ? last : undefined;
}

export function evolve(rollcall: Rollcall, event: Logged<Event>): Rollcall {
	switch (event.type) {
		case 'attendance.checked-in':
			return arrive(rollcall, event.member, event, event.place, event.method);
		case 'observer.joined':
			return arrive(rollcall, event.observer, event, event.place, null);
		case 'attendance.left':
			return depart(rollcall, event.member, event.at);
		case 'observer.left':
			return depart(rollcall, event.observer, event.at);
		case 'attendance.retracted':
			return withStays(rollcall, event.member, retracted(rollcall.stays[event.member] ?? []));
		case 'leave.requested': {
			const leave: Leave = {
				kind: event.kind,
				reason: event.reason,
				at: event.at,
				decision: 'waiting',
				...(event.by !== event.member && { enteredBy: event.by })
			};
			return withLeaves(rollcall, event.member, [...(rollcall.leaves[event.member] ?? []), leave]);
		}
		case 'leave.decided': {
			const leaves = rollcall.leaves[event.member] ?? [];
			const decision = event.accepted ? 'accepted' : 'refused';
			return withLeaves(
				rollcall,
				event.member,
				leaves.map((leave, i) => (i === leaves.length - 1 ? { ...leave, decision } : leave))
			);
		}
		default:
			return unreachable(event);
	}
}

/** The last change undone: a departure is reopened, an arrival removed (RC9). */
function retracted(stays: readonly Stay[]): readonly Stay[] {
	const last = stays.at(-1);
	if (!last) return stays;
	return last.to === null ? stays.slice(0, -1) : [...stays.slice(0, -1), { ...last, to: null }];
}

function arrive(
	rollcall: Rollcall,
	id: PersonId,
	event: Logged<Event>,
	place: Place,
	method: Method | null
): Rollcall {
	const stay: Stay = { from: event.at, to: null, place, method, enteredBy: event.by };
	return withStays(rollcall, id, [...(rollcall.stays[id] ?? []), stay]);
}

function depart(rollcall: Rollcall, id: PersonId, at: Instant): Rollcall {
	const stays = rollcall.stays[id] ?? [];
	return withStays(
		rollcall,
		id,
		stays.map((stay) => (stay.to === null ? { ...stay, to: at } : stay))
	);
}

function withStays(rollcall: Rollcall, id: PersonId, stays: readonly Stay[]): Rollcall {
	return { ...rollcall, stays: { ...rollcall.stays, [id]: stays } };
}

function withLeaves(rollcall: Rollcall, id: PersonId, leaves: readonly Leave[]): Rollcall {
	return { ...rollcall, leaves: { ...rollcall.leaves, [id]: leaves } };
}
