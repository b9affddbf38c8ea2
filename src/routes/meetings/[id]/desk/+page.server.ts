import { redirect } from '@sveltejs/kit';
import { app } from '../../../../../server/app.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import { liveScript } from '../../../../../server/pages/live-script.ts';
import { roomData } from '../../../../../server/pages/room-data.ts';
import { surfaceOf } from '../../../../../server/pages/surface.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (entry.ts). */
export const csr = false;

export const load: PageServerLoad = async (event) => {
	const found = await enter(event);
	if (surfaceOf(found.room.meeting, found.viewer) !== 'desk') redirect(303, `/meetings/${found.room.id}`);
	return { start: { data: await roomData(app(), found) }, script: liveScript('desk') };
};
