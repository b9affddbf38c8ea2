import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import type { Entry, Lobby } from './lobby.ts';

export const initial: Lobby = [];

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
		case 'join.shared':
			return lobby.map((entry) => (entry.id === event.entry ? sharedAs(entry, event) : entry));
		case 'join.used':
			return lobby.map((entry) =>
				entry.id === event.entry && entry.shared
					? { ...entry, shared: { ...entry.shared, user: event.member, since: event.at } }
					: entry
			);
		default:
			return unreachable(event);
	}
}

function sharedAs(entry: Entry, { members, at }: Extract<Logged<Event>, { type: 'join.shared' }>): Entry {
	const { shared: before, ...own } = entry;
	if (members.length === 0 || entry.wants !== 'name') return own;
	const all = [entry.member, ...members.filter((id) => id !== entry.member)];
	const stays = before && all.includes(before.user);
	return { ...own, shared: { members: all, user: stays ? before.user : entry.member, since: at } };
}

function replaced(lobby: Lobby, device: string): Lobby {
	return lobby.map((entry) =>
		entry.device === device && entry.state === 'waiting' ? { ...entry, state: 'replaced' } : entry
	);
}

function marked(lobby: Lobby, id: string, state: Entry['state']): Lobby {
	return lobby.map((entry) => (entry.id === id ? { ...entry, state } : entry));
}
