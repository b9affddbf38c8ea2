import { pilot, type Pilot } from '../agenda/pilot.ts';
import type { Instant } from '../kernel/decider.ts';
import { secondsLeft, speakingNow } from '../speaking/speaking.ts';
import { queueOf, turnLimit } from './queue.ts';
import type { Meeting } from './state.ts';

/** Where nobody set how long a turn is. */
const USUAL_TURN_SECONDS = 180;

/** What a turn will take, for the forecast. */
export function turnSeconds(meeting: Meeting): number {
	return turnLimit(meeting) ?? USUAL_TURN_SECONDS;
}

/** Where the time goes, as of `now` (AG8). */
export function pilotOf(meeting: Meeting, now: Instant): Pilot {
	const { agenda, floor, setup, openedAt } = meeting;
	const turn = speakingNow(floor);
	const waiting = queueOf(meeting).filter(
		({ why: { because } }) => because !== 'later-item' && because !== 'heard'
	);
	return pilot(agenda, {
		now,
		plannedStart: setup.plannedStart,
		openedAt,
		waiting: waiting.length,
		turnSeconds: turnSeconds(meeting),
		speakerLeftSeconds: Math.max(0, (turn && secondsLeft(turn, now)) ?? 0),
		totalMinutes: floor.limits?.totalMinutes ?? null
	});
}
