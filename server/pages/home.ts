/** What the first page shows to whoever opens it. */
import { house } from '../../src/lib/meeting/state.ts';
import { isDesk } from '../../src/lib/people/may.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { meetingsOf, type Listed } from '../meetings/list.ts';
import { cellRights, mayMakeCell } from '../people/cell-rights.ts';
import { allCells, cellById, placeOf } from '../people/directory.ts';
import { visit } from './room-data.ts';

export interface HomeMeeting extends Omit<Listed, 'chair' | 'facilitator'> {
	/** Leads it or helps to: their door is the console. */
	readonly isDesk: boolean;
}

export interface Home {
	readonly cell: { readonly id: string; readonly name: string; readonly upper: string } | null;
	/** Whose own page it leads to; null for who belongs to no cell. */
	readonly person: string | null;
	readonly mayPlan: boolean;
	readonly mayKeepPeople: boolean;
	readonly mayMakeCell: boolean;
	readonly running: readonly HomeMeeting[];
	/** The next first. */
	readonly coming: readonly HomeMeeting[];
	/** The last first. */
	readonly past: readonly HomeMeeting[];
	/** An administrator's. */
	readonly cells: readonly { readonly id: string; readonly name: string }[];
}

/** @param guestOf  the meeting that this browser joined last, for who belongs to no cell */
export async function homeOf(app: App, principal: Principal, guestOf: string | undefined): Promise<Home> {
	const place = await placeOf(app.db, principal);
	const cell = place && !place.isRemoved ? await cellById(app.db, place.cell) : null;
	const rights = cellRights(principal, place, cell?.id ?? '');
	const listed = cell ? await meetingsOf(app.db, cell.id) : await asGuest(app, principal, guestOf);
	const meetings = await Promise.all(listed.map((each) => withDoor(app, principal, each)));
	const of = (phase: Listed['phase']) => meetings.filter((meeting) => meeting.phase === phase);
	return {
		cell: cell && { id: cell.id, name: cell.name, upper: cell.upper },
		person: cell && principal.person,
		mayPlan: rights.meetings,
		mayKeepPeople: rights.people,
		mayMakeCell: mayMakeCell(principal, place),
		running: of('running'),
		coming: of('before').reverse(),
		past: of('ended'),
		cells: principal.isAdmin ? await allCells(app.db) : []
	};
}

async function asGuest(app: App, principal: Principal, id: string | undefined): Promise<Listed[]> {
	const found = id ? await visit(app, principal, id) : null;
	if (!found) return [];
	const { setup, phase } = found.room.meeting;
	const { type, model, topic, place, plannedStart, chair, facilitator } = setup;
	return [{ id: setup.id, type, model, topic, place, plannedStart, phase, chair, facilitator }];
}

async function withDoor(
	app: App,
	{ person }: Principal,
	{ chair, facilitator, ...meeting }: Listed
): Promise<HomeMeeting> {
	// Who is over is not asked: opening every old meeting would cost the page its speed.
	const room = meeting.phase === 'ended' || person === null ? null : await app.rooms.get(meeting.id);
	const leads =
		person !== null &&
		(room ? isDesk(house(room.meeting), person) : person === chair || person === facilitator);
	return { ...meeting, isDesk: leads };
}
