import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Guest, Refusal } from './contract.ts';

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

export interface Facts extends Act {
	/** The account of the device that sent this. */
	readonly device: string;
	readonly person: (id: PersonId) => Person | undefined;
}

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

export function decide(lobby: Lobby, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'join.claim':
			if (isTaken(lobby, command.ref)) return refused('id-taken');
			if (!facts.person(command.member)) return refused('unknown');
			if (holder(lobby, command.member, facts.device)) return refused('name-taken');
			return happened({
				type: 'join.claimed',
				entry: command.ref,
				device: facts.device,
				member: command.member
			});
		case 'join.knock': {
			if (isTaken(lobby, command.ref) || facts.person(command.ref)) return refused('id-taken');
			const { ref, name, title, organisation, mode } = command;
			return happened({
				type: 'join.knocked',
				entry: ref,
				device: facts.device,
				guest: { name, title, organisation, mode }
			});
		}
		case 'join.confirm':
			return confirm(lobby, command.entries);
		case 'join.refuse':
			return withEntry(lobby, command.entry, 'waiting', (entry) =>
				happened({ type: 'join.refused', entry: entry.id })
			);
		case 'join.revoke':
			return withEntry(lobby, command.entry, 'confirmed', (entry) =>
				happened({ type: 'join.revoked', entry: entry.id, device: entry.device })
			);
		default:
			return unreachable(command);
	}
}

/** All that still wait are let in; whoever another desk dealt with meanwhile is left as they are. */
function confirm(lobby: Lobby, ids: readonly string[]): Decision<Event, Refusal> {
	const events: Event[] = [];
	const given = new Set<PersonId>();
	for (const id of new Set(ids)) {
		const entry = lobby.find((other) => other.id === id);
		if (!entry) return refused('unknown');
		if (entry.state !== 'waiting') continue;
		if (entry.wants === 'guest') {
			events.push({
				type: 'join.confirmed',
				entry: id,
				device: entry.device,
				person: id,
				guest: entry.guest
			});
		} else if (!holder(lobby, entry.member, entry.device) && !given.has(entry.member)) {
			given.add(entry.member);
			events.push({ type: 'join.confirmed', entry: id, device: entry.device, person: entry.member });
		} else if (ids.length === 1) {
			return refused('name-taken');
		}
	}
	return events.length > 0 ? happened(...events) : refused('not-waiting');
}

/** The confirmed entry by which another device holds the name (LO2). */
function holder(lobby: Lobby, member: PersonId, device: string): Entry | undefined {
	return lobby.find(
		(entry) =>
			entry.state === 'confirmed' &&
			entry.wants === 'name' &&
			entry.member === member &&
			entry.device !== device
	);
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

function isTaken(lobby: Lobby, id: string): boolean {
	return lobby.some((entry) => entry.id === id);
}

function withEntry(
	lobby: Lobby,
	id: string,
	state: Entry['state'],
	then: (entry: Entry) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const entry = lobby.find((other) => other.id === id);
	if (!entry) return refused('unknown');
	return entry.state === state ? then(entry) : refused('not-waiting');
}
