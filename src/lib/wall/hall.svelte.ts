import { createContext } from 'svelte';
import type { Instant } from '../kernel/decider.ts';
import type { Room } from '../meeting/room.svelte.ts';
import type { Meeting } from '../meeting/state.ts';
import { now } from '../ui/ticking.svelte.ts';

/** What slides draw beside words: the room at one instant, which is now on a screen, and any second in a replay. */
export interface Hall {
	readonly meeting: Meeting;
	now(): Instant;
}

export function liveHall(room: Room): Hall {
	return {
		get meeting() {
			return room.meeting;
		},
		now: () => now() + room.offset
	};
}

export const [getHall, setHall] = createContext<Hall>();
