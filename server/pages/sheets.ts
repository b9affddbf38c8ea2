/** Paper for who has no phone, printed from the browser at any moment: always in Vietnamese, as the cell's papers are. */
import { error } from '@sveltejs/kit';
import { compareNames } from '../../src/lib/kernel/text.ts';
import { house } from '../../src/lib/meeting/state.ts';
import { isRecorder } from '../../src/lib/people/may.ts';
import { members, observers } from '../../src/lib/people/roster.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import { enter } from './enter.ts';

/** The meeting as somebody at the desk; "not found" to everybody else. */
export async function atDesk(event: Parameters<typeof enter>[0]): Promise<LiveRoom> {
	const { room, viewer } = await enter(event);
	if (viewer.person === null || !isRecorder(house(room.meeting), viewer.person)) error(404, 'not-found');
	return room;
}

export interface SheetHead {
	readonly id: string;
	readonly upper: string;
	readonly cell: string;
	readonly type: 'regular' | 'thematic' | 'combined';
	readonly month: string;
	readonly plannedStart: number;
	readonly place: string;
}

export function headOf({ id, meeting }: LiveRoom): SheetHead {
	const { cell, type, month, plannedStart, place } = meeting.setup;
	return { id, upper: cell.upper, cell: cell.name, type, month, plannedStart, place };
}

/** By given name, as lists are read out. */
export function namesOf({ meeting }: LiveRoom) {
	const byName = <P extends { readonly name: string }>(people: readonly P[]) =>
		[...people].sort((a, b) => compareNames(a.name, b.name));
	return {
		members: byName(members(meeting.people)).map(({ id, name, office, partyStatus, standing }) => ({
			id,
			name,
			office,
			partyStatus,
			standing
		})),
		observers: byName(observers(meeting.people)).map(({ id, name, title, organisation }) => ({
			id,
			name,
			from: [title, organisation].filter(Boolean).join(', ')
		}))
	};
}
