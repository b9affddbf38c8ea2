import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Entry, Lobby } from './lobby.ts';

export interface Facts extends Act {
	/** The account of the device that sent this. */
	readonly device: string;
	readonly person: (id: PersonId) => Person | undefined;
	/** Who holds the desk or takes the minutes. */
	readonly isRecorder: (id: PersonId) => boolean;
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
			const { ref, name, title = '', organisation = '', mode } = command;
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
		case 'join.share':
			return withEntry(lobby, command.entry, 'confirmed', (entry) =>
				share(lobby, entry, command.members, facts)
			);
		case 'join.use':
			return use(lobby, command.member, facts);
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

/** A name that another device has stays with it, and what the desk may do is in nobody's hands who passes by (LO6). */
function share(
	lobby: Lobby,
	entry: Entry,
	members: readonly PersonId[],
	{ person, isRecorder }: Facts
): Decision<Event, Refusal> {
	if (entry.wants !== 'name') return refused('not-eligible');
	for (const id of members.length > 0 ? [entry.member, ...members] : []) {
		if (!person(id)) return refused('unknown');
		if (person(id)?.kind !== 'member' || isRecorder(id)) return refused('not-eligible');
		if (holder(lobby, id, entry.device)) return refused('name-taken');
	}
	const { id, device } = entry;
	return happened({ type: 'join.shared', entry: id, device, members: [...new Set(members)] });
}

/** One tap, and what is done from now on is that person's (LO7). */
function use(lobby: Lobby, member: PersonId, { device, isRecorder }: Facts): Decision<Event, Refusal> {
	const entry = lobby.findLast((other) => other.device === device && other.state === 'confirmed');
	if (!entry?.shared) return refused('not-shared');
	if (!entry.shared.members.includes(member)) return refused('unknown');
	// Given an office since: what the desk may do is done on a device of one's own.
	if (isRecorder(member)) return refused('not-eligible');
	return happened({ type: 'join.used', entry: entry.id, device, member });
}

/** The confirmed entry by which another device holds the name (LO2). */
function holder(lobby: Lobby, member: PersonId, device: string): Entry | undefined {
	return lobby.find(
		(entry) =>
			entry.state === 'confirmed' &&
			entry.wants === 'name' &&
			(entry.shared?.members ?? [entry.member]).includes(member) &&
			entry.device !== device
	);
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
