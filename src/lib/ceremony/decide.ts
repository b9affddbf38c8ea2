import { happened, refused, unreachable, type Act, type Decision, type ItemId } from '../kernel/decider.ts';
import type { Ceremonies } from './ceremony.ts';
import type { Command, Event, Refusal } from './contract.ts';

export interface Facts extends Act {
	/** Null where there is no such item. */
	readonly itemState: (item: ItemId) => 'planned' | 'running' | 'done' | 'skipped' | null;
	readonly isRunning: boolean;
}

export function decide(ceremonies: Ceremonies, command: Command, facts: Facts): Decision<Event, Refusal> {
	const { item } = command;
	const state = facts.itemState(item);
	if (state === null) return refused('unknown');
	if (command.type === 'ceremony.plan') {
		if (state !== 'planned') return refused('already-started');
		return happened({ type: 'ceremony.planned', item, candidate: command.candidate });
	}
	if (!ceremonies[item]) return refused('unknown');
	switch (command.type) {
		case 'ceremony.drop':
			return state === 'planned' ? happened({ type: 'ceremony.dropped', item }) : refused('already-started');
		case 'ceremony.step':
			if (!facts.isRunning) return refused('wrong-phase');
			return happened({ type: 'ceremony.stepped', item, step: command.step, done: command.done });
		default:
			return unreachable(command);
	}
}
