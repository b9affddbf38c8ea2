import { eq } from 'drizzle-orm';
import { house } from '#lib/meeting/state.ts';
import { isDesk } from '#lib/people/may.ts';
import { app } from '../../../../../../server/app.ts';
import { meetings } from '../../../../../../server/db/tables.ts';
import { forVisitor, NOT_FOUND } from '../../../../../../server/pages/api.ts';
import type { RequestHandler } from './$types';

/** What the room's screen shows to let people in; only the screen and the desk may ask. */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room, viewer }) => {
		const isScreen = viewer.person === null;
		if (!isScreen && !isDesk(house(room.meeting), viewer.person ?? '')) return NOT_FOUND();
		if (room.meeting.phase === 'ended') return NOT_FOUND();
		const [row] = await app()
			.db.select({ joinCode: meetings.joinCode })
			.from(meetings)
			.where(eq(meetings.id, room.id));
		return Response.json(
			{
				code: app().codes.now(room.id),
				joinCode: row?.joinCode ?? null,
				...(!isScreen && { guests: app().codes.invitation(room.id) })
			},
			{ headers: { 'cache-control': 'no-store' } }
		);
	});
