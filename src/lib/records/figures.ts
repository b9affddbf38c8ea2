/**
 * The figures of a record (docs/meeting-script.md, section 7), computed from the facts alone. Groups whose
 * features do not exist yet are left out.
 */
import type { Amendments } from '../amendments/amendments.ts';
import type { Outcome } from '../amendments/contract.ts';
import { seconds } from '../agenda/agenda.ts';
import { closedSeconds } from '../closed/closed.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';
import { sitting, type Meeting } from '../meeting/state.ts';
import {
	cellCount,
	members,
	observers,
	type CellCount,
	type Member,
	type Observer
} from '../people/roster.ts';
import { attendance, byCodeUnit, type Attendance } from '../rollcall/attendance.ts';
import { countedStays } from '../rollcall/presence.ts';
import { actsOnBehalf, refusals, standing, type RefusalFigure } from './act-figures.ts';
import { debriefFigures, scoreFigures, type DebriefFigures, type ScoreFigures } from './after-figures.ts';
import {
	commentFigures,
	minutesFigures,
	resolutionFigures,
	reservationFigures,
	voteFigures,
	type CommentFigures,
	type MinutesFigures,
	type PaperTexts,
	type ResolutionFigures,
	type ReservationFigure,
	type VoteFigures
} from './paper-figures.ts';
import {
	previousTaskFigures,
	programmeFigures,
	taskFigures,
	type PreviousTaskFigures,
	type ProgrammeFigures,
	type TaskFigures
} from './task-figures.ts';
import { countOf, type RemarkCount } from '../remarks/remarks.ts';
import type { Scores } from '../scoring/scoring.ts';
import { preparationFigures, type PreparationFigures } from './preparation-figures.ts';
import { speakingFigures, type SpeakingFigures } from './speaking-figures.ts';

export interface Figures {
	readonly cell: CellCount;
	readonly attendance: Attendance;
	readonly observers: ObserverFigures;
	readonly time: TimeFigures;
	readonly speaking: SpeakingFigures;
	readonly votes: Readonly<Record<string, VoteFigures>>;
	readonly reservations: readonly ReservationFigure[];
	readonly amendments: Readonly<Record<string, Outcome>>;
	readonly resolution: ResolutionFigures | null;
	readonly comments: CommentFigures;
	readonly minutes: MinutesFigures;
	readonly tasks: TaskFigures;
	readonly previousTasks: PreviousTaskFigures;
	readonly programme: ProgrammeFigures | null;
	readonly preparation: PreparationFigures;
	readonly scores: ScoreFigures;
	readonly debrief: DebriefFigures;
	readonly refusals: readonly RefusalFigure[];
	readonly onBehalf: number;
	readonly projectionChanges: number;
}

export interface ObserverFigures {
	readonly invited: number;
	readonly attended: number;
	readonly room: number;
	readonly remote: number;
	readonly remarks: RemarkCount;
	readonly keptOut: readonly PersonId[];
	readonly quota: Readonly<Record<PersonId, QuotaFigure>>;
}

export interface QuotaFigure {
	readonly attended: number;
	readonly required: number;
	readonly met: boolean;
}

export interface TimeFigures {
	readonly startDelayMinutes: number | null;
	readonly durationMinutes: number | null;
	readonly meetsMinimum: boolean | null;
	readonly plannedMinutes: number;
	readonly itemSeconds: Readonly<Record<string, number>>;
	readonly skipped: readonly string[];
	readonly closedSeconds: number;
}

/**
 * @param meeting  as it stood at the seal, or stands now where there is none
 * @param events   its log up to there
 * @param scores   those that the record tells of
 */
export function figures(
	meeting: Meeting,
	events: readonly LoggedEvent[],
	texts: PaperTexts,
	scores: Scores = meeting.scores
): Figures {
	return {
		cell: cellCount(meeting.people),
		attendance: attendance(sitting(meeting)),
		observers: observerFigures(meeting),
		time: timeFigures(meeting),
		speaking: speakingFigures(meeting.floor, inRoom(meeting), (id) => meeting.people[id]?.kind === 'member'),
		votes: voteFigures(meeting.votes, texts),
		reservations: reservationFigures(meeting.votes),
		amendments: amendmentFigures(meeting.amendments),
		resolution: hadDraft(events) ? resolutionFigures(meeting, texts) : null,
		comments: commentFigures(meeting.comments, events, texts),
		minutes: minutesFigures(meeting, texts),
		tasks: taskFigures(meeting.tasks),
		previousTasks: previousTaskFigures(meeting.tasks),
		programme: programmeFigures(meeting.setup),
		preparation: preparationFigures(meeting),
		scores: scoreFigures(scores, meeting.people),
		debrief: debriefFigures(meeting.debrief),
		refusals: refusals(events),
		onBehalf: actsOnBehalf(standing(events)),
		projectionChanges: meeting.wall.changes
	};
}

/** What became of each; the end of the meeting left none pending. */
function amendmentFigures(amendments: Amendments): Record<string, Outcome> {
	return Object.fromEntries(amendments.flatMap(({ id, outcome }) => (outcome ? [[id, outcome.as]] : [])));
}

/** Whether the meeting ever had a clause: a draft of which none is left is a draft all the same. */
function hadDraft(events: readonly LoggedEvent[]): boolean {
	return events.some(
		(event) =>
			event.type === 'clause.added' || (event.type === 'meeting.created' && event.setup.clauses.length > 0)
	);
}

/** Present and voluntary together: who counts as having been there. */
function inRoom(meeting: Meeting): PersonId[] {
	const counts = ({ standing }: Member) =>
		standing === 'active' || standing === 'exempt' || standing === 'special-duty';
	return members(meeting.people)
		.filter((member) => counts(member) && countedStays(sitting(meeting), member.id).length > 0)
		.map(({ id }) => id);
}

function observerFigures(meeting: Meeting): ObserverFigures {
	const all = observers(meeting.people);
	// Somebody who joined twice is counted as they first came.
	const places = all.flatMap(({ id }) => countedStays(sitting(meeting), id)[0]?.place ?? []);
	return {
		invited: all.length,
		attended: places.length,
		room: places.filter((place) => place === 'room').length,
		remote: places.filter((place) => place === 'remote').length,
		remarks: countOf(meeting.remarks),
		keptOut: [...new Set(meeting.closed.flatMap(({ keptOut }) => keptOut))].sort(byCodeUnit),
		quota: Object.fromEntries(all.flatMap((observer) => quotaFigure(meeting, observer)))
	};
}

/** The year's count with this meeting, of who has one (S1-3). */
function quotaFigure(meeting: Meeting, { id, quota }: Observer): [PersonId, QuotaFigure][] {
	if (!quota) return [];
	const came = countedStays(sitting(meeting), id).length > 0;
	const attended = quota.attendedBefore + (came ? 1 : 0);
	return [[id, { attended, required: quota.required, met: attended >= quota.required }]];
}

const MINUTE = 60_000;

function timeFigures({ agenda, closed, openedAt, endedAt, setup }: Meeting): TimeFigures {
	const lasted = openedAt === null || endedAt === null ? null : endedAt - openedAt;
	return {
		startDelayMinutes: openedAt === null ? null : Math.floor((openedAt - setup.plannedStart) / MINUTE),
		durationMinutes: lasted === null ? null : Math.floor(lasted / MINUTE),
		meetsMinimum: lasted === null ? null : lasted >= setup.rules.minimumMinutes * MINUTE,
		plannedMinutes: agenda.items.reduce((sum, { minutes }) => sum + minutes, 0),
		itemSeconds: Object.fromEntries(agenda.items.map((item) => [item.id, seconds(item, endedAt ?? 0)])),
		skipped: agenda.items
			.filter(({ state }) => state === 'skipped')
			.map(({ id }) => id)
			.sort(byCodeUnit),
		closedSeconds: closedSeconds(closed, endedAt ?? 0)
	};
}
