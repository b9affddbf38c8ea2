import { house } from '#lib/meeting/state.ts';
import { mayEdit, minutesNow } from '#lib/people/may.ts';
import { app } from '../../../../../server/app.ts';
import { forVisitor, NOT_FOUND } from '../../../../../server/pages/api.ts';
import { dayOf } from '../../../../../server/pages/local-time.ts';
import { standingOn } from '../../../../../server/standing/keep.ts';
import type { RequestHandler } from './$types';

/** The cell's blocks that are in force on the day of the meeting, for who may write one of its texts. */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room: { meeting }, viewer: { person } }) => {
		const at = house(meeting);
		const writes =
			person !== null && (['resolution', minutesNow(at)] as const).some((name) => mayEdit(at, person, name));
		if (!writes) return NOT_FOUND();
		const { cell, plannedStart } = meeting.setup;
		const blocks = await standingOn(app(), cell.id, dayOf(plannedStart));
		return Response.json(blocks, { headers: { 'cache-control': 'no-store' } });
	});
