import type { PersonId } from '../../src/lib/kernel/decider.ts';
import { personOf, sharedBy } from '../../src/lib/lobby/lobby.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';

/** Who a session speaks for, as the rooms need it. */
export interface Sender {
	readonly account: string;
	/** The person the account belongs to, in any meeting; null for a device that has no name yet, or a wall. */
	readonly person: PersonId | null;
	/** The meeting that a wall shows. */
	readonly wallOf: string | null;
}

/** The person of this meeting that the sender is: who has a shared device in hand, else by account or by what the desk confirmed. */
export function personIn(meeting: Meeting, sender: Sender): PersonId | null {
	const shared = sharedBy(meeting.lobby, sender.account);
	if (shared) return [shared.user, ...shared.members].find((id) => meeting.people[id]) ?? null;
	if (sender.person !== null && meeting.people[sender.person]) return sender.person;
	const given = personOf(meeting.lobby, sender.account);
	return given !== null && meeting.people[given] ? given : null;
}

/** Whether the sender may see the meeting at all: its people, and the walls paired with it. */
export function belongsTo(meeting: Meeting, sender: Sender): boolean {
	return sender.wallOf === meeting.setup.id || personIn(meeting, sender) !== null;
}
