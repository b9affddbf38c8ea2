import { happened, type Act, type Decision, type Logged } from '../kernel/decider.ts';
import type { Command, Event, Show } from './contract.ts';

export interface Wall {
	readonly show: Show;
	/** What of it: an item, a clause or a section; null for the running one. */
	readonly what: string | null;
	/** How often the screen was changed by hand. */
	readonly changes: number;
}

export const initial: Wall = { show: 'join', what: null, changes: 0 };

export function decide(_wall: Wall, { show, what }: Command, _act: Act): Decision<Event, never> {
	return happened({ type: 'projection.shown', show, ...(what !== undefined && { what }) });
}

export function evolve(wall: Wall, event: Logged<Event>): Wall {
	return { show: event.show, what: event.what ?? null, changes: wall.changes + 1 };
}

/** A new item shows itself (WA1). */
export function followItem(wall: Wall): Wall {
	return { ...wall, show: 'item', what: null };
}
