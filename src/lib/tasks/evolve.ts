import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event, PreviousTask } from './contract.ts';
import type { Task, Tasks } from './tasks.ts';

export function initial(previous: readonly PreviousTask[]): Tasks {
	return { assigned: [], previous, override: null };
}

export function evolve(tasks: Tasks, event: Logged<Event>): Tasks {
	switch (event.type) {
		case 'task.assigned': {
			const { task: id, words, owner, group, supports, deadline, reportAt, clause, item } = event;
			const made = { id, words, owner, group, supports, deadline, reportAt, clause, item };
			return { ...tasks, assigned: [...tasks.assigned, made] };
		}
		case 'task.changed':
			return {
				...tasks,
				assigned: tasks.assigned.map((task) => (task.id === event.task ? changed(task, event) : task))
			};
		case 'task.removed':
			return { ...tasks, assigned: tasks.assigned.filter(({ id }) => id !== event.task) };
		case 'task.reviewed':
			return {
				...tasks,
				previous: tasks.previous.map((task) => (task.id === event.task ? reviewed(task, event) : task))
			};
		default:
			return unreachable(event);
	}
}

/** The end of the meeting, with the reason that was given where something was lacking. */
export function ended(tasks: Tasks, override: string | undefined): Tasks {
	return override === undefined ? tasks : { ...tasks, override };
}

type Changed = Extract<Event, { type: 'task.changed' }>;

function changed(task: Task, change: Changed): Task {
	const { words, owner, group, supports, deadline, reportAt } = change;
	return {
		...task,
		words: words ?? task.words,
		owner: owner === undefined ? task.owner : owner,
		group: group === undefined ? task.group : group,
		supports: supports ?? task.supports,
		deadline: deadline === undefined ? task.deadline : deadline,
		reportAt: reportAt === undefined ? task.reportAt : reportAt
	};
}

function reviewed(task: PreviousTask, event: Extract<Event, { type: 'task.reviewed' }>): PreviousTask {
	return {
		...task,
		status: event.status ?? task.status,
		percent: event.percent ?? task.percent,
		result: event.result ?? task.result,
		cause: event.cause ?? task.cause
	};
}
