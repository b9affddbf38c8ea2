/** Which papers are issued by what happened, and so wait for their number (NU1). */
import type { Numbered } from './contract.ts';
import type { Numbers } from './numbers.ts';

export interface Facts {
	readonly areMinutesAdopted: boolean;
	readonly isResolutionAdopted: boolean;
	readonly hasConclusions: boolean;
	/** Whether the committee’s meeting before was entered: now nobody can change or remove it any more. */
	readonly hasCommitteeMeeting: boolean;
	/** Where a delegation held the debrief, its minutes are a paper of the committee that sent it. */
	readonly isDebriefOfCell: boolean;
}

/** @param happened  the types of what happened at once */
export function due(happened: readonly string[], numbers: Numbers, facts: Facts): Numbered[] {
	const issued: Numbered[] = [
		...(happened.includes('notice.sent') ? (['agenda'] as const) : []),
		...(happened.includes('meeting.ended') ? atTheEnd(facts) : []),
		...(happened.includes('debrief.closed') && facts.isDebriefOfCell ? (['debrief'] as const) : [])
	];
	return issued.filter((paper) => numbers[paper] === undefined);
}

function atTheEnd({
	areMinutesAdopted,
	isResolutionAdopted,
	hasConclusions,
	hasCommitteeMeeting
}: Facts): Numbered[] {
	return [
		...(hasCommitteeMeeting ? (['committee'] as const) : []),
		...(isResolutionAdopted ? (['resolution'] as const) : []),
		...(!isResolutionAdopted && hasConclusions ? (['conclusion'] as const) : []),
		...(areMinutesAdopted ? (['minutes'] as const) : [])
	];
}

/** The next number of a series (NU2, NU5). @param last  0 where none was given yet in this term */
export function nextAfter(last: number, planned: string | null): number {
	if (last > 0) return last + 1;
	return numberIn(planned) ?? 1;
}

/** `Số 11-NQ/CB` is 11; null for words without a number. */
export function numberIn(words: string | null): number | null {
	const found = Number.parseInt(/\d{1,5}/.exec(words ?? '')?.[0] ?? '', 10);
	return found > 0 ? found : null;
}
