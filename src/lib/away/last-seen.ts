/** How far this device had come with a meeting, for when its page is opened again. */
import type { Seen } from './away.ts';

const keyOf = (meeting: string, person: string) => `seen ${meeting} ${person}`;

/** Null where nothing is known, or the device keeps nothing. */
export function lastSeen(meeting: string, person: string): Seen | null {
	try {
		const { at, seq, texts } = JSON.parse(localStorage.getItem(keyOf(meeting, person)) ?? '') as Seen;
		return Number.isInteger(seq) && Number.isInteger(at) ? { at, seq, texts: texts ?? {} } : null;
	} catch {
		return null; // nothing kept, or no storage
	}
}

export function keepSeen(meeting: string, person: string, seen: Seen): void {
	try {
		localStorage.setItem(keyOf(meeting, person), JSON.stringify(seen));
	} catch {
		// A device that keeps nothing tells nothing later.
	}
}
