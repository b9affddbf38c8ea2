import type { Room } from './room.svelte.ts';
import type { Draft } from '../amendments/draft.ts';

/** The draft as this page shows it. */
export function draftOf(room: Pick<Room, 'meeting' | 'text'>): Draft {
	return { clauses: room.meeting.clauses, text: (clause) => room.text('resolution', clause) };
}
