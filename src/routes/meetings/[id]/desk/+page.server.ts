import { error, fail, redirect } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { may } from '#lib/people/may.ts';
import { app } from '../../../../../server/app.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import { roomData } from '../../../../../server/pages/room-data.ts';
import { surfaceOf } from '../../../../../server/pages/surface.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await enter(event);
	if (surfaceOf(found.room.meeting, found.viewer) !== 'desk') redirect(303, `/meetings/${found.room.id}`);
	return { room: await roomData(app(), found) };
};

export const actions: Actions = {
	/** A screen that shows six digits becomes a wall of this meeting; whoever may choose what it shows may pair it. */
	async pair(event) {
		const { room, viewer } = await enter(event);
		const refused =
			viewer.person === null || may(house(room.meeting), 'projection.show', viewer.person) !== null;
		if (refused) error(404, 'not-found');
		const code = String((await event.request.formData()).get('code') ?? '').replaceAll(' ', '');
		const wall = await app().auth.pair(code, room.id);
		return wall === null ? fail(400, { wrong: true }) : { paired: true };
	}
};
