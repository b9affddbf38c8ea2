import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Person } from '../people/roster.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { stayNow, type Rollcall } from './rollcall.ts';

export interface Facts extends Act {
	readonly person: (id: PersonId) => Person | undefined;
	/** Whether `code` is what the room's screen shows now (RC3). */
	readonly roomCode: (code: string) => boolean;
}

export function decide(rollcall: Rollcall, command: Command, facts: Facts): Decision<Event, Refusal> {
	const { who } = facts;
	switch (command.type) {
		case 'attendance.check-in': {
			const mistake = cannotComeIn(rollcall, who, facts);
			if (mistake) return refused(mistake);
			if (command.method === 'qr' && !facts.roomCode(command.code ?? '')) return refused('wrong-code');
			return happened({
				type: 'attendance.checked-in',
				member: who,
				method: command.method,
				place: command.mode ?? 'room'
			});
		}
		case 'attendance.check-in-all':
			return checkInAll(rollcall, command.members, facts);
		case 'attendance.leave':
			return stayNow(rollcall, who)
				? happened({ type: 'attendance.left', member: who })
				: refused('not-present');
		case 'attendance.retract':
			return rollcall.stays[command.of]?.length
				? happened({ type: 'attendance.retracted', member: command.of })
				: refused('nothing-to-retract');
		case 'leave.request':
			return happened({ type: 'leave.requested', member: who, kind: command.kind, reason: command.reason });
		case 'leave.decide':
			return rollcall.leaves[command.of]?.length
				? happened({ type: 'leave.decided', member: command.of, accepted: command.accept })
				: refused('nothing-to-decide');
		case 'observer.join': {
			const observer = facts.person(who);
			if (observer?.kind !== 'observer') return refused('unknown');
			if (stayNow(rollcall, who)) return refused('already-present');
			return happened({ type: 'observer.joined', observer: who, place: command.mode ?? observer.mode });
		}
		case 'observer.leave':
			return stayNow(rollcall, who)
				? happened({ type: 'observer.left', observer: who })
				: refused('not-present');
		default:
			return unreachable(command);
	}
}

function cannotComeIn(rollcall: Rollcall, id: PersonId, facts: Facts): Refusal | null {
	const member = facts.person(id);
	if (member?.kind !== 'member') return 'unknown';
	if (member.standing === 'temporary-elsewhere' || member.standing === 'suspended') return 'not-summoned';
	return stayNow(rollcall, id) ? 'already-present' : null;
}

/** Who is there already is left as they are, so that two desks pressing at once mark nobody twice. */
function checkInAll(rollcall: Rollcall, ids: readonly PersonId[], facts: Facts): Decision<Event, Refusal> {
	const events: Event[] = [];
	for (const member of new Set(ids)) {
		const mistake = cannotComeIn(rollcall, member, facts);
		if (mistake === 'already-present') continue;
		if (mistake) return refused(mistake);
		events.push({ type: 'attendance.checked-in', member, method: 'desk', place: 'room' });
	}
	return events.length > 0 ? happened(...events) : refused('already-present');
}
