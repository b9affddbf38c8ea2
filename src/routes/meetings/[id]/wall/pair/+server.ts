import { error, json } from '@sveltejs/kit';
import { house } from '#lib/meeting/state.ts';
import { may } from '#lib/people/may.ts';
import { app } from '../../../../../../server/app.ts';
import { enter } from '../../../../../../server/pages/enter.ts';
import type { RequestHandler } from './$types';

/** A screen that shows six digits becomes a wall of this meeting; whoever may choose what it shows may pair it. */
export const POST: RequestHandler = async (event) => {
	const { room, viewer } = await enter(event);
	const refused =
		viewer.person === null || may(house(room.meeting), 'projection.show', viewer.person) !== null;
	if (refused) error(404, 'not-found');
	const code = String((await event.request.formData()).get('code') ?? '').replaceAll(' ', '');
	const wall = await app().auth.pair(code, room.id);
	return json({ paired: wall !== null }, { status: wall === null ? 400 : 200 });
};
