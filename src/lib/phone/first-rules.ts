import * as Rollcall from '../rollcall/decide.ts';
import { refused } from '../kernel/decider.ts';
import { actOf, forbidden } from '../meeting/allowed.ts';
import type { Command } from '../meeting/contract.ts';
import {
	rollcallFacts,
	speakingFacts,
	type Facts,
	type MeetingDecision,
	type Rules
} from '../meeting/facts.ts';
import type { Meeting } from '../meeting/state.ts';
import { FIRST_PERMITS } from '../people/first-permits.ts';
import * as Speaking from '../speaking/asking.ts';

/** The rules of the few buttons that a phone shows at once; those of all the others are fetched when one is asked. */
export const firstRules: Rules = { decide, permits: FIRST_PERMITS };

function decide(meeting: Meeting, command: Command, facts: Facts): MeetingDecision | null {
	const act = actOf(command, facts);
	switch (command.type) {
		case 'attendance.check-in':
		case 'observer.join': {
			const refusal = forbidden(FIRST_PERMITS[command.type], meeting, command, facts);
			if (refusal) return refused(refusal);
			return Rollcall.decide(meeting.rollcall, command, rollcallFacts(meeting, act, facts));
		}
		case 'floor.request':
		case 'floor.withdraw':
		case 'floor.end': {
			const refusal = forbidden(FIRST_PERMITS[command.type], meeting, command, facts);
			if (refusal) return refused(refusal);
			return Speaking.ask(meeting.floor, command, speakingFacts(meeting, act, facts));
		}
		default:
			return null;
	}
}
