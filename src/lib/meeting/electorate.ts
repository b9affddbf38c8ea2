import type { PersonId } from '../kernel/decider.ts';
import { members, type Member } from '../people/roster.ts';
import { isInRoom } from '../rollcall/presence.ts';
import type { Meeting } from './state.ts';

/** Who forms the base of a vote that opens now, and who of them is in the room (VO2, VO3). Ids in order of the roster. */
export function electorate(meeting: Meeting): { base: PersonId[]; roll: PersonId[] } {
	const { rollcall, setup } = meeting;
	const present = (member: Member) => isInRoom({ rollcall, onlineCounts: setup.onlineCounts }, member.id);
	const base = members(meeting.people).filter((member) => belongsToBase(meeting, member, present(member)));
	return { base: base.map(({ id }) => id), roll: base.filter(present).map(({ id }) => id) };
}

function belongsToBase(meeting: Meeting, member: Member, isPresent: boolean): boolean {
	if (member.partyStatus !== 'official') return false;
	if (member.standing === 'exempt' || member.standing === 'special-duty') return isPresent;
	if (member.standing !== 'active') return false;
	return meeting.setup.rules.voteBase === 'list' || !stayedAwayExcused(meeting, member);
}

function stayedAwayExcused({ rollcall }: Meeting, member: Member): boolean {
	const accepted = (rollcall.leaves[member.id] ?? []).some(
		(leave) => leave.kind === 'absent' && leave.decision === 'accepted'
	);
	return accepted && (rollcall.stays[member.id] ?? []).length === 0;
}
