import { redirect } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { isDesk } from '#lib/people/may.ts';
import { app } from '../../../../../server/app.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import { roomData } from '../../../../../server/pages/room-data.ts';
import type { PageServerLoad } from './$types';

/** The tablet at the door: whoever marks "at the desk" may stand there. */
export const load: PageServerLoad = async (event) => {
	const found = await enter(event);
	const { person } = found.viewer;
	const { meeting, id } = found.room;
	if (person === null || !isDesk(house(meeting), person)) redirect(303, `/meetings/${id}`);
	return { room: await roomData(app(), found, []) };
};
