/** The whole room as one value: what each feature keeps. Plain JSON, the same on the server and in browsers. */
import type { Access } from '../access/access.ts';
import type { Adoption } from '../adoption/adoption.ts';
import type { Agenda } from '../agenda/agenda.ts';
import type { Amendments } from '../amendments/amendments.ts';
import type { Ceremonies } from '../ceremony/ceremony.ts';
import { isInside, type Closed } from '../closed/closed.ts';
import type { Clauses } from '../clauses/clauses.ts';
import type { Comments } from '../comments/comments.ts';
import type { Commitments } from '../commitments/commitments.ts';
import type { Conclusions } from '../conclusions/conclusions.ts';
import type * as Debrief from '../debrief/debrief.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Lobby } from '../lobby/lobby.ts';
import type { Notes } from '../minutes/minutes.ts';
import type { News } from '../news/news.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Opinions } from '../opinions/opinions.ts';
import type { Papers } from '../papers/papers.ts';
import { takesPart } from '../people/committee.ts';
import type { House } from '../people/house.ts';
import type { Roster } from '../people/roster.ts';
import type { Remarks } from '../remarks/remarks.ts';
import type { Reading } from '../remarks/readers.ts';
import type { Reports } from '../reports/reports.ts';
import type { Reading as SheetReading } from '../scoring/readers.ts';
import type { Scores } from '../scoring/scoring.ts';
import type { Preparation } from '../preparation/contract.ts';
import { countedStays, type Sitting } from '../rollcall/presence.ts';
import type { Rollcall } from '../rollcall/rollcall.ts';
import type { Seal } from '../seal/seal.ts';
import type { Floor } from '../speaking/speaking.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { freezesMinutes, freezesResolution, type Votes } from '../vote/vote.ts';
import type { Wall } from '../wall/wall.ts';
import type { Setup } from './contract.ts';
import type { Recent } from './undo.ts';

export interface Meeting {
	/** As it was made; offices, people, items and clauses have moved on since, in the fields below. */
	readonly setup: Omit<Setup, 'people' | 'items' | 'clauses' | 'previousTasks' | 'preparation'>;
	readonly phase: 'before' | 'running' | 'ended';
	readonly noticeAt: Instant | null;
	/** How many people the last notice went to; 0 before the first. */
	readonly notified: number;
	readonly openedAt: Instant | null;
	readonly endedAt: Instant | null;
	readonly chair: PersonId;
	readonly facilitator: PersonId | null;
	readonly minuteTaker: PersonId | null;
	readonly people: Roster;
	readonly access: Access;
	readonly agenda: Agenda;
	readonly rollcall: Rollcall;
	readonly floor: Floor;
	readonly comments: Comments;
	readonly conclusions: Conclusions;
	readonly clauses: Clauses;
	readonly amendments: Amendments;
	readonly closed: Closed;
	readonly notes: Notes;
	readonly adoption: Adoption;
	readonly papers: Papers;
	readonly opinions: Opinions;
	readonly preparation: Preparation;
	readonly votes: Votes;
	readonly news: News;
	readonly reports: Reports;
	readonly commitments: Commitments;
	readonly ceremonies: Ceremonies;
	readonly wall: Wall;
	readonly lobby: Lobby;
	readonly tasks: Tasks;
	readonly remarks: Remarks;
	/** Null until the chair sealed the record. */
	readonly seal: Seal | null;
	/** Of the papers that were issued. */
	readonly numbers: Numbers;
	readonly scores: Scores;
	readonly debrief: Debrief.State;
	/** What may still be taken back; null where nothing can, and in what a page starts from. */
	readonly recent: Recent | null;
}

/** What decides about rights (`people/may`). */
export function house(meeting: Meeting): House {
	const { phase, chair, facilitator, minuteTaker, people, access, closed, votes, seal, debrief } = meeting;
	return {
		phase,
		isSealed: seal !== null,
		chair,
		facilitator,
		minuteTaker,
		people,
		access,
		closed,
		resolutionFrozen: freezesResolution(votes),
		minutesFrozen: freezesMinutes(votes),
		attended: (id) => countedStays(sitting(meeting), id).length > 0,
		debriefOpener: debrief?.opener ?? null
	};
}

/** What decides who reads a remark (`remarks/readers`). */
export function reading(meeting: Meeting): Reading {
	const { people, closed, debrief } = meeting;
	return {
		people,
		isDebriefed: debrief !== null,
		takesPart: (id) => takesPart(house(meeting), id),
		wasKeptOut: (id) => closed.some((part) => !isInside(part, people[id]))
	};
}

/** What decides who reads an observer's sheet (`scoring/readers`). */
export function sheetReading({ people, debrief, seal }: Meeting): SheetReading {
	return { people, isPublished: seal !== null || (debrief !== null && debrief.closedAt !== null) };
}

/** Whether items of a frame that hang on a thematic part are scored (SC3). */
export function isThematic({ setup }: Meeting): boolean {
	return setup.type !== 'regular';
}

/** The item under which the tasks of the meeting before are reviewed (TA6). */
export function isReview({ code }: { readonly code: string | null }): boolean {
	return code === REVIEW;
}

const REVIEW = 'content.review-month';

/** What the counting of the roll needs (`rollcall/attendance`). */
export function sitting(meeting: Meeting): Sitting {
	const { people: roster, rollcall, openedAt, endedAt, setup } = meeting;
	return {
		roster,
		rollcall,
		openedAt,
		endedAt,
		onlineCounts: setup.onlineCounts,
		rule: setup.rules.attendance
	};
}
