/** Gives the papers that a batch of commands issues their numbers, counted on from the log (NU1, NU4). */
import type { Event } from '../../src/lib/meeting/contract.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { due } from '../../src/lib/numbers/due.ts';
import { isAdopted, minutesAdoptedBy } from '../../src/lib/vote/vote.ts';
import type { CountAppend, Log } from '../log/port.ts';
import { countOf, nextNumber, numberWords } from '../meetings/numbering.ts';
import type { Draft } from './draft.ts';

export interface Counting {
	readonly log: Pick<Log, 'last'>;
	/** The term that a cell is in; null where nobody said. */
	readonly termOf: (cell: string) => Promise<string | null>;
}

/** @param happened  just now, already part of the draft */
export async function numbersFor(
	draft: Draft,
	happened: readonly Event[],
	{ log, termOf }: Counting
): Promise<Event[]> {
	const { meeting, counts } = draft;
	const types = happened.map(({ type }) => type);
	const papers = due(types, meeting.numbers, factsOf(meeting));
	if (papers.length === 0) return [];
	const { cell } = meeting.setup;
	const term = await termOf(cell.id);
	const { resolutionNumber, minutesNumber } = meeting.setup;
	const committee = meeting.preparation.committeeMeeting?.minutesNumber;
	const planned = {
		resolution: resolutionNumber,
		minutes: minutesNumber ?? null,
		committee: committee ?? null
	};
	const given: Event[] = [];
	for (const paper of papers) {
		const count = countOf(paper, cell.id, term);
		const known: Pick<CountAppend, 'expected' | 'to'> = counts.get(count) ?? (await begun(log, count));
		const number = nextNumber(paper, known.to, planned);
		counts.set(count, { stream: 'count', count, expected: known.expected, to: number });
		given.push({ type: 'number.given', paper, number, words: numberWords(paper, number), term });
	}
	return given;
}

async function begun(log: Pick<Log, 'last'>, count: CountAppend['count']) {
	const last = await log.last(count);
	return { expected: last, to: last };
}

function factsOf({ votes, conclusions, debrief, people, preparation }: Meeting): Parameters<typeof due>[2] {
	return {
		areMinutesAdopted: minutesAdoptedBy(votes) !== undefined,
		isResolutionAdopted: isAdopted(votes),
		hasConclusions: Object.keys(conclusions).length > 0,
		hasCommitteeMeeting: preparation.committeeMeeting !== null,
		isDebriefOfCell: people[debrief?.opener ?? '']?.kind === 'member'
	};
}
