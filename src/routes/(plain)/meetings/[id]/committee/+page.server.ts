import { error, redirect } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { isDesk } from '#lib/people/may.ts';
import { app } from '../../../../../../server/app.ts';
import { enter } from '../../../../../../server/pages/enter.ts';
import { stateFor } from '../../../../../../server/pages/room-data.ts';
import { rightsIn } from '../../../../../../server/people/directory.ts';
import type { PageServerLoad } from './$types';

/** The committee's meeting before, from the meeting that it prepared; afterwards it is one of the record's papers. */
export const load: PageServerLoad = async (event) => {
	const { room, viewer } = await enter(event);
	if (room.meeting.phase === 'ended') redirect(303, `/records/${room.id}/committee`);
	const { setup, preparation, people, phase } = stateFor(room, viewer).meeting;
	const held = preparation.committeeMeeting;
	if (!held) error(404);
	const leads = viewer.person !== null && isDesk(house(room.meeting), viewer.person);
	const { meetings } = await rightsIn(app().db, event.locals.principal, setup.cell.id);
	const prepares = phase === 'before' && (leads || meetings);
	return {
		held,
		people,
		cell: setup.cell.name,
		type: setup.type,
		month: setup.month,
		back: `/meetings/${room.id}${prepares ? '/prepare' : ''}`,
		prepares
	};
};
