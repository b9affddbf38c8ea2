import type { ItemId } from '../kernel/decider.ts';

export type StepState = 'done' | 'now' | 'missing' | 'coming';

/** What must happen besides the items: its name says which (RE8). */
export type StepName =
	| 'notice'
	| 'attendance'
	| 'minute-taker'
	| 'previous-tasks'
	| 'discussion'
	| 'resolution'
	| 'tasks'
	| 'minutes';

export interface Step {
	/** Of an observer's tick. */
	readonly id: string;
	readonly what: { readonly item: ItemId } | { readonly step: StepName };
	readonly state: StepState;
}

export interface StepFacts {
	readonly phase: 'before' | 'running' | 'ended';
	readonly items: readonly {
		readonly id: ItemId;
		readonly required: boolean;
		readonly state: 'planned' | 'running' | 'done' | 'skipped';
	}[];
	/** In order; null where it does not apply to this meeting. */
	readonly steps: Readonly<Record<StepName, boolean | null>>;
	/** Steps that must have happened when the meeting opens. */
	readonly untilOpening: readonly StepName[];
}

/** Required items in their order, then the steps (RE8). */
export function checklist(facts: StepFacts): Step[] {
	return [...itemSteps(facts), ...otherSteps(facts)];
}

function itemSteps({ items, phase }: StepFacts): Step[] {
	const reached = items.findLastIndex(({ state }) => state === 'running' || state === 'done');
	return items.flatMap(({ id, required, state }, index) =>
		required
			? [{ id, what: { item: id }, state: itemState(state, index < reached || phase === 'ended') }]
			: []
	);
}

function itemState(state: StepFacts['items'][number]['state'], isPast: boolean): StepState {
	if (state === 'done') return 'done';
	if (state === 'running') return 'now';
	return state === 'skipped' || isPast ? 'missing' : 'coming';
}

function otherSteps({ steps, phase, untilOpening }: StepFacts): Step[] {
	return Object.entries(steps).flatMap(([name, isDone]) => {
		if (isDone === null) return [];
		const step = name as StepName;
		const isDue = phase === 'ended' || (phase === 'running' && untilOpening.includes(step));
		return [{ id: `step-${step}`, what: { step }, state: isDone ? 'done' : isDue ? 'missing' : 'coming' }];
	});
}
