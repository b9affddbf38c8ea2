import { redirect } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { takesPart } from '#lib/people/may.ts';
import { app } from '../../../../../server/app.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import { liveScript } from '../../../../../server/pages/live-script.ts';
import { roomData } from '../../../../../server/pages/room-data.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (entry.ts). */
export const csr = false;

/** For who may take part in the debrief, from the end of the meeting on. */
export const load: PageServerLoad = async (event) => {
	const found = await enter(event);
	const { meeting } = found.room;
	const { person } = found.viewer;
	const isIn = person !== null && takesPart(house(meeting), person);
	if (meeting.phase !== 'ended' || !isIn) redirect(303, `/meetings/${found.room.id}`);
	return { start: { data: await roomData(app(), found, ['agenda']) }, script: liveScript('debrief') };
};
