/** What was done before the meeting: notice, papers, opinions. */
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Meeting } from '../meeting/state.ts';
import { hasPrepared, stateOf } from '../opinions/opinions.ts';
import type { Paper, Papers } from '../papers/papers.ts';

export interface PreparationFigures {
	readonly notified: number;
	readonly papers: number;
	/** From the last paper before the opening to the planned start, in tenths. */
	readonly hoursBeforeStart: number | null;
	readonly inTime: boolean | null;
	/** By paper: different members who opened it before the opening. */
	readonly readers: Readonly<Record<string, number>>;
	readonly opinions: OpinionFigures;
}

export interface OpinionFigures {
	readonly assigned: number;
	readonly prepared: number;
	readonly delivered: number;
}

export function preparationFigures(meeting: Meeting): PreparationFigures {
	const { papers, openedAt, setup, notified } = meeting;
	const last = lastBefore(papers, openedAt);
	const ahead = last === null ? null : Math.floor((setup.plannedStart - last) / 1000);
	const needed = setup.rules.postBeforeHours;
	const isMember = (id: PersonId) => meeting.people[id]?.kind === 'member';
	return {
		notified,
		papers: papers.length,
		hoursBeforeStart: ahead === null ? null : hours(ahead),
		inTime: ahead === null || needed === undefined ? null : ahead >= needed * 3600,
		readers: Object.fromEntries(papers.map((paper) => [paper.id, readers(paper, openedAt, isMember)])),
		opinions: opinionFigures(meeting)
	};
}

function lastBefore(papers: Papers, openedAt: Instant | null): Instant | null {
	const before = papers.map(({ at }) => at).filter((at) => openedAt === null || at < openedAt);
	return before.length === 0 ? null : Math.max(...before);
}

/** Half up to one decimal. */
function hours(seconds: number): number {
	return Math.floor((20 * seconds + 3600) / 7200) / 10;
}

function readers(
	{ openedAt: opened }: Paper,
	openedAt: Instant | null,
	isMember: (id: PersonId) => boolean
): number {
	return Object.entries(opened).filter(
		([person, at]) => isMember(person) && (openedAt === null || at < openedAt)
	).length;
}

function opinionFigures({ opinions, floor }: Meeting): OpinionFigures {
	const spoke = (person: PersonId) =>
		floor.turns.some((turn) => turn.person === person && turn.kind === 'assigned' && turn.endedAt !== null);
	const { assigned } = opinions;
	return {
		assigned: assigned.length,
		prepared: assigned.filter((asked) => hasPrepared(opinions, asked)).length,
		delivered: assigned.filter((asked) => stateOf(opinions, asked, spoke(asked.person), true) === 'delivered')
			.length
	};
}
