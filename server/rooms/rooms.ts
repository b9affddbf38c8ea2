import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { MeetingId } from '../../src/lib/kernel/decider.ts';
import { LiveRoom, type RoomDeps } from './live-room.ts';

export type Listener = (room: LiveRoom, events: readonly LoggedEvent[]) => void;

export interface Rooms {
	/** The meeting's room, loaded once; null where there is no such meeting. */
	get(id: MeetingId): Promise<LiveRoom | null>;
	/** Lets go of a meeting whose log is gone. */
	forget(id: MeetingId): void;
	/** Called after each commit of any room, in order, before the senders are answered. */
	onCommitted(listener: Listener): void;
	/** Ends what goes on by itself. */
	close(): void;
}

export function createRooms(deps: Omit<RoomDeps, 'committed' | 'closing'>): Rooms {
	const rooms = new Map<MeetingId, Promise<LiveRoom | null>>();
	const listeners: Listener[] = [];
	const closing = new AbortController();
	const committed: Listener = (room, events) => listeners.forEach((listener) => listener(room, events));

	async function load(id: MeetingId): Promise<LiveRoom | null> {
		const room = await LiveRoom.load(id, { ...deps, closing: closing.signal, committed });
		// An invented id must cost nothing once it is answered.
		if (!room) rooms.delete(id);
		return room;
	}

	return {
		get(id) {
			const known = rooms.get(id);
			if (known) return known;
			const loading = load(id);
			rooms.set(id, loading);
			loading.catch(() => rooms.delete(id));
			return loading;
		},
		forget: (id) => void rooms.delete(id),
		onCommitted: (listener) => void listeners.push(listener),
		close: () => closing.abort()
	};
}
