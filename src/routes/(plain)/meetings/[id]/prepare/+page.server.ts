import { redirect } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { isDesk } from '#lib/people/may.ts';
import { app } from '../../../../../../server/app.ts';
import { enter } from '../../../../../../server/pages/enter.ts';
import { handbookOf, heldOf } from '../../../../../../server/pages/handbook.ts';
import { roomData } from '../../../../../../server/pages/room-data.ts';
import { placeOf } from '../../../../../../server/people/directory.ts';
import { cellRights } from '../../../../../../server/people/cell-rights.ts';
import type { PageServerLoad } from './$types';

/** The desk's page before the opening; the cell's leaders look on. */
export const load: PageServerLoad = async (event) => {
	const found = await enter(event);
	const { meeting } = found.room;
	const rights = cellRights(
		event.locals.principal,
		await placeOf(app().db, event.locals.principal),
		meeting.setup.cell.id
	);
	const leads = found.viewer.person !== null && isDesk(house(meeting), found.viewer.person);
	if (meeting.phase !== 'before' || (!leads && !rights.meetings)) redirect(303, `/meetings/${found.room.id}`);
	// Whoever leads the cell is reminded, and nobody else (handbook, HB2).
	const handbook = rights.meetings ? await handbookOf(app(), found.room.id, heldOf(meeting)) : null;
	return { room: await roomData(app(), found), wall: `${event.url.origin}/wall`, handbook };
};
