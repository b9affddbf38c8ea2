import { happened, refused, type Act, type Decision, type ItemId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';

export interface Facts extends Act {
	/** Whether the item has run or runs; undefined where there is none. */
	readonly hasRun: (id: ItemId) => boolean | undefined;
	/** The minutes are put to the vote, or adopted (CN3). */
	readonly areMinutesFrozen: boolean;
}

export function decide(command: Command, facts: Facts): Decision<Event, Refusal> {
	const hasRun = facts.hasRun(command.item);
	if (hasRun === undefined) return refused('unknown');
	if (!hasRun) return refused('not-started');
	if (facts.areMinutesFrozen) return refused('minutes-frozen');
	return happened({ type: 'item.concluded', item: command.item, text: command.text });
}
