import { redirect } from '@sveltejs/kit';
import { enter } from '../../../../server/pages/enter.ts';
import { surfaceOf } from '../../../../server/pages/surface.ts';
import type { PageServerLoad } from './$types';

/** One address for everybody; each is sent to the page that is made for them. */
export const load: PageServerLoad = async (event) => {
	const { room, viewer } = await enter(event);
	redirect(303, `/meetings/${room.id}/${surfaceOf(room.meeting, viewer)}`);
};
