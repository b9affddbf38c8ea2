/** What the first page shows to whoever opens it. */
import { reminders, type Reminder } from '../../src/lib/handbook/handbook.ts';
import { house } from '../../src/lib/meeting/state.ts';
import { isDesk } from '../../src/lib/people/may.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { uploadsOf } from '../handbook/proofs.ts';
import { meetingsOf, type Listed } from '../meetings/list.ts';
import { cellRights, mayMakeCell } from '../people/cell-rights.ts';
import { allCells, cellById, placeOf } from '../people/directory.ts';
import { visit } from './room-data.ts';

export interface HomeMeeting extends Omit<Listed, 'chair' | 'facilitator' | 'rules' | 'endedAt'> {
	/** Leads it or helps to: their door is the console. */
	readonly isDesk: boolean;
	/** What is due in the members' handbook app, for who leads the cell (handbook, HB2). */
	readonly due: readonly Reminder[];
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
	const due = rights.meetings ? await dueIn(app, listed) : new Map<string, Reminder[]>();
	const meetings = await Promise.all(listed.map((each) => withDoor(app, principal, each, due)));
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
	const { type, model, topic, place, plannedStart, chair, facilitator, rules } = setup;
	const { endedAt } = found.room.meeting;
	return [
		{ id: setup.id, type, model, topic, place, plannedStart, phase, chair, facilitator, endedAt, rules }
	];
}

async function withDoor(
	app: App,
	{ person }: Principal,
	{ chair, facilitator, rules: _, endedAt: __, ...meeting }: Listed,
	due: ReadonlyMap<string, readonly Reminder[]>
): Promise<HomeMeeting> {
	// Who is over is not asked: opening every old meeting would cost the page its speed.
	const room = meeting.phase === 'ended' || person === null ? null : await app.rooms.get(meeting.id);
	const leads =
		person !== null &&
		(room ? isDesk(house(room.meeting), person) : person === chair || person === facilitator);
	return { ...meeting, isDesk: leads, due: due.get(meeting.id) ?? [] };
}

/** The last month, and the one before where that was forgotten. */
const REMINDED = 2;

/** Of meetings to come the papers, of the last ones what came of them; what is done already is said elsewhere. */
async function dueIn(app: App, listed: readonly Listed[]): Promise<Map<string, Reminder[]>> {
	const ended = listed.filter(({ phase }) => phase === 'ended').slice(0, REMINDED);
	const asked = [...listed.filter(({ phase }) => phase === 'before'), ...ended];
	const uploads = await uploadsOf(
		app.db,
		asked.map(({ id }) => id)
	);
	const now = app.clock();
	const found = asked.map(async ({ id, phase, plannedStart, endedAt, rules }) => {
		const noticeAt = phase === 'before' ? ((await app.rooms.get(id))?.meeting.noticeAt ?? null) : null;
		const all = reminders({ plannedStart, noticeAt, endedAt, rules }, uploads.get(id) ?? [], now);
		const what = phase === 'before' ? 'papers' : 'record';
		return [id, all.filter((each) => each.what === what && each.doneAt === null)] as const;
	});
	return new Map((await Promise.all(found)).map(([id, due]) => [id, [...due]]));
}
