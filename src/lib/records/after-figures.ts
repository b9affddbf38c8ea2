/** What is known once the debrief is over and everybody has scored: scores and debrief. */
import type { State } from '../debrief/debrief.ts';
import type { PersonId } from '../kernel/decider.ts';
import { observers, type Roster } from '../people/roster.ts';
import { mean } from '../scoring/judge.ts';
import { supervisorOf } from '../scoring/readers.ts';
import type { Scores, Sheet } from '../scoring/scoring.ts';

export interface ScoreFigure {
	readonly total: number;
	readonly grade: string;
}

export interface ScoreFigures {
	readonly self: ScoreFigure | null;
	readonly observers: Readonly<Record<PersonId, ScoreFigure>>;
	readonly supervisor: (ScoreFigure & { readonly by: PersonId }) | null;
	/** The supervisor's included. */
	readonly observerAverage: number | null;
}

export interface DebriefFigures {
	readonly durationMinutes: number | null;
	readonly participants: number;
	readonly statements: number;
	readonly unified: number;
	readonly remedies: number;
}

export function scoreFigures({ self, observers: sheets }: Scores, people: Roster): ScoreFigures {
	const by = supervisorOf(observers(people), (id) => sheets[id] !== undefined);
	const supervisor = by === null ? undefined : sheets[by];
	return {
		self: self && figureOf(self),
		observers: Object.fromEntries(Object.entries(sheets).map(([id, sheet]) => [id, figureOf(sheet)])),
		supervisor: by !== null && supervisor ? { by, ...figureOf(supervisor) } : null,
		observerAverage: mean(Object.values(sheets).map(({ total }) => total))
	};
}

function figureOf({ total, grade }: Sheet): ScoreFigure {
	return { total, grade };
}

const MINUTE = 60_000;

export function debriefFigures(debrief: State): DebriefFigures {
	const closedAt = debrief?.closedAt ?? null;
	return {
		durationMinutes:
			debrief === null || closedAt === null ? null : Math.floor((closedAt - debrief.openedAt) / MINUTE),
		participants: debrief?.participants.length ?? 0,
		statements: debrief?.statements.length ?? 0,
		unified: debrief?.points.length ?? 0,
		remedies: debrief?.remedies.length ?? 0
	};
}
