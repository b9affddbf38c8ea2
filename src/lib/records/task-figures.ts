import type { Setup } from '../meeting/contract.ts';
import { byCodeUnit, percent } from '../rollcall/attendance.ts';
import { reviewOf, type Task, type Tasks } from '../tasks/tasks.ts';

export interface TaskFigures {
	readonly total: number;
	readonly byOwner: Readonly<Record<string, number>>;
	readonly byGroup: Readonly<Record<string, number>>;
	readonly withoutOwner: readonly string[];
	readonly withoutDeadline: readonly string[];
	readonly override: string | null;
}

export interface PreviousTaskFigures {
	readonly total: number;
	readonly done: number;
	readonly averagePercent: number | null;
}

export interface ProgrammeFigures {
	readonly done: number;
	readonly total: number;
	readonly percent: number | null;
}

export function taskFigures({ assigned, override }: Tasks): TaskFigures {
	const idsOf = (which: (task: Task) => boolean) =>
		assigned
			.filter(which)
			.map(({ id }) => id)
			.sort(byCodeUnit);
	return {
		total: assigned.length,
		byOwner: counted(assigned.map(({ owner }) => owner)),
		byGroup: counted(assigned.map(({ group }) => group)),
		withoutOwner: idsOf(({ owner, group }) => owner === null && group === null),
		withoutDeadline: idsOf(({ deadline }) => deadline === null),
		override
	};
}

function counted(names: readonly (string | null)[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
	return Object.fromEntries(counts);
}

export function previousTaskFigures(tasks: Tasks): PreviousTaskFigures {
	const { total, done, averagePercent } = reviewOf(tasks);
	return { total, done, averagePercent };
}

/** How many cells have held a model meeting, this one included where it was one (S3-4). */
export function programmeFigures({
	programme,
	model
}: Pick<Setup, 'programme' | 'model'>): ProgrammeFigures | null {
	if (programme === null) return null;
	const { done: before, total } = programme.coverageBefore;
	const done = before + (model ? 1 : 0);
	return { done, total, percent: percent(done, total) };
}
