import { find } from '../agenda/agenda.ts';
import type { PersonId } from '../kernel/decider.ts';
import { isInRoom } from '../rollcall/presence.ts';
import { nextSpeaker, queue, type Place } from '../speaking/queue.ts';
import type { Command } from './contract.ts';
import { sitting, type Meeting } from './state.ts';

/** The waiting in their order, each with the reason (SP10). */
export function queueOf(meeting: Meeting): Place[] {
	const { floor, agenda, people } = meeting;
	const room = sitting(meeting);
	return queue(floor, {
		runningItem: agenda.running,
		isPresent: (id) => isInRoom(room, id),
		isGuest: (id) => people[id]?.kind === 'observer',
		groupOf: (id) => groupOf(meeting, id)
	});
}

function groupOf({ floor, people }: Meeting, id: PersonId): string {
	const person = people[id];
	if (person?.kind === 'observer') return person.delegation ?? person.organisation;
	return floor.groups.find(({ members }) => members.includes(id))?.name ?? '';
}

/** What a turn may take now: the item's limit, else the chair's, else the meeting's as it was made (SP4). */
export function turnLimit({ agenda, floor, setup }: Meeting): number | null {
	const ofItem = find(agenda, agenda.running)?.speakLimitSeconds ?? null;
	return ofItem ?? (floor.limits ? floor.limits.turnSeconds : setup.speakLimitSeconds);
}

/** What gives the floor to the next of `places`: a guest, whom nobody may grant it, is invited to present (SP3). */
export function callNext(
	{ people }: Meeting,
	places: readonly Place[],
	newRef: () => string
): Extract<Command, { type: 'floor.grant' | 'floor.invite' }> | null {
	const next = nextSpeaker(places);
	if (!next) return null;
	return people[next.person]?.kind === 'observer'
		? { type: 'floor.invite', ref: newRef(), to: next.person, kind: 'presentation' }
		: { type: 'floor.grant', request: next.id };
}
