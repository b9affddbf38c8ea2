import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Guest } from './contract.ts';

export type Entry = {
	readonly id: string;
	/** The account that the device is signed in with. */
	readonly device: string;
	readonly at: Instant;
	readonly state: 'waiting' | 'confirmed' | 'refused' | 'revoked' | 'replaced';
} & (
	{ readonly wants: 'name'; readonly member: PersonId } | { readonly wants: 'guest'; readonly guest: Guest }
);

export type Lobby = readonly Entry[];

export const initial: Lobby = [];

export function waiting(lobby: Lobby): Entry[] {
	return lobby.filter((entry) => entry.state === 'waiting');
}

/** The person that this meeting gave to a device, if any. */
export function personOf(lobby: Lobby, device: string): PersonId | null {
	const entry = lobby.findLast((other) => other.device === device && other.state === 'confirmed');
	if (!entry) return null;
	return entry.wants === 'name' ? entry.member : entry.id;
}

export function evolve(lobby: Lobby, event: Logged<Event>): Lobby {
	switch (event.type) {
		case 'join.claimed':
			return [
				...replaced(lobby, event.device),
				{
					id: event.entry,
					device: event.device,
					at: event.at,
					state: 'waiting',
					wants: 'name',
					member: event.member
				}
			];
		case 'join.knocked':
			return [
				...replaced(lobby, event.device),
				{
					id: event.entry,
					device: event.device,
					at: event.at,
					state: 'waiting',
					wants: 'guest',
					guest: event.guest
				}
			];
		case 'join.confirmed':
			return marked(lobby, event.entry, 'confirmed');
		case 'join.refused':
			return marked(lobby, event.entry, 'refused');
		case 'join.revoked':
			return marked(lobby, event.entry, 'revoked');
		default:
			return unreachable(event);
	}
}

function replaced(lobby: Lobby, device: string): Lobby {
	return lobby.map((entry) =>
		entry.device === device && entry.state === 'waiting' ? { ...entry, state: 'replaced' } : entry
	);
}

function marked(lobby: Lobby, id: string, state: Entry['state']): Lobby {
	return lobby.map((entry) => (entry.id === id ? { ...entry, state } : entry));
}
