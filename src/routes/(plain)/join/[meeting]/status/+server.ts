import { app } from '../../../../../../server/app.ts';
import { NOT_FOUND } from '../../../../../../server/pages/api.ts';
import { standing } from '../../../../../../server/pages/door.ts';
import type { RequestHandler } from './$types';

/** What a waiting phone asks every two seconds. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const room = locals.principal && (await app().rooms.get(params.meeting));
	const state = room ? standing(room.meeting, locals.principal).state : 'outside';
	if (state === 'outside') return NOT_FOUND();
	return Response.json({ state }, { headers: { 'cache-control': 'no-store' } });
};
