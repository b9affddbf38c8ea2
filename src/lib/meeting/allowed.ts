import type { Act } from '../kernel/decider.ts';
import { judged, type Permit } from '../people/permit.ts';
import { find, isSecret } from '../vote/vote.ts';
import type { Command, Refusal } from './contract.ts';
import type { Facts } from './facts.ts';
import { house, type Meeting } from './state.ts';

/** What comes before any feature's own rule: whether this person may do such a thing at all. */
export function forbidden(permit: Permit, meeting: Meeting, command: Command, facts: Facts): Refusal | null {
	return (
		judged(permit, house(meeting), facts.by, onBehalfOf(command), isOfSecretVote(meeting, command)) ??
		atTheDesk(meeting, command, facts)
	);
}

/** What a command is when a feature's own rule judges it. */
export function actOf(command: Command, { now, by }: Facts): Act {
	return { now, by, who: onBehalfOf(command) ?? by };
}

export function onBehalfOf(command: Command): string | undefined {
	return 'for' in command ? command.for : undefined;
}

/** What is secret nobody does for another (script, section 5, step 2). */
function isOfSecretVote({ votes }: Meeting, command: Command): boolean {
	if (command.type !== 'ballot.cast' && command.type !== 'vote.reserve') return false;
	const vote = find(votes, command.vote);
	return vote !== undefined && isSecret(vote);
}

/** Marking somebody "at the desk" is the desk's, even among those who assist (script, `attendance.check-in`). */
function atTheDesk(meeting: Meeting, command: Command, { by }: Facts): Refusal | null {
	if (command.type !== 'attendance.check-in' || command.method !== 'desk') return null;
	return command.for !== undefined && (by === meeting.chair || by === meeting.facilitator)
		? null
		: 'not-allowed';
}
