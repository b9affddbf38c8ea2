import { observers } from '../people/roster.ts';
import { minutesAdoptedBy } from '../vote/vote.ts';
import { supervisorSheet } from './score-standing.ts';
import { house, type Meeting } from './state.ts';

/** In the order of an evening; what the seal would make impossible for good. */
export type Missing =
	| 'adoption'
	| 'chair-signature'
	| 'taker-signature'
	| 'self-score'
	| 'supervisor-score'
	| 'debrief'
	| 'debrief-open';

/** Whether a debrief belongs to this meeting: somebody came to look on (S0-6). */
export function expectsDebrief(meeting: Meeting): boolean {
	return observers(meeting.people).some(({ id }) => house(meeting).attended(id));
}

/** What an ended meeting still lacks before it is sealed (SE1). It hinders nothing. */
export function missingBeforeSeal(meeting: Meeting): Missing[] {
	const { chair, minuteTaker, adoption, debrief, scores, setup, people, votes } = meeting;
	const isSigned = (role: 'chair' | 'minute-taker') =>
		adoption.signatures.some((signature) => signature.role === role);
	const isAdopted = minutesAdoptedBy(votes) !== undefined;
	const isScored = Boolean(setup.rules.scoring);
	const found: readonly (readonly [Missing, boolean])[] = [
		['adoption', !isAdopted],
		['chair-signature', isAdopted && chair !== minuteTaker && !isSigned('chair')],
		['taker-signature', isAdopted && minuteTaker !== null && !isSigned('minute-taker')],
		['self-score', isScored && scores.self === null],
		[
			'supervisor-score',
			isScored &&
				scores.self !== null &&
				observers(people).some(({ supervises }) => supervises) &&
				supervisorSheet(meeting) === null
		],
		['debrief', debrief === null && expectsDebrief(meeting)],
		['debrief-open', debrief !== null && debrief.closedAt === null]
	];
	return found.flatMap(([missing, is]) => (is ? [missing] : []));
}
