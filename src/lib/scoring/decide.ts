import { happened, refused, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Event, Frame, Refusal } from './contract.ts';
import { judge } from './judge.ts';

export interface Facts extends Act {
	/** Null where the rule profile names none. */
	readonly frame: Frame | null;
	/** Thematic or combined (SC3). */
	readonly isThematic: boolean;
	/** Scores for the cell (SC5). */
	readonly isChair: boolean;
	/** Whether an observer was ever there (SC6). */
	readonly hasJoined: (person: PersonId) => boolean;
}

export function decide({ points, note }: Command, facts: Facts): Decision<Event, Refusal> {
	const { who, frame, isThematic, isChair, hasJoined } = facts;
	const judged = frame && judge(frame, isThematic, points);
	if (!judged) return refused('invalid-score');
	if (!isChair && !hasJoined(who)) return refused('not-present');
	return happened({
		type: 'score.submitted',
		person: who,
		as: isChair ? 'self' : 'observer',
		points,
		...judged,
		note: note ?? null
	});
}
