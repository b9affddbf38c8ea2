import { unreachable, type Instant, type ItemId, type Logged } from '../kernel/decider.ts';
import type { Event, Step } from './contract.ts';

export interface Ceremony {
	readonly candidate: string;
	/** When each step was done; absent until then. */
	readonly done: Readonly<Partial<Record<Step, Instant>>>;
}

/** By the item that holds it. */
export type Ceremonies = Readonly<Record<ItemId, Ceremony>>;

export const initial: Ceremonies = {};

export function evolve(ceremonies: Ceremonies, event: Logged<Event>): Ceremonies {
	switch (event.type) {
		case 'ceremony.planned':
			return { ...ceremonies, [event.item]: { candidate: event.candidate, done: {} } };
		case 'ceremony.dropped': {
			const { [event.item]: _, ...others } = ceremonies;
			return others;
		}
		case 'ceremony.stepped': {
			const ceremony = ceremonies[event.item];
			if (!ceremony) return ceremonies;
			const { [event.step]: _, ...others } = ceremony.done;
			const done = event.done ? { ...others, [event.step]: event.at } : others;
			return { ...ceremonies, [event.item]: { ...ceremony, done } };
		}
		default:
			return unreachable(event);
	}
}
