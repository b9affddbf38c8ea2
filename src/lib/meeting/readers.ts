/** Who may read what others wrote, as things stand now. */
import { find as findItem } from '../agenda/agenda.ts';
import type { Comment, Target } from '../comments/contract.ts';
import { isReadable, type Reader } from '../comments/readers.ts';
import type { PersonId } from '../kernel/decider.ts';
import { find as findPaper, isFor } from '../papers/papers.ts';
import { isCommittee, isRecorder, leads as leadsIn, takesPart } from '../people/may.ts';
import { house, type Meeting } from './state.ts';

/** Desk, minute taker and committee: who sees what the others sent them. */
export function leads(meeting: Meeting, person: PersonId | null): boolean {
	return person !== null && leadsIn(house(meeting), person);
}

/** An observer who follows this cell: sees how it has prepared, not what anybody prepared (RD1, OP7). */
export function supervises({ people }: Meeting, person: PersonId | null): boolean {
	const found = person === null ? undefined : people[person];
	return found?.kind === 'observer' && found.supervises;
}

/** A screen of the hall counts as an observer: whoever walks by reads it. */
export function seesAsObserver({ people }: Meeting, person: PersonId | null): boolean {
	return person === null || people[person]?.kind !== 'member';
}

export function maySee(meeting: Meeting, person: PersonId | null, { kind, ref }: Target): boolean {
	const paper = kind === 'paper' ? findPaper(meeting.papers, ref) : undefined;
	return !paper || isFor(paper, seesAsObserver(meeting, person));
}

export function isResponsible(meeting: Meeting, person: PersonId | null, { kind, ref }: Target): boolean {
	return person !== null && kind === 'item' && findItem(meeting.agenda, ref)?.responsible === person;
}

export function readerOf(meeting: Meeting, person: PersonId | null): Reader {
	return {
		person,
		isChair: person !== null && person === meeting.chair,
		isRecorder: person !== null && isRecorder(house(meeting), person),
		isCommittee: person !== null && isCommittee(meeting.people[person]),
		isInDebrief: isInDebrief(meeting, person),
		isResponsible: (on) => isResponsible(meeting, person, on),
		maySee: (on) => maySee(meeting, person, on)
	};
}

/** Whether somebody sees what lies before the debrief, and hears what is said there (DB8, DB11). */
export function isInDebrief(meeting: Meeting, person: PersonId | null): boolean {
	return person !== null && meeting.debrief !== null && takesPart(house(meeting), person);
}

export function readsComment(meeting: Meeting, person: PersonId | null, comment: Comment): boolean {
	return isReadable(comment, readerOf(meeting, person));
}
