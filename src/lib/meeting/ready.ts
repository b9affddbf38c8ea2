import { hasPrepared } from '../opinions/opinions.ts';
import type { Facts } from '../readiness/readiness.ts';
import { leads, supervises } from './readers.ts';
import type { Meeting } from './state.ts';

/** What the page knows besides the facts of the meeting; absent for what it is not told. */
export interface Known {
	/** Who looks. */
	readonly person: string | null;
	/** The words of a clause. */
	readonly clauseText?: (clause: string) => string;
	/** Screens of the hall that are connected. */
	readonly screens?: number;
}

const HOUR_MS = 3_600_000;

export function readyFacts(meeting: Meeting, { person, clauseText, screens }: Known): Facts {
	const { clauses, noticeAt, minuteTaker, openedAt, preparation, papers, setup } = meeting;
	// A thematic meeting may do without a resolution (RD4).
	const wantsDraft = clauses.length > 0 || setup.type !== 'thematic';
	const written = (text: (clause: string) => string) => clauses.filter(({ id }) => text(id) !== '').length;
	return {
		committee: preparation.committeeMeeting !== null,
		papers: papers.length,
		...onTime(meeting),
		...(clauseText && wantsDraft && { draft: { clauses: clauses.length, written: written(clauseText) } }),
		questions: preparation.questions.length,
		...(mayKnowOpinions(meeting, person) && opinions(meeting)),
		...(screens !== undefined && { wall: screens }),
		summons: noticeAt !== null,
		hasMinuteTaker: minuteTaker !== null,
		isOpened: openedAt !== null
	};
}

/** As the figures count it: the last paper, against the hours that the rule profile asks for. */
function onTime({ papers, setup }: Meeting): Pick<Facts, 'isOnTime'> {
	const { postBeforeHours } = setup.rules;
	if (postBeforeHours === undefined || papers.length === 0) return {};
	const last = Math.max(...papers.map(({ at }) => at));
	return { isOnTime: setup.plannedStart - last >= postBeforeHours * HOUR_MS };
}

function mayKnowOpinions(meeting: Meeting, person: string | null): boolean {
	return leads(meeting, person) || supervises(meeting, person);
}

function opinions({ opinions: all }: Meeting): Pick<Facts, 'opinions' | 'prepared'> {
	const prepared = all.assigned.filter((asked) => hasPrepared(all, asked)).length;
	return { opinions: all.assigned.length, prepared };
}
