import {
	happened,
	refused,
	unreachable,
	type Act,
	type ClauseId,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { type Tasks, change, find, type Of, allKnown } from './tasks.ts';

export interface Facts extends Act {
	readonly isKnown: (person: PersonId) => boolean;
	readonly clauseExists: (clause: ClauseId) => boolean;
	readonly itemExists: (item: ItemId) => boolean;
	readonly runningItem: ItemId | null;
	readonly isDesk: boolean;
}

export function decide(tasks: Tasks, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'task.assign':
			return assign(tasks, command, facts);
		case 'task.change':
			return change(tasks, command, facts);
		case 'task.remove':
			if (!find(tasks, command.task)) return refused('unknown');
			return happened({ type: 'task.removed', task: command.task });
		case 'task.review':
			return review(tasks, command, facts);
		default:
			return unreachable(command);
	}
}

function assign(tasks: Tasks, command: Of<'task.assign'>, facts: Facts): Decision<Event, Refusal> {
	const { ref, task: words, owner, group, supports = [], deadline, reportAt, clause, item } = command;
	if (find(tasks, ref) || tasks.previous.some(({ id }) => id === ref)) return refused('id-taken');
	if (!allKnown(facts, owner, supports)) return refused('unknown');
	if (item !== undefined && !facts.itemExists(item)) return refused('unknown');
	return happened({
		type: 'task.assigned',
		task: ref,
		words,
		owner: owner ?? null,
		group: group ?? null,
		supports,
		deadline: deadline ?? null,
		reportAt: reportAt ?? null,
		clause: clause !== undefined && facts.clauseExists(clause) ? clause : null,
		item: item ?? facts.runningItem
	});
}

function review(tasks: Tasks, command: Of<'task.review'>, facts: Facts): Decision<Event, Refusal> {
	const task = tasks.previous.find(({ id }) => id === command.task);
	if (!task) return refused('unknown');
	if (!facts.isDesk && task.owner !== facts.who) return refused('not-allowed');
	const whole = command.status === 'done' && command.percent === undefined;
	return happened({ ...command, ...(whole && { percent: 100 }), type: 'task.reviewed' });
}
