import {
	happened,
	refused,
	type ClauseId,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Assignment, Command, Event, PreviousTask, Refusal } from './contract.ts';
import type { Facts } from './decide.ts';

export interface Task extends Assignment {
	readonly id: string;
	readonly clause: ClauseId | null;
	/** Under which it was assigned. */
	readonly item: ItemId | null;
}

export interface Tasks {
	readonly assigned: readonly Task[];
	/** Those of the meeting before (TA6). */
	readonly previous: readonly PreviousTask[];
	/** Why the meeting ended although something was lacking (TA4). */
	readonly override: string | null;
}

export type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function isLacking({ owner, group, deadline }: Assignment): boolean {
	return (owner === null && group === null) || deadline === null;
}

/** What keeps the meeting from ending (TA3, TA4). */
export function lacking({ assigned }: Tasks): Task[] {
	return assigned.filter(isLacking);
}

/** The tasks that a clause makes, for its pedigree and its place in the resolution. */
export function tasksOf({ assigned }: Tasks, clause: ClauseId): Task[] {
	return assigned.filter((task) => task.clause === clause);
}

/** What somebody leads or supports, the led first. */
export function tasksFor({ assigned }: Tasks, person: PersonId): Task[] {
	const led = assigned.filter(({ owner }) => owner === person);
	return [...led, ...assigned.filter((task) => !led.includes(task) && task.supports.includes(person))];
}

export function find({ assigned }: Tasks, id: string): Task | undefined {
	return assigned.find((task) => task.id === id);
}

export function change(tasks: Tasks, command: Of<'task.change'>, facts: Facts): Decision<Event, Refusal> {
	if (!find(tasks, command.task)) return refused('unknown');
	if (!allKnown(facts, command.owner ?? undefined, command.supports ?? [])) return refused('unknown');
	return happened({ ...command, type: 'task.changed' });
}

export function allKnown(facts: Facts, owner: PersonId | undefined, supports: readonly PersonId[]): boolean {
	return (owner === undefined || facts.isKnown(owner)) && supports.every((person) => facts.isKnown(person));
}

export interface Review {
	readonly total: number;
	readonly done: number;
	readonly inProgress: number;
	readonly notDone: number;
	/** Half up to one decimal; null where there was nothing to review. */
	readonly averagePercent: number | null;
}

/** How the tasks of the meeting before stand. */
export function reviewOf({ previous }: Tasks): Review {
	const count = (status: PreviousTask['status']) => previous.filter((task) => task.status === status).length;
	const tenths = previous.reduce((sum, { percent }) => sum + Math.round(percent * 10), 0);
	const n = previous.length;
	return {
		total: n,
		done: count('done'),
		inProgress: count('in-progress'),
		notDone: count('not-done'),
		averagePercent: n === 0 ? null : Math.floor((2 * tenths + n) / (2 * n)) / 10
	};
}

/** What must be put right, as the debrief found. */
type Remedy = Pick<Task, 'id' | 'words' | 'owner' | 'deadline'>;

/** What the next meeting of the cell begins with (TA8): what was left, what must be put right, what was assigned. */
export function carriedOver(
	{ assigned, previous }: Pick<Tasks, 'assigned' | 'previous'>,
	remedies: readonly Remedy[] = []
): PreviousTask[] {
	const open = { result: '', cause: '', status: 'in-progress' } as const;
	const begun = ({ id, words, owner, deadline }: Remedy, group: string | null) => ({
		...open,
		id,
		task: words,
		owner,
		group,
		deadline,
		stateAtStart: '',
		percent: 0
	});
	return [
		...previous
			.filter(({ status }) => status !== 'done')
			.map((task) => ({ ...task, ...open, stateAtStart: task.result || task.stateAtStart })),
		...remedies.map((remedy) => ({ ...begun(remedy, null), remedy: true as const })),
		...assigned.map((task) => begun(task, task.group))
	];
}
